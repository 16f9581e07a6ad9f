#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sendcap/experiment/comparison.hpp"

namespace sendcap::report {

// A sentence for each service whose queue a plan clearly lengthens by the end: the shorter list of a pathway
// may only have moved on to its next service.
[[nodiscard]] std::vector<std::string> longer_queues(const experiment::Comparison& comparison,
                                                     std::size_t world);

}  // namespace sendcap::report
