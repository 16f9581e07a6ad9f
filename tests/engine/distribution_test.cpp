#include "sendcap/engine/distribution.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <ostream>
#include <stdexcept>
#include <string>
#include <vector>

#include "chi_square.hpp"
#include "sendcap/engine/tally.hpp"

namespace sendcap::engine {
namespace {

// A distribution beside its mean and variance from a textbook or worked out by hand.
struct Known {
  std::string name;
  Distribution distribution;
  double mean;
  double variance;

  friend void PrintTo(const Known& known, std::ostream* stream) { *stream << known.name; }
};

constexpr double kPi = 3.14159265358979323846;

std::vector<Known> continuous() {
  const double half_normal_mean = std::sqrt(2 / kPi);
  return {
      {"Exponential", Distribution::exponential(7), 7, 49},
      {"GammaWithShapeBelowOne", Distribution::gamma(0.4, 5), 2, 10},
      {"GammaWithShapeOne", Distribution::gamma(1, 3), 3, 9},
      {"GammaWithShapeAboveOne", Distribution::gamma(2.5, 4), 10, 40},
      {"GammaFromMeanAndSd", Distribution::gamma_from_mean_sd(20, 8), 20, 64},
      {"ErlangOfOneStage", Distribution::erlang(1, 6), 6, 36},
      {"ErlangOfThreeStages", Distribution::erlang(3, 6), 6, 12},
      {"ErlangOfManyStages", Distribution::erlang(50, 100), 100, 200},
      {"WeibullOfShapeTwo", Distribution::weibull(2, 10), 5 * std::sqrt(kPi), 100 * (1 - kPi / 4)},
      {"WeibullOfShapeHalf", Distribution::weibull(0.5, 3), 6, 9 * 20},
      {"Lognormal", Distribution::lognormal(1, 0.5), std::exp(1.125), std::exp(2.25) * (std::exp(0.25) - 1)},
      {"LognormalFromMeanAndSd", Distribution::lognormal_from_mean_sd(12, 9), 12, 81},
      {"LognormalFromMedian", Distribution::lognormal_from_median_sigma(8, 0.5), 8 * std::exp(0.125),
       64 * std::exp(0.25) * (std::exp(0.25) - 1)},
      {"Triangular", Distribution::triangular(1, 2, 6), 3, (1 + 4 + 36 - 2 - 6 - 12) / 18.0},
      {"TriangularWithModeAtTheLeast", Distribution::triangular(0, 0, 3), 1, 0.5},
      {"TriangularWithModeAtTheMost", Distribution::triangular(0, 3, 3), 2, 0.5},
      {"Uniform", Distribution::uniform(4, 10), 7, 3},
      {"NormalTruncatedFarBelow", Distribution::truncated_normal(100, 5), 100, 25},
      {"NormalTruncatedAtItsMean", Distribution::truncated_normal(3, 2, 3), 3 + 2 * half_normal_mean,
       4 * (1 - 2 / kPi)},
      // Beyond a bound of 5 and of 40 standard deviations, by Simpson's rule with 400,000 steps.
      {"NormalTruncatedFarAbove", Distribution::truncated_normal(-5, 1), 0.18650396712584211,
       0.032696436020145},
      {"NormalTruncatedVeryFarAbove", Distribution::truncated_normal(-40, 1), 0.02496884720726372,
       6.226683786e-4},
  };
}

std::vector<Known> discrete() {
  return {
      {"PoissonOfSmallMean", Distribution::poisson(3), 3, 3},
      {"PoissonOfLargeMean", Distribution::poisson(250), 250, 250},
      {"PoissonNumberOfWeeks", Distribution::poisson(4, 7), 28, 4 * 49},
      {"Empirical", Distribution::empirical({5, 1, 1, 9}), 4, (1 + 9 + 9 + 25) / 4.0},
      {"Discrete", Distribution::discrete({2, 0, 10}, {0.5, 0.3, 0.2}), 3, 0.5 * 1 + 0.3 * 9 + 0.2 * 49},
  };
}

Stream fixed_stream() {
  return Stream(ReplicationKey(20260119, 0), 1, 2, 3);
}

class AnyDistribution : public testing::TestWithParam<Known> {};

TEST_P(AnyDistribution, KnowsItsMeanAndVariance) {
  EXPECT_NEAR(GetParam().distribution.mean() / GetParam().mean, 1, 1e-6);
  EXPECT_NEAR(GetParam().distribution.variance() / GetParam().variance, 1, 1e-6);
}

TEST_P(AnyDistribution, DrawsWithThatMeanAndVariance) {
  // Within four standard errors; that of the variance comes from the sample's own fourth moment.
  constexpr int kDraws = 400000;
  Stream stream = fixed_stream();
  Tally draws;
  Tally squares;
  for (int draw = 0; draw < kDraws; ++draw) {
    const double value = GetParam().distribution.draw(stream);
    draws.add(value);
    squares.add((value - GetParam().mean) * (value - GetParam().mean));
  }
  EXPECT_NEAR(draws.mean(), GetParam().mean, 4 * std::sqrt(GetParam().variance / kDraws));
  EXPECT_NEAR(squares.mean(), GetParam().variance,
              4 * squares.standard_deviation() / std::sqrt(double{kDraws}));
}

std::string name_of(const testing::TestParamInfo<Known>& test) {
  return test.param.name;
}

INSTANTIATE_TEST_SUITE_P(Continuous, AnyDistribution, testing::ValuesIn(continuous()), name_of);
INSTANTIATE_TEST_SUITE_P(Discrete, AnyDistribution, testing::ValuesIn(discrete()), name_of);

class ContinuousDistribution : public testing::TestWithParam<Known> {};

TEST_P(ContinuousDistribution, DrawsWhatItsCumulativeProbabilitySays) {
  // Kolmogorov and Smirnov's statistic exceeds 1.95 / sqrt(n) with a probability of 0.1%.
  constexpr std::size_t kDraws = 100000;
  Stream stream = fixed_stream();
  std::vector<double> values(kDraws);
  for (double& value : values) value = GetParam().distribution.draw(stream);
  std::sort(values.begin(), values.end());
  double distance = 0;
  for (std::size_t rank = 0; rank < kDraws; ++rank) {
    const double probability = GetParam().distribution.cumulative(values[rank]);
    distance = std::max({distance, probability - static_cast<double>(rank) / kDraws,
                         static_cast<double>(rank + 1) / kDraws - probability});
  }
  EXPECT_LT(distance, 1.95 / std::sqrt(double{kDraws}));
}

TEST_P(ContinuousDistribution, HasAMeanThatItsCumulativeProbabilityGives) {
  // The mean of a variable that is never negative is the integral of 1 - F; here from 0 to where nothing is
  // left.
  const Distribution& distribution = GetParam().distribution;
  double end = GetParam().mean;
  while (distribution.cumulative(end) < 1 - 1e-13) end *= 2;
  constexpr int kSteps = 400000;
  double sum = 0;
  for (int step = 0; step < kSteps; ++step) sum += 1 - distribution.cumulative((step + 0.5) * end / kSteps);
  EXPECT_NEAR(sum * end / kSteps / GetParam().mean, 1, 1e-4);
}

INSTANTIATE_TEST_SUITE_P(Continuous, ContinuousDistribution, testing::ValuesIn(continuous()), name_of);

TEST(Exponential, FallsToOneInEAtItsMean) {
  EXPECT_DOUBLE_EQ(Distribution::exponential(5).cumulative(5), 1 - std::exp(-1.0));
  EXPECT_EQ(Distribution::exponential(5).cumulative(-1), 0);
}

TEST(Erlang, CountsPoissonEvents) {
  // Three stages of mean 2 are over by time 6 unless fewer than three events of a Poisson process came:
  // mean 3.
  EXPECT_NEAR(Distribution::erlang(3, 6).cumulative(6), 1 - std::exp(-3.0) * (1 + 3 + 4.5), 1e-14);
}

TEST(Poisson, FallsIntoWholeMultiplesAsOftenAsItsFormulaSays) {
  for (const double mean : {3.0, 40.0}) {
    const Distribution poisson = Distribution::poisson(mean, 7);
    constexpr int kDraws = 200000;
    const auto cells = static_cast<std::size_t>(2 * mean) + 2;
    std::vector<double> observed(cells);
    std::vector<double> expected(cells);
    double probability = std::exp(-mean);
    double left = 1;
    for (std::size_t cell = 0; cell + 1 < cells; ++cell) {
      expected[cell] = kDraws * probability;
      left -= probability;
      EXPECT_NEAR(poisson.cumulative(7.0 * static_cast<double>(cell)), 1 - left, 1e-12);
      probability *= mean / static_cast<double>(cell + 1);
    }
    expected[cells - 1] = kDraws * left;
    Stream stream = fixed_stream();
    for (int draw = 0; draw < kDraws; ++draw) {
      const double value = poisson.draw(stream);
      ASSERT_EQ(std::fmod(value, 7), 0);
      observed[std::min(static_cast<std::size_t>(value / 7), cells - 1)] += 1;
    }
    // Cells too rare for the test are left out: their share of the whole is negligible.
    double statistic = 0;
    int used = 0;
    for (std::size_t cell = 0; cell < cells; ++cell) {
      if (expected[cell] < 5) continue;
      statistic += chi_square({observed[cell]}, {expected[cell]});
      ++used;
    }
    EXPECT_LT(statistic, chi_square_quantile(used - 1, 0.999));
  }
}

TEST(Empirical, GivesBackWhatWasObserved) {
  const Distribution waits = Distribution::empirical({30, 10, 20, 10});
  EXPECT_EQ(waits.cumulative(9), 0);
  EXPECT_EQ(waits.cumulative(10), 0.5);
  EXPECT_EQ(waits.cumulative(25), 0.75);
  EXPECT_EQ(waits.cumulative(30), 1);
  Stream stream = fixed_stream();
  std::vector<double> observed(3);
  for (int draw = 0; draw < 40000; ++draw)
    observed.at(static_cast<std::size_t>(waits.draw(stream) / 10) - 1) += 1;
  EXPECT_LT(chi_square(observed, {20000, 10000, 10000}), chi_square_quantile(2, 0.999));
}

TEST(Discrete, GivesItsValuesInProportion) {
  const Distribution visits = Distribution::discrete({1, 2, 3}, {2, 1, 1});
  EXPECT_EQ(visits.cumulative(0.5), 0);
  EXPECT_EQ(visits.cumulative(1), 0.5);
  EXPECT_EQ(visits.cumulative(2), 0.75);
  EXPECT_EQ(visits.cumulative(3), 1);
}

TEST(Deterministic, IsAlwaysTheSameAndDrawsNothing) {
  const Distribution fixed = Distribution::deterministic(45);
  Stream stream = fixed_stream();
  Stream untouched = fixed_stream();
  EXPECT_EQ(fixed.draw(stream), 45);
  EXPECT_EQ(stream(), untouched());
  EXPECT_EQ(fixed.mean(), 45);
  EXPECT_EQ(fixed.variance(), 0);
  EXPECT_EQ(fixed.cumulative(44.9), 0);
  EXPECT_EQ(fixed.cumulative(45), 1);
  EXPECT_EQ(Distribution().draw(stream), 0);
}

TEST(Lognormal, WithoutSpreadIsItsMedian) {
  const Distribution fixed = Distribution::lognormal_from_median_sigma(8, 0);
  Stream stream = fixed_stream();
  EXPECT_NEAR(fixed.draw(stream), 8, 1e-12);
  EXPECT_EQ(fixed.cumulative(7.9), 0);
  EXPECT_EQ(fixed.cumulative(8.1), 1);
}

TEST(TruncatedNormal, NeverFallsBelowItsLeastValueHoweverUnlikelyTheRest) {
  Stream stream = fixed_stream();
  for (const double mean : {10.0, 0.0, -10.0, -1e3, -1e9}) {
    const Distribution normal = Distribution::truncated_normal(mean, 1, 2);
    for (int draw = 0; draw < 10000; ++draw) ASSERT_GE(normal.draw(stream), 2);
  }
}

TEST(Distribution, DrawsTheSameFromTheSameStream) {
  for (const Known& known : continuous()) {
    Stream first = fixed_stream();
    Stream second = fixed_stream();
    const Distribution copy = known.distribution;
    for (int draw = 0; draw < 100; ++draw)
      ASSERT_EQ(known.distribution.draw(first), copy.draw(second)) << known.name;
  }
}

std::string refusal_of(Distribution (*make)()) {
  try {
    make();
  } catch (const std::invalid_argument& fault) {
    return fault.what();
  }
  return "accepted";
}

TEST(Distribution, SaysWhichParameterIsWrongAndWhy) {
  EXPECT_EQ(refusal_of([] { return Distribution::exponential(0); }),
            "the mean of an exponential distribution must be above 0, not 0");
  EXPECT_EQ(refusal_of([] { return Distribution::gamma(-1, 2); }),
            "the shape of a gamma distribution must be above 0, not -1");
  EXPECT_EQ(refusal_of([] { return Distribution::lognormal(0, -0.5); }),
            "the sigma of a lognormal distribution must be at least 0, not -0.5");
  EXPECT_EQ(
      refusal_of([] { return Distribution::triangular(1, 5, 4); }),
      "the most likely value of a triangular distribution must be between the least and the greatest, not 5");
  EXPECT_EQ(refusal_of([] { return Distribution::deterministic(std::numeric_limits<double>::infinity()); }),
            "the value must be a finite number, not inf");
  EXPECT_EQ(refusal_of([] { return Distribution::empirical({}); }),
            "an empirical distribution must have at least one value");
  EXPECT_EQ(refusal_of([] {
              return Distribution::discrete({1, 2}, {1});
            }),
            "a discrete distribution must have as many probabilities as values");
}

TEST(Distribution, RefusesEveryParameterOutsideItsRange) {
  EXPECT_THROW(Distribution::exponential(std::nan("")), std::invalid_argument);
  EXPECT_THROW(Distribution::gamma(1, 0), std::invalid_argument);
  EXPECT_THROW(Distribution::gamma_from_mean_sd(1, 0), std::invalid_argument);
  EXPECT_THROW(Distribution::erlang(0, 1), std::invalid_argument);
  EXPECT_THROW(Distribution::weibull(0, 1), std::invalid_argument);
  EXPECT_THROW(Distribution::lognormal_from_mean_sd(0, 1), std::invalid_argument);
  EXPECT_THROW(Distribution::lognormal_from_median_sigma(0, 1), std::invalid_argument);
  EXPECT_THROW(Distribution::triangular(1, 1, 1), std::invalid_argument);
  EXPECT_THROW(Distribution::uniform(2, 2), std::invalid_argument);
  EXPECT_THROW(Distribution::truncated_normal(1, 0), std::invalid_argument);
  EXPECT_THROW(Distribution::poisson(0), std::invalid_argument);
  EXPECT_THROW(Distribution::poisson(2e9), std::invalid_argument);
  EXPECT_THROW(Distribution::poisson(1, 0), std::invalid_argument);
  EXPECT_THROW(Distribution::empirical({std::nan("")}), std::invalid_argument);
  EXPECT_THROW(Distribution::discrete({1, 2}, {0, 0}), std::invalid_argument);
}

}  // namespace
}  // namespace sendcap::engine
