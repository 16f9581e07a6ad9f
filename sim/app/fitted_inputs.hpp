#pragma once

#include <string>
#include <vector>

#include "sendcap/experiment/calibration.hpp"
#include "sendcap/scenario/language/source.hpp"

namespace sendcap::app {

// The inputs that are to be fitted, with their bounds: `PATH`, which takes those of its `range`, or
// `PATH=LEAST to MOST`. Throws UsageFault, with the nearest name, for what can not be fitted.
[[nodiscard]] std::vector<experiment::FittedInput> fitted_inputs(const experiment::Study& study,
                                                                 const std::vector<std::string>& fits,
                                                                 const scenario::Sources& sources);

}  // namespace sendcap::app
