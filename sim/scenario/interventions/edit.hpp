#pragma once

#include <algorithm>
#include <cstddef>
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

/// Names in one text: `a, b`.
[[nodiscard]] std::string joined(const std::vector<Name>& names);

/// A moment as days since the start of the run.
[[nodiscard]] inline double days_after_start(const Moment& moment, const Clock& clock) {
  return moment.is_date ? static_cast<double>(moment.date.days_since_1970 - clock.start.days_since_1970)
                        : moment.since_start.days;
}

/// How long the run is, in days, as far as it is said; otherwise infinite.
[[nodiscard]] double length_of(const Clock& clock);

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

/// The moments at which a value changes.
template <class T>
[[nodiscard]] std::vector<Moment> moments_of(const Value<T>& value) {
  std::vector<Moment> moments;
  for (const Change<T>& change : value.then) moments.push_back(change.from);
  return moments;
}

/// Changes a value as the effect goes: at every moment it becomes `edit(value, share, time)`, with the share
/// of the effect that is there and the time in days after the start; where there is none, it stays as it was
/// to the last bit. `also` are further moments at which the outcome of the edit changes.
template <class T, class Edit>
void edit_value_in_time(Value<T>& value, const Effect& effect, const Clock& clock,
                        const std::vector<Moment>& also, const Edit& edit) {
  const Value<T> before = value;
  const auto edited = [&](const T& is, double time) {
    const double share = effect.share_at(time, clock);
    return share > 0 ? edit(is, share, time) : is;
  };
  value.is = edited(before.is, -clock.warm_up.days);
  std::vector<Moment> moments = moments_of(before);
  for (const Effect::Step& step : effect.steps) moments.push_back(step.from);
  moments.insert(moments.end(), also.begin(), also.end());
  const auto before_all = [&](const Moment& moment) {
    return days_after_start(moment, clock) <= -clock.warm_up.days;
  };
  moments.erase(std::remove_if(moments.begin() + static_cast<std::ptrdiff_t>(before.then.size()),
                               moments.end(), before_all),
                moments.end());
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

/// The same for an edit that depends on nothing else: `edit(value, share)`.
template <class T, class Edit>
void edit_value(Value<T>& value, const Effect& effect, const Clock& clock, const Edit& edit) {
  edit_value_in_time(value, effect, clock, {},
                     [&](const T& is, double share, double) { return edit(is, share); });
}

}  // namespace sendcap::scenario
