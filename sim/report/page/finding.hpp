#pragma once

#include <string>
#include <vector>

#include "results_view.hpp"

namespace sendcap::report {

// A sentence with its numbers of what one plan of a run shows.
struct Finding {
  std::string words;
  std::string figure;  // the picture whose numbers it is of
};

// Each stands beside the section that shows the same.
[[nodiscard]] std::vector<Finding> target_findings(const PlanEstimates& plan);   // targets_section.cpp
[[nodiscard]] std::vector<Finding> wait_findings(const PlanEstimates& plan);     // waits_section.cpp
[[nodiscard]] std::vector<Finding> unequal_findings(const PlanEstimates& plan);  // unequal_section.cpp
[[nodiscard]] std::vector<Finding> balance_findings(const PlanEstimates& plan);  // money_section.cpp

}  // namespace sendcap::report
