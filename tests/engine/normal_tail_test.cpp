#include "engine/normal_tail.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sendcap::engine {
namespace {

// Simpson's rule for the k-th moment of the excess over `bound`, weighted with the density relative to the
// one at the bound: exp(-x bound - x^2 / 2), which does not underflow however far out the bound lies.
double excess_integral(double bound, int k, double from = 0) {
  constexpr int kSteps = 200000;
  const double end = from + (bound > 1 ? 50 / bound : 14 - bound);
  const double step = (end - from) / kSteps;
  double sum = 0;
  for (int point = 0; point <= kSteps; ++point) {
    const double x = from + point * step;
    const double weight = point == 0 || point == kSteps ? 1 : point % 2 == 1 ? 4 : 2;
    sum += weight * std::pow(x, k) * std::exp(-x * bound - x * x / 2);
  }
  return sum * step / 3;
}

class NormalTailBeyond : public testing::TestWithParam<double> {};

TEST_P(NormalTailBeyond, HasTheMomentsThatIntegrationGives) {
  const double bound = GetParam();
  const double mass = excess_integral(bound, 0);
  const double mean = excess_integral(bound, 1) / mass;
  const double variance = excess_integral(bound, 2) / mass - mean * mean;
  const NormalTail tail = normal_tail(bound);
  EXPECT_NEAR(tail.mean_excess / mean, 1, 1e-10);
  EXPECT_NEAR(tail.variance / variance, 1, 1e-9);
}

TEST_P(NormalTailBeyond, FallsAsIntegrationSays) {
  const double bound = GetParam();
  const double further = bound > 1 ? 1 / bound : 1;
  EXPECT_NEAR(normal_survival_beyond(bound, bound + further) * excess_integral(bound, 0),
              excess_integral(bound, 0, further), 1e-10 * excess_integral(bound, 0));
  EXPECT_DOUBLE_EQ(normal_survival_beyond(bound, bound), 1);
}

INSTANTIATE_TEST_SUITE_P(Bounds, NormalTailBeyond,
                         testing::Values(-6.0, -1.0, 0.0, 1.0, 1.999, 2.0, 5.0, 40.0, 1000.0));

TEST(NormalTail, IsExponentialFarOut) {
  const NormalTail tail = normal_tail(1e8);
  EXPECT_NEAR(tail.mean_excess * 1e8, 1, 1e-12);
  EXPECT_NEAR(tail.variance * 1e16, 1, 1e-12);
}

TEST(NormalTail, IsTheWholeDistributionBelow) {
  const NormalTail tail = normal_tail(-1e6);
  EXPECT_DOUBLE_EQ(tail.mean_excess, 1e6);
  EXPECT_DOUBLE_EQ(tail.variance, 1);
}

}  // namespace
}  // namespace sendcap::engine
