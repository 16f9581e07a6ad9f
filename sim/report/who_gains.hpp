#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sendcap/engine/interval.hpp"
#include "sendcap/experiment/comparison.hpp"

namespace sendcap::report {

// What a plan does to the groups of one dimension in one measure. Only what is clear among all groups
// together (experiment::Comparison) is counted.
struct GainsAndLosses {
  struct Group {
    std::string name;
    engine::Interval change;
    bool gains = false;
  };
  std::string of;         // `autism assessment (pathway), waiting, on 2026-07-01`
  std::string dimension;  // `district`
  std::string unit;
  std::string words;          // `2 gain: Redditch −4 (−6 to −2), …; 3 unclear`
  std::vector<Group> groups;  // those that clearly gain or lose
};

// Measure by measure and dimension by dimension, where some group clearly gains or loses.
[[nodiscard]] std::vector<GainsAndLosses> gains_and_losses(const experiment::Comparison& comparison,
                                                           std::size_t world);

// The same for the terminal.
[[nodiscard]] std::string who_gains(const experiment::Comparison& comparison, std::size_t world);

}  // namespace sendcap::report
