#pragma once

#include <algorithm>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "sendcap/scenario/clock.hpp"
#include "sendcap/scenario/interventions/terms.hpp"
#include "sendcap/scenario/language/diagnostic.hpp"
#include "sendcap/scenario/language/value.hpp"
#include "sendcap/scenario/scenario.hpp"

namespace sendcap::scenario {

/// A moment as days since the start of the run.
[[nodiscard]] inline double days_after_start(const Moment& moment, const Clock& clock) {
  return moment.is_date ? static_cast<double>(moment.date.days_since_1970 - clock.start.days_since_1970)
                        : moment.since_start.days;
}

/// A number of days after the start of the run as a moment.
[[nodiscard]] Moment moment_at(double days, const Clock& clock);

/// The value in force at a time (days after the start).
template <class T>
[[nodiscard]] T value_at(const Value<T>& value, double time, const Clock& clock) {
  T is = value.is;
  for (const Change<T>& change : value.then)
    if (days_after_start(change.from, clock) <= time) is = change.is;
  return is;
}

/// How much of a change's effect is there, step by step: none before the first, then the share of each.
struct Effect {
  struct Step {
    Moment from;
    double share = 0;
  };
  std::vector<Step> steps;  ///< in order of time

  [[nodiscard]] double share_at(double time, const Clock& clock) const {
    double share = 0;
    for (const Step& step : steps)
      if (days_after_start(step.from, clock) <= time) share = step.share;
    return share;
  }
};

/// The steps of the effect under these terms. A beginning that does not come before `until` is a mistake at
/// `place`.
[[nodiscard]] std::optional<Effect> effect_of(const Terms& terms, const Clock& clock, const Place& place,
                                              const std::string& path, Diagnostics& diagnostics);

/// Books what a change costs beside what it adds, under the name of the change.
void book(Scenario& scenario, const Terms& terms, const Effect& effect, const std::string& name);

/// Changes a value as the effect goes: at every moment it becomes `edit(value, share)`, with the share of the
/// effect that is there; where there is none, it stays as it was to the last bit.
template <class T, class Edit>
void edit_value(Value<T>& value, const Effect& effect, const Clock& clock, const Edit& edit) {
  const Value<T> before = value;
  const auto edited = [&](const T& is, double time) {
    const double share = effect.share_at(time, clock);
    return share > 0 ? edit(is, share) : is;
  };
  value.is = edited(before.is, -clock.warm_up.days);
  std::vector<Moment> moments;
  for (const Change<T>& change : before.then) moments.push_back(change.from);
  for (const Effect::Step& step : effect.steps)
    if (days_after_start(step.from, clock) > -clock.warm_up.days) moments.push_back(step.from);
  std::stable_sort(moments.begin(), moments.end(), [&](const Moment& left, const Moment& right) {
    return days_after_start(left, clock) < days_after_start(right, clock);
  });
  value.then.clear();
  double last = -std::numeric_limits<double>::infinity();
  for (const Moment& moment : moments) {
    const double time = days_after_start(moment, clock);
    if (time == last) continue;
    last = time;
    Change<T> change;
    for (const Change<T>& old : before.then)
      if (days_after_start(old.from, clock) == time) change = old;
    change.from = moment;
    change.is = edited(value_at(before, time, clock), time);
    value.then.push_back(std::move(change));
  }
}

}  // namespace sendcap::scenario
