#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

#include "sendcap/report/comparison_report.hpp"

namespace sendcap::report {

// One line of the table of a comparison: an outcome in a world, and how that differs from the scenario as it
// stands.
struct ComparisonRow {
  const std::string& plan;
  const experiment::Outcome& outcome;
  engine::Interval value;
  const experiment::Difference* difference = nullptr;  // none of the scenario as it stands, or without pairs
  std::optional<double> chance_best;
};

// Visits them by outcome and world.
void for_each_compared(const ComparisonReport& report,
                       const std::function<void(const ComparisonRow&)>& visit);

}  // namespace sendcap::report
