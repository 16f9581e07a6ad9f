#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <vector>

#include "sendcap/scenario/clock.hpp"
#include "sendcap/scenario/language/quantity_text.hpp"
#include "sendcap/scenario/language/value.hpp"

namespace sendcap::scenario {

/// A moment as days since the start of the run.
[[nodiscard]] inline double days_after_start(const Moment& moment, const Clock& clock) {
  return moment.is_date ? static_cast<double>(moment.date.days_since_1970 - clock.start.days_since_1970)
                        : moment.since_start.days;
}

/// The value in force at a time (days after the start).
template <class T>
[[nodiscard]] T value_at(const Value<T>& value, double time, const Clock& clock) {
  T is = value.is;
  for (const Change<T>& change : value.then)
    if (days_after_start(change.from, clock) <= time) is = change.is;
  return is;
}

/// Changes a value over a stretch of time: from `from`, until `until` if there is one, it becomes
/// `edit(value)` at every moment; before and after it stays as it was.
template <class T, class Edit>
void edit_between(Value<T>& value, const Moment& from, const std::optional<Moment>& until, const Clock& clock,
                  const Edit& edit) {
  const double begin = days_after_start(from, clock);
  const double end = until ? days_after_start(*until, clock) : std::numeric_limits<double>::infinity();
  const Value<T> before = value;
  const auto held = [&](double time) { return begin <= time && time < end; };
  const bool from_start = begin <= -clock.warm_up.days;
  if (from_start && end > -clock.warm_up.days) value.is = edit(before.is);
  value.then.clear();
  std::vector<Moment> moments;
  for (const Change<T>& change : before.then) moments.push_back(change.from);
  if (!from_start) moments.push_back(from);
  if (until && end > -clock.warm_up.days) moments.push_back(*until);
  std::stable_sort(moments.begin(), moments.end(), [&](const Moment& left, const Moment& right) {
    return days_after_start(left, clock) < days_after_start(right, clock);
  });
  double last = -std::numeric_limits<double>::infinity();
  for (const Moment& moment : moments) {
    const double time = days_after_start(moment, clock);
    if (time == last) continue;
    last = time;
    Change<T> change;
    change.from = moment;
    change.is = value_at(before, time, clock);
    if (held(time)) change.is = edit(change.is);
    for (const Change<T>& old : before.then)
      if (days_after_start(old.from, clock) == time) {
        change.source = old.source;
        change.quality = old.quality;
        change.place = old.place;
      }
    value.then.push_back(std::move(change));
  }
}

/// Whether `until`, if given, comes after `from`; otherwise a mistake at `place`.
inline bool in_order(const Moment& from, const std::optional<Moment>& until, const Clock& clock) {
  return !until || days_after_start(from, clock) < days_after_start(*until, clock);
}

}  // namespace sendcap::scenario
