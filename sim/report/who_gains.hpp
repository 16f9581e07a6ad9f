#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sendcap/engine/interval.hpp"
#include "sendcap/report/comparison_report.hpp"

namespace sendcap::report {

// What a plan does to the groups of one dimension in one measure. What is clear among all groups together
// (experiment::Comparison) is counted, unless it is too small to matter (kWhatCounts).
struct GainsAndLosses {
  struct Group {
    std::string name;
    engine::Interval change;
    double as_it_stands = 0;  // the mean
    double share = 0;         // the change as a share of it; NaN of what is a share itself
    bool gains = false;
  };
  std::string of;         // `the list for autism assessment (children), on 2026-07-01`
  std::string dimension;  // `district`
  std::string unit;
  std::string words;          // `1 gains: Redditch −4 (−6 to −2), −22%; 3 unclear or too small`
  std::string but;            // `but 40 (…) more then wait for …`; empty where nothing has moved on
  std::vector<Group> groups;  // those that gain or lose, the losers first, in each the largest first

  [[nodiscard]] bool anyone_loses() const { return !groups.empty() && !groups.front().gains; }
};

// `, −22%` of what a group has as things stand; empty of what is a share itself.
[[nodiscard]] std::string of_what_it_has(const GainsAndLosses::Group& group);

// The least that counts as a gain or a loss.
inline constexpr const char* kWhatCounts =
    "A gain or a loss is a difference that chance does not explain, of at least a hundredth of what the "
    "group "
    "has as things stand, and of at least 1 child, 0.1 of the unit of waits, or 0.1 percentage points.";

// Measure by measure and dimension by dimension, where some group gains or loses; first the measures in which
// some group loses.
[[nodiscard]] std::vector<GainsAndLosses> gains_and_losses(const ComparisonReport& report, std::size_t world);

// The same for the terminal.
[[nodiscard]] std::string who_gains(const ComparisonReport& report, std::size_t world);

}  // namespace sendcap::report
