#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sendcap/experiment/comparison.hpp"

namespace sendcap::report {

// Whether a plan clearly, and by more than a few children, lengthens what is waited for by the end.
[[nodiscard]] bool is_lengthened(const experiment::Comparison& comparison, std::size_t world,
                                 std::size_t outcome);

// A sentence for each service whose queue a plan lengthens: the shorter list of a pathway may only have moved
// on to its next service.
[[nodiscard]] std::vector<std::string> longer_queues(const experiment::Comparison& comparison,
                                                     std::size_t world);

}  // namespace sendcap::report
