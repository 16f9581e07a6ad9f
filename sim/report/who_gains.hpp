#pragma once

#include <cstddef>
#include <string>

#include "sendcap/experiment/comparison.hpp"

namespace sendcap::report {

// Which groups of children gain and which lose with a plan, measure by measure and dimension by dimension,
// for the terminal. Only what is clear among all groups together (experiment::Comparison).
[[nodiscard]] std::string who_gains(const experiment::Comparison& comparison, std::size_t world);

}  // namespace sendcap::report
