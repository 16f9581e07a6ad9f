#pragma once

#include "json_text.hpp"
#include "sendcap/experiment/contrast.hpp"

namespace sendcap::report {

// Of which worlds and which figure an answer is.
[[nodiscard]] Json figure_json(const experiment::Study& study, const experiment::Contrast& contrast,
                               const experiment::Figure& figure);

// `{"mean": …, "low": …, "high": …, "pairs": …, "verdict": …}`.
[[nodiscard]] Json difference_json(const experiment::Difference& difference);

}  // namespace sendcap::report
