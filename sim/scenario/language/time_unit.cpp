#include "scenario/language/time_unit.hpp"

#include <string>

#include "scenario/language/text.hpp"

namespace sendcap::scenario {

namespace {

constexpr TimeUnit kUnits[] = {
    {"week", "weeks", " w wk wks ", 7, 1},           {"day", "days", " d ", 1, 1},
    {"month", "months", " mo ", 30.4375, 1},         {"year", "years", " y yr yrs annum ", 365.25, 1},
    {"hour", "hours", " h hr hrs ", 1, 24},          {"min", "min", " mins minute minutes ", 1, 1440},
    {"second", "seconds", " s sec secs ", 1, 86400},
};

}  // namespace

std::span<const TimeUnit> time_units() {
  return kUnits;
}

const TimeUnit* find_time_unit(std::string_view name) {
  const std::string lower = lower_case(name);
  if (lower.empty() || lower.find(' ') != std::string::npos) return nullptr;
  for (const TimeUnit& unit : kUnits) {
    if (lower == unit.one || lower == unit.many) return &unit;
    if (unit.other_names.find(" " + lower + " ") != std::string_view::npos) return &unit;
  }
  return nullptr;
}

}  // namespace sendcap::scenario
