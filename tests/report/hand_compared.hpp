#pragma once

#include <memory>
#include <string>
#include <vector>

#include "hand_made.hpp"
#include "sendcap/report/comparison_report.hpp"

namespace sendcap::testing {

// A month in a county of several districts.
model::Model a_month_of_districts(const std::vector<std::string>& districts);

// The values by date of what stands only at the end, and of what stands only for the whole run.
std::vector<double> at_the_end(double value);
std::vector<double> over_the_run(double value);

// Worlds written by hand, compared: the first is the scenario as it stands, the second that with a plan.
class HandCompared {
 public:
  HandCompared(const HandMade& as_it_stands, const HandMade& with_plan);

  // What is said of it; notes may be added.
  [[nodiscard]] report::ComparisonReport& report() { return report_; }

 private:
  experiment::Outcomes outcomes_;
  std::vector<std::vector<experiment::Row>> worlds_;
  std::unique_ptr<experiment::Comparison> comparison_;
  report::ComparisonReport report_;
};

}  // namespace sendcap::testing
