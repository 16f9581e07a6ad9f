#pragma once

#include <limits>

namespace sendcap::engine {

/// The average over time of a value that changes at moments, such as a queue's length. Times never run back.
class TimeWeighted {
 public:
  /// The value is 0 from `start` until it is set.
  explicit TimeWeighted(double start = 0) : begin_(start), last_(start) {}

  /// From `time` on the value is `value`.
  void set(double time, double value) {
    area_ += value_ * (time - last_);
    last_ = time;
    value_ = value;
  }

  /// Forgets what happened before `time` (the end of the warm-up or of a period) but keeps the value.
  void reset(double time) {
    area_ = 0;
    begin_ = time;
    last_ = time;
  }

  double value() const { return value_; }

  /// The start of the period: the last reset.
  double begin() const { return begin_; }

  /// Value times time from the start of the period to `time`, which is not before the last change.
  double area(double time) const { return area_ + value_ * (time - last_); }

  /// The average from the start of the period to `time`; NaN over no time at all.
  double average(double time) const {
    return time > begin_ ? area(time) / (time - begin_) : std::numeric_limits<double>::quiet_NaN();
  }

 private:
  double begin_;
  double last_;
  double value_ = 0;
  double area_ = 0;
};

}  // namespace sendcap::engine
