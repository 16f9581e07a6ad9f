#pragma once

#include "experiment_order.hpp"
#include "faults.hpp"
#include "sendcap/experiment/comparison.hpp"

namespace sendcap::app {

// What `sendcap compare` was asked to do.
struct CompareOrder {
  ExperimentOrder common;
  experiment::CompareOptions options;
};

// Reads, simulates, compares, prints and writes.
ExitCode do_compare(const CompareOrder& order);

}  // namespace sendcap::app
