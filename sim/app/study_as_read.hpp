#pragma once

#include <string>
#include <vector>

#include "input_files.hpp"
#include "sendcap/experiment/study.hpp"

namespace sendcap::app {

// What was run as a study, once more from the texts that were read then.
[[nodiscard]] experiment::Study study_as_read(const std::string& scenario,
                                              const std::vector<std::string>& plans,
                                              const std::vector<std::string>& overrides,
                                              const InputFiles& read);

}  // namespace sendcap::app
