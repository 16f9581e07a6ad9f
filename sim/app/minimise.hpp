#pragma once

#include "sendcap/experiment/calibration.hpp"

namespace sendcap::app {

// NLopt (Johnson, The NLopt nonlinear-optimization package): BOBYQA (Powell 2009) for two inputs and more,
// Subplex (Rowan 1990) for one, both without derivatives and within the box.
void minimise_with_nlopt(const experiment::MinimiseTask& task);

}  // namespace sendcap::app
