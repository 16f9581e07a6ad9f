#pragma once

#include <string>

#include "sendcap/engine/interval.hpp"
#include "sendcap/experiment/study.hpp"

namespace sendcap::report {

// A value of an input rounded to three figures, in the unit in which the file gives it: `13.3% per year`.
[[nodiscard]] std::string rounded_text(const experiment::Input& input, double value);

// `1300 per year to 1700 per year`, likewise.
[[nodiscard]] std::string range_words(const experiment::Input& input);

// `13.3% (11.9% to 14.6%)`; an end that is not known is left open: `(11.9% or more)`.
[[nodiscard]] std::string root_words(const experiment::Input& input, const engine::Interval& root,
                                     bool open_below, bool open_above);

}  // namespace sendcap::report
