#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sendcap::scenario {

/// A decimal number at the front of a text, and what follows it.
struct LeadingNumber {
  std::optional<double> value;  ///< empty when there is no well-formed number
  std::string_view text;        ///< the number as written
  std::string_view rest;        ///< what follows, without spaces around it
  std::string hint;             ///< when there is no number: how it should have been written; may be empty
};

/// Reads `[+-]digits[.digits][e[+-]digits]`, where the digits before the point may stand in groups of three
/// with commas between.
[[nodiscard]] LeadingNumber read_leading_number(std::string_view text);

/// The number times a power of ten, rounded once only: 11% is exactly what 0.11 is.
[[nodiscard]] double times_power_of_ten(const LeadingNumber& number, int power);

/// The shortest decimal text that reads as exactly this number.
[[nodiscard]] std::string shortest_number(double number);

}  // namespace sendcap::scenario
