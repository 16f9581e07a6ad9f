#pragma once

#include <optional>
#include <string>
#include <vector>

#include "experiment_order.hpp"
#include "faults.hpp"
#include "sendcap/experiment/calibration.hpp"

namespace sendcap::app {

// What `sendcap calibrate` was asked to do.
struct CalibrateOrder {
  ExperimentOrder common;
  std::string observed;           // the table of figures
  std::vector<std::string> fits;  // `PATH`, or `PATH=LEAST to MOST`
  std::optional<std::string> measure;
  std::optional<std::string> subject;
  std::optional<std::string> group;
  experiment::CalibrateOptions options;
};

// Reads, fits, prints and writes.
ExitCode do_calibrate(const CalibrateOrder& order);

}  // namespace sendcap::app
