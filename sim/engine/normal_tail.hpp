#pragma once

namespace sendcap::engine {

/// What lies above a bound of the standard normal distribution, to full relative precision however far out.
struct NormalTail {
  double mean_excess;  ///< how far beyond the bound those above it lie on average
  double variance;     ///< of those above the bound
};

NormalTail normal_tail(double bound);

/// The probability that a standard normal variable known to be above `bound` is above `value` >= `bound`.
double normal_survival_beyond(double bound, double value);

}  // namespace sendcap::engine
