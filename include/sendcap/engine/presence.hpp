#pragma once

#include <cstddef>
#include <vector>

namespace sendcap::engine {

/// For how much of the time how many were present: the distribution over time of a number such as children
/// waiting or places taken. Times never run back. Memory grows with the largest number.
class PresenceDistribution {
 public:
  /// Nobody is present from `start` until it is set.
  explicit PresenceDistribution(double start = 0) : last_(start), time_with_(1) {}

  /// From `time` on `number` are present.
  void set(double time, std::size_t number) {
    advance(time);
    number_ = number;
    if (number >= numbers_) [[unlikely]]
      grow_to(number);
  }

  /// Counts the time up to `time`; what follows answers for the time counted so far.
  void advance(double time) {
    time_with_[number_] += time - last_;
    last_ = time;
  }

  /// Forgets what happened before `time` (the end of the warm-up or of a period) but not how many are
  /// present.
  void reset(double time);

  std::size_t number() const { return number_; }

  /// The time counted since the last reset.
  double total_time() const;

  /// The share of the time with exactly `number` present. NaN over no time at all, as are the following.
  double probability(std::size_t number) const;

  /// The share of the time with each number present, from 0 to the largest. Empty over no time at all.
  std::vector<double> probabilities() const;

  /// The average number present.
  double mean() const;

  /// The smallest number such that for at least `share` (0 to 1) of the time no more were present.
  /// 0 over no time at all.
  std::size_t quantile(double share) const;

 private:
  void grow_to(std::size_t number);

  double last_;
  std::size_t number_ = 0;
  std::size_t numbers_ = 1;  // the size of what follows
  std::vector<double> time_with_;
};

}  // namespace sendcap::engine
