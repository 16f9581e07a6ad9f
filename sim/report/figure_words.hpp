#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sendcap/engine/interval.hpp"
#include "sendcap/experiment/contrast.hpp"

namespace sendcap::report {

// `waiting, autism assessment (pathway), on 2026-07-01`; `spending of all payers, over the run`.
[[nodiscard]] std::string figure_words(const experiment::Figure& figure);

// `the scenario as it stands`, `with more clinics`, `the effect of more clinics`, `more clinics less bases`.
[[nodiscard]] std::string contrast_words(const experiment::Study& study,
                                         const experiment::Contrast& contrast);

// The title of a plan, or `the scenario as it stands`.
[[nodiscard]] std::string plan_words(const experiment::Study& study, std::optional<std::size_t> plan);

// A figure with its unit: `3,137 (3,100 to 3,174) children`, `£1.24m`, `62.1%`.
[[nodiscard]] std::string value_words(const engine::Interval& value, const std::string& unit);

// A difference with its sign: `−41 (−47 to −35)`, a share in percentage points; 0 when nothing changes.
[[nodiscard]] std::string change_words(const engine::Interval& change, const std::string& unit);

// A bare number of that unit, without interval: `41`, `£61,200`, `0.4 percentage points`.
[[nodiscard]] std::string size_words(double size, const std::string& unit);

// `same`, `unclear` or `clear`, as files have it.
[[nodiscard]] std::string_view verdict_word(experiment::Verdict verdict);

}  // namespace sendcap::report
