#pragma once

#include <string>
#include <vector>

#include "sendcap/report/calibration_report.hpp"
#include "sendcap/scenario/language/source.hpp"

namespace sendcap::app {

// Throws UsageFault when the copies would come to stand over the files they are made from.
void refuse_originals(const std::string& out, const std::string& scenario, const scenario::Sources& sources);

// Writes copies of all files of the scenario into the folder `fitted` of `out`, with the fitted values where
// they stand, and gives the name of the scenario's own. Nothing is written unless the copies, read again,
// give exactly the fitted values. Throws BadFiles once it was shown which value can not be changed in place.
std::string write_fitted_files(const std::string& out, const std::string& scenario,
                               const std::vector<std::string>& overrides, const scenario::Sources& sources,
                               const report::CalibrationReport& report);

}  // namespace sendcap::app
