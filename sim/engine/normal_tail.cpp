#include "engine/normal_tail.hpp"

#include <cmath>

namespace sendcap::engine {
namespace {

constexpr double kRootHalf = 0.70710678118654752440;       // sqrt(1/2)
constexpr double kRootTwoOverPi = 0.79788456080286535588;  // sqrt(2/pi)

// From here on the continued fraction is used, below it the error function.
constexpr double kFarOut = 2;

// The continued fraction n / (x + (n + 1) / (x + (n + 2) / ...)) of Laplace; Abramowitz and Stegun 26.2.14.
// Two hundred terms settle it to the last bit for x >= 2.
double laplace_fraction(int first, double x) {
  double fraction = 0;
  for (int term = first + 200; term >= first; --term) fraction = term / (x + fraction);
  return fraction;
}

}  // namespace

NormalTail normal_tail(double bound) {
  if (bound < kFarOut) {
    const double mean = kRootTwoOverPi * std::exp(-bound * bound / 2) / std::erfc(bound * kRootHalf);
    const double mean_excess = mean - bound;
    return NormalTail{mean_excess, 1 - mean * mean_excess};
  }
  // The mean is bound + e, where e = 1 / (bound + f) and f are the fractions from 1 and from 2. Then the
  // variance, 1 - mean * e, is (f - e) * e, which does not cancel far out.
  const double mean_excess = laplace_fraction(1, bound);
  return NormalTail{mean_excess, (laplace_fraction(2, bound) - mean_excess) * mean_excess};
}

double normal_survival_beyond(double bound, double value) {
  if (bound < kFarOut) return std::erfc(value * kRootHalf) / std::erfc(bound * kRootHalf);
  const double fall_of_density = std::exp(-(value - bound) * (value + bound) / 2);
  return fall_of_density * (bound + laplace_fraction(1, bound)) / (value + laplace_fraction(1, value));
}

}  // namespace sendcap::engine
