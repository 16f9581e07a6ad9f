#pragma once

#include <cstdint>

#include "sendcap/engine/tally.hpp"

namespace sendcap::engine {

/// An estimate and the interval that covers the true value with the stated confidence.
struct Interval {
  double mean = 0;
  double low = 0;
  double high = 0;

  double half_width() const { return (high - low) / 2; }
};

/// The quantile of Student's t distribution: a variable with so many degrees of freedom stays below it with
/// this probability. Throws std::invalid_argument unless degrees > 0 and 0 < probability < 1.
double student_t_quantile(double degrees_of_freedom, double probability);

/// The probability that such a variable stays below `value`. Throws std::invalid_argument unless degrees > 0.
double student_t_probability(double degrees_of_freedom, double value);

/// The probability that a variable with the χ² distribution of so many degrees of freedom, which need not be
/// whole, is above a value of at least 0. Throws std::invalid_argument unless degrees > 0.
double chi_squared_tail(double degrees_of_freedom, double value);

/// Student's t interval for the mean of independent observations, one per replication. With fewer than two
/// observations it is infinitely wide. `level` is the confidence, such as 0.95; throws std::invalid_argument
/// unless 0 < level < 1.
Interval student_t_interval(const Tally& observations, double level);

/// The share of so many successes in so many independent trials, with Wilson's score interval (Wilson 1927,
/// Probable Inference, the Law of Succession, and Statistical Inference), which holds its promise near 0 and
/// 1 too. All NaN without trials. Throws std::invalid_argument unless 0 < level < 1.
Interval wilson_interval(std::uint64_t successes, std::uint64_t trials, double level);

}  // namespace sendcap::engine
