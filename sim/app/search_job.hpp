#pragma once

#include <cstdint>
#include <optional>

#include "experiment_order.hpp"
#include "faults.hpp"

namespace sendcap::app {

// What `sendcap search` was asked to do.
struct SearchJob {
  ExperimentOrder common;
  std::optional<double> worth_having;  // instead of what the file says
  double confidence = 0.95;
  std::uint32_t most_replications = 1000;
  std::uint64_t most_plans = 300;
  std::optional<double> seconds;
};

// Reads, simulates, chooses, prints and writes.
ExitCode do_search(const SearchJob& job);

}  // namespace sendcap::app
