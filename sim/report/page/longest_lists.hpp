#pragma once

#include <string>
#include <vector>

#include "results_view.hpp"

namespace sendcap::report {

// Those who wait for their first contact on a pathway, or for a school place.
struct List {
  std::string kind;     // as in `summary.json`
  std::string subject;  // likewise
  std::string name;     // for people: `autism assessment`, `a school place`
  engine::Interval at_start;
  engine::Interval at_end;
};

// The lists of which pictures and findings tell: the six longest at the end, the longest first.
[[nodiscard]] std::vector<List> longest_lists(const PlanEstimates& plan);

}  // namespace sendcap::report
