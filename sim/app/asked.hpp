#pragma once

#include <string>
#include <vector>

#include "sendcap/experiment/contrast.hpp"

namespace sendcap::app {

// What was named on the command line, found in the files. All throw UsageFault with the nearest name.

// The figures of `--outcome`; the headline ones when none is named.
[[nodiscard]] std::vector<experiment::Figure> figures_asked(const experiment::Outcomes& outcomes,
                                                            const std::vector<std::string>& names);

// The inputs with a range that concern any of the contrasts; only those with one of the patterns (`*` stands
// for anything) in their name, unless there are none. In the order of the study.
[[nodiscard]] std::vector<std::size_t> inputs_asked(const experiment::Study& study,
                                                    const std::vector<experiment::Contrast>& contrasts,
                                                    const std::vector<std::string>& patterns);

// The input at a path; of a plan with or without `plan TITLE: ` before it.
[[nodiscard]] std::size_t input_asked(const experiment::Study& study, const std::string& option,
                                      const std::string& path);

// A value of an input, within what the language allows.
[[nodiscard]] double value_asked(const experiment::Input& input, const std::string& option,
                                 const std::string& text);

}  // namespace sendcap::app
