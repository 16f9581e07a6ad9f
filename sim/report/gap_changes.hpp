#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sendcap/engine/interval.hpp"
#include "sendcap/experiment/comparison.hpp"

namespace sendcap::report {

// How far a plan moves the gap in waits between the two groups of a dimension that lie furthest apart.
struct GapChange {
  struct Gap {
    std::string lowest;  // group: `0 to 4`
    std::string highest;
    engine::Interval value;  // of the highest less the lowest
  };
  std::string of;         // `the wait for autism assessment (weeks), on 2029-04-01`
  std::string dimension;  // `age`
  std::string unit;
  Gap as_it_stands;
  Gap with_plan;
  engine::Interval change;  // of the widest gap
  std::string words;        // `shrinks by 42 (…): 42 instead of 84 (16 to 18 above 0 to 4)`
};

// Those that the plan clearly changes, by at least a hundredth and 0.1 of the unit. All gaps of a plan are
// judged together (Bonferroni). Groups of which fewer than ten wait (mean over replications) are left out, as
// in experiment::Inequality.
[[nodiscard]] std::vector<GapChange> gap_changes(const experiment::Comparison& comparison, std::size_t world);

}  // namespace sendcap::report
