#pragma once

#include <optional>
#include <string>

#include "sendcap/scenario/scenario.hpp"

namespace sendcap::scenario {

// A small scenario: a clinic of 4 sessions a week (6 from June 2025), a team of ten therapists, a school.
extern const char* const kSmallWorld;

// What interventions, written as the list of a plan, make of a scenario.
struct Applied {
  std::optional<Scenario> baseline;
  Scenario changed;
  std::string said;  // about mistakes; empty when there are none
};
Applied apply_text(const std::string& interventions, const std::string& baseline = kSmallWorld);

inline const Clinic& clinic_of(const Scenario& scenario, const char* name = "clinic") {
  return std::get<Clinic>(scenario.services.find(name)->is);
}
inline const Team& team_of(const Scenario& scenario, const char* name = "therapy") {
  return std::get<Team>(scenario.services.find(name)->is);
}

// The value in force on a date.
template <class T>
T on(const Value<T>& value, std::int32_t days_since_1970) {
  T is = value.is;
  for (const Change<T>& change : value.then)
    if (change.from.date.days_since_1970 <= days_since_1970) is = change.is;
  return is;
}

}  // namespace sendcap::scenario
