#pragma once

#include <algorithm>
#include <cstddef>
#include <limits>
#include <vector>

namespace sendcap::model {

/// A value that changes at known times: constant from each time to the next. Times are days since the start.
class Timeline {
 public:
  Timeline() = default;
  explicit Timeline(double value) : first_(value), values_{value} {}

  /// REQUIRES: `time` is later than every change so far. A change at or before the start replaces the first
  /// value.
  void change(double time, double value);

  // Most values of a scenario never change: those are one number, beside what says so.
  [[nodiscard]] double at(double time) const {
    if (times_.empty()) [[likely]]
      return first_;
    return values_[changes_until(time)];
  }
  /// The first change after `time`; infinity when there is none.
  [[nodiscard]] double next_change(double time) const {
    if (times_.empty()) return std::numeric_limits<double>::infinity();
    const std::size_t before = changes_until(time);
    return before < times_.size() ? times_[before] : std::numeric_limits<double>::infinity();
  }
  [[nodiscard]] bool constant() const { return times_.empty(); }
  [[nodiscard]] const std::vector<double>& change_times() const { return times_; }
  [[nodiscard]] const std::vector<double>& values() const { return values_; }
  [[nodiscard]] double greatest() const;
  [[nodiscard]] double least() const;
  /// The integral of the value from one time to another.
  [[nodiscard]] double integral(double from, double to) const;

 private:
  // The number of changes at or before a time.
  [[nodiscard]] std::size_t changes_until(double time) const {
    return static_cast<std::size_t>(std::upper_bound(times_.begin(), times_.end(), time) - times_.begin());
  }

  double first_ = 0;           ///< values_[0]
  std::vector<double> times_;  ///< times_[i]: when values_[i + 1] begins
  std::vector<double> values_{0.0};
};

}  // namespace sendcap::model
