#pragma once

#include <string>
#include <vector>

#include "input_files.hpp"
#include "sendcap/report/record.hpp"

namespace sendcap::app {

// The record of a run as Markdown, of the scenario and plans as they were read then.
[[nodiscard]] std::string record_text(const std::string& scenario, const std::vector<std::string>& plans,
                                      const report::RecordedRun& run, const InputFiles& read);

}  // namespace sendcap::app
