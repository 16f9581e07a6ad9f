#pragma once

#include <cstddef>
#include <limits>
#include <vector>

namespace sendcap::model {

/// A value that changes at known times: constant from each time to the next. Times are days since the start.
class Timeline {
 public:
  Timeline() = default;
  explicit Timeline(double value) : values_{value} {}

  /// REQUIRES: `time` is later than every change so far. A change at or before the start replaces the first
  /// value.
  void change(double time, double value);

  [[nodiscard]] double at(double time) const {
    std::size_t i = values_.size() - 1;
    while (i > 0 && times_[i - 1] > time) --i;
    return values_[i];
  }
  /// The first change after `time`; infinity when there is none.
  [[nodiscard]] double next_change(double time) const {
    for (double change_time : times_)
      if (change_time > time) return change_time;
    return std::numeric_limits<double>::infinity();
  }
  [[nodiscard]] bool constant() const { return times_.empty(); }
  [[nodiscard]] const std::vector<double>& change_times() const { return times_; }
  [[nodiscard]] const std::vector<double>& values() const { return values_; }
  [[nodiscard]] double greatest() const;
  [[nodiscard]] double least() const;
  /// The integral of the value from one time to another.
  [[nodiscard]] double integral(double from, double to) const;

 private:
  std::vector<double> times_;  ///< times_[i]: when values_[i + 1] begins
  std::vector<double> values_{0.0};
};

}  // namespace sendcap::model
