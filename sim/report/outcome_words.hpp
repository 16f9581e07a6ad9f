#pragma once

#include <string>

#include "sendcap/experiment/outcome.hpp"
#include "shown_number.hpp"

namespace sendcap::report {

// What an outcome is about, as tables name it: `autism assessment (pathway)`, `waiting for a place`.
[[nodiscard]] std::string subject_words(const experiment::Outcome& outcome);

// `waiting (children)`, `spent (pounds)`.
[[nodiscard]] std::string measure_words(const experiment::Outcome& outcome);

// `on 2026-07-01`, `over the run`.
[[nodiscard]] std::string when_words(const experiment::Outcome& outcome);

// A difference in words, without sign: a share becomes percentage points, pounds get their sign.
struct Amount {
  std::string text;  // `41 (35 to 47)`
  bool less = false;
};
[[nodiscard]] Amount amount_of(const engine::Interval& difference, const std::string& unit);

// Pounds for people: `£1.24m (£1.20m to £1.28m)`, `£61,200`; a saving with its sign.
[[nodiscard]] std::string pounds_shown(const engine::Interval& pounds);

}  // namespace sendcap::report
