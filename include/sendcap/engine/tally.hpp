#pragma once

#include <cstdint>
#include <limits>

namespace sendcap::engine {

/// Count, mean, variance and extremes of observations, in one pass (Welford 1962), mergeable (Chan, Golub and
/// LeVeque 1979).
class Tally {
 public:
  void add(double observation) {
    ++count_;
    const double difference = observation - mean_;
    mean_ += difference / static_cast<double>(count_);
    squares_ += difference * (observation - mean_);
    minimum_ = observation < minimum_ ? observation : minimum_;
    maximum_ = observation > maximum_ ? observation : maximum_;
  }

  /// Adds all observations of another tally.
  void merge(const Tally& other);

  std::uint64_t count() const { return count_; }

  /// NaN without observations.
  double mean() const { return count_ > 0 ? mean_ : kUnknown; }

  /// The sum of all observations, 0 without any.
  double sum() const { return mean_ * static_cast<double>(count_); }

  /// Unbiased (divided by n - 1); NaN with fewer than two observations.
  double variance() const { return count_ > 1 ? squares_ / static_cast<double>(count_ - 1) : kUnknown; }

  /// The square root of `variance`.
  double standard_deviation() const;

  /// Infinity without observations.
  double minimum() const { return minimum_; }

  /// Minus infinity without observations.
  double maximum() const { return maximum_; }

 private:
  static constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

  std::uint64_t count_ = 0;
  double mean_ = 0;
  double squares_ = 0;  // sum of squared differences from the mean
  double minimum_ = std::numeric_limits<double>::infinity();
  double maximum_ = -std::numeric_limits<double>::infinity();
};

}  // namespace sendcap::engine
