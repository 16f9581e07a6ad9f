#pragma once

#include <string_view>

#include "sendcap/model/measure.hpp"

namespace sendcap::report {

// `at a date` or `over a period`.
[[nodiscard]] constexpr std::string_view clock_words(model::MeasureClock clock) {
  return clock == model::MeasureClock::date ? "at a date" : "over a period";
}

// What follows the name of a measure that has several columns.
[[nodiscard]] constexpr std::string_view name_pattern(model::MeasureId measure) {
  switch (measure) {
    case model::MeasureId::waiting_band:
      return ": (band)";
    case model::MeasureId::left:
    case model::MeasureId::raised:
      return ": (reason)";
    case model::MeasureId::outcome:
      return ": (outcome)";
    default:
      return "";
  }
}

}  // namespace sendcap::report
