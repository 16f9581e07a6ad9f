#pragma once

#include <string>
#include <vector>

#include "sendcap/report/results.hpp"
#include "sendcap/scenario/repeat.hpp"

namespace sendcap::app {

// The file of a scenario that was made from another: what it is and where it comes from, then all of it.
// `world` is what it was made from, read from `files`, and `typed` the command.
[[nodiscard]] std::string repeated_text(const scenario::Scenario& world, scenario::Repeated& repeated,
                                        const std::vector<report::InputFile>& files,
                                        const std::string& typed);

}  // namespace sendcap::app
