#pragma once

#include <span>
#include <string_view>

namespace sendcap::scenario {

/// A unit of time. One of it is `days / parts` days, so that both a week and a second are exact.
struct TimeUnit {
  std::string_view one;
  std::string_view many;
  std::string_view other_names;  ///< with spaces around each
  double days;
  double parts;
};

/// In the order in which they are preferred when several write a duration equally briefly.
[[nodiscard]] std::span<const TimeUnit> time_units();

/// The unit of that name (singular, plural or abbreviated; capitals do not count), or null.
[[nodiscard]] const TimeUnit* find_time_unit(std::string_view name);

}  // namespace sendcap::scenario
