#pragma once

#include <optional>
#include <string>
#include <vector>

#include "experiment_order.hpp"
#include "faults.hpp"
#include "sendcap/experiment/sensitivity.hpp"

namespace sendcap::app {

// What `sendcap sensitivity` was asked to do.
struct SensitivityOrder {
  ExperimentOrder common;
  experiment::SensitivityOptions options;
  std::vector<std::string> outcomes;
  std::vector<std::string> inputs;
  std::optional<std::string> break_even;  // the path of an input
  std::optional<std::string> from;
  std::optional<std::string> to;
};

// Reads, simulates, finds what the answer hangs on, prints and writes.
ExitCode do_sensitivity(const SensitivityOrder& order);

}  // namespace sendcap::app
