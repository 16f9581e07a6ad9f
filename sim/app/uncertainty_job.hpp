#pragma once

#include <string>
#include <vector>

#include "experiment_order.hpp"
#include "faults.hpp"
#include "sendcap/experiment/uncertainty.hpp"

namespace sendcap::app {

// What `sendcap uncertainty` was asked to do.
struct UncertaintyOrder {
  ExperimentOrder common;
  experiment::UncertaintyOptions options;
  std::vector<std::string> outcomes;
  std::vector<std::string> inputs;
};

// Reads, simulates over all ranges at once, prints and writes.
ExitCode do_uncertainty(const UncertaintyOrder& order);

}  // namespace sendcap::app
