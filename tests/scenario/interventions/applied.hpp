#pragma once

#include <string>

#include "sendcap/scenario/scenario.hpp"

namespace sendcap::scenario {

/// A small county before and after some interventions, and what was said about them.
struct Applied {
  Scenario before;
  Scenario after;
  std::string said;
};

/// Applies interventions, written as the items of a plan, to the county in applied.cpp.
Applied applied(const std::string& interventions);

/// Money spent once or evenly under a name; fails the test when there is none.
const OneOff& spent_once(const Scenario& scenario, const std::string& name);
const Running& spent_evenly(const Scenario& scenario, const std::string& name);

/// The value in force on a day, in its base unit.
template <class T>
T on_day(const Value<T>& value, int days_since_1970) {
  T is = value.is;
  for (const Change<T>& change : value.then)
    if (change.from.date.days_since_1970 <= days_since_1970) is = change.is;
  return is;
}

/// Days since 1970-01-01.
constexpr int kSeptember2025 = 20332;  // 2025-09-01
constexpr int kJanuary2026 = 20454;    // 2026-01-01
constexpr int kSeptember2026 = 20697;  // 2026-09-01

}  // namespace sendcap::scenario
