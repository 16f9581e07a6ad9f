#pragma once

#include <string>

#include "sendcap/engine/interval.hpp"

namespace sendcap::report {

// How a number is shown to people.
enum class Style {
  plain,        // of something that can not be below 0
  percent,      // a ratio as a percentage, which may exceed 100%
  share,        // a share of a whole as a percentage
  millions,     // in millions
  signed_plain  // a difference, with its sign
};

// The number with commas between thousands and so many decimals.
[[nodiscard]] std::string shown(double number, int decimals, Style style = Style::plain);

// Decimals worth showing: those of the first figure of the half-width, at most 4. A number without an
// interval shows none when it is whole, otherwise one.
[[nodiscard]] int decimals_of(const engine::Interval& interval);

// An end of the interval that the number itself could not reach (a negative count, a share above 1) becomes
// the last that it could.
[[nodiscard]] engine::Interval within_reach(engine::Interval interval, Style style);

// `3,137 (3,100 to 3,174)`; only the number when the interval has no width, or is not known. Its ends are
// `within_reach`.
[[nodiscard]] std::string shown(const engine::Interval& interval, Style style = Style::plain);

// The mean alone, rounded in the same way.
[[nodiscard]] std::string shown_mean(const engine::Interval& interval, Style style = Style::plain);

// The number of characters of UTF-8 text.
[[nodiscard]] std::size_t width(const std::string& text);

// The text with spaces before or after it, or cut with `…`, so that it is so wide.
[[nodiscard]] std::string left_aligned(const std::string& text, std::size_t wide);
[[nodiscard]] std::string right_aligned(const std::string& text, std::size_t wide);

// The text in lines of at most so many characters, broken between words.
[[nodiscard]] std::string wrapped(const std::string& text, std::size_t wide);

// The same behind a first word such as `  - `, under which the further lines are indented.
[[nodiscard]] std::string hanging(const std::string& first, const std::string& text, std::size_t wide);

}  // namespace sendcap::report
