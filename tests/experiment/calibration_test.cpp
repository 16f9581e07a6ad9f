#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "run_text.hpp"
#include "sendcap/experiment/calibration.hpp"

namespace sendcap::testing {
namespace {

using namespace experiment;

// Children come and stay, each for ten days on average, with whoever they come to at once: M/G/∞. After t
// days the number present is Poisson with mean rate × 10 × (1 − exp(−t/10)) (Tijms 2003, A First Course in
// Stochastic Models, 1.1.3).
constexpr const char* kInfiniteServers = R"(title: Infinite servers
clock: {start: 2025-01-01, run for: 10 weeks, report every: week}
demand:
  calls: {rate: {is: 4 per day, range: [2 per day, 8 per day]}, enters: advice}
  letters: {rate: {is: 3 per day, range: [1 per day, 9 per day]}, enters: advice}
  visits: {rate: {is: 1 per day, range: [0.5 per day, 2 per day]}, enters: elsewhere}
services:
  line: {kind: team, staff: unlimited}
  others: {kind: team, staff: unlimited}
pathways:
  advice: {steps: {talk: {service: line, time: {kind: exponential, mean: 10 days}}}}
  elsewhere: {steps: {talk: {service: others, time: {kind: exponential, mean: 10 days}}}}
)";

// A simple search in steps that halve, along each axis: enough for a smooth bowl.
void compass(const MinimiseTask& task) {
  BoxPoint best = task.start;
  double least = task.objective(best);
  std::uint32_t evaluations = 1;
  for (double step = task.first_step; step > task.precision; step /= 2)
    for (bool better = true; better;) {
      better = false;
      for (std::size_t p = 0; p < best.size(); ++p)
        for (const double sign : {-1.0, 1.0}) {
          if (evaluations >= task.most_evaluations || !task.go_on()) return;
          BoxPoint next = best;
          next[p] = std::min(std::max(next[p] + sign * step, 0.0), 1.0);
          ++evaluations;
          if (const double sum = task.objective(next); sum < least) {
            least = sum;
            best = next;
            better = true;
          }
        }
    }
}

// A calibration of the scenario above, with figures taken from another world of the same kind.
class Fitting : public ::testing::Test {
 protected:
  Fitting() : study_(scenario_from(kInfiniteServers), {}), crew_(1) {
    options_.replications = 40;
    options_.most_evaluations = 60;
    options_.tolerance = 0;
    scenario::Diagnostics none;
    layout_ = study_.world({}, none)->model.layout;
  }

  // The number present after so many weeks, as a cell that is asked for.
  std::size_t present(std::size_t date, const std::string& of = "advice") {
    return outcomes_.ask(layout_, *layout_.find("open cases", of), date, 0);
  }

  FittedInput input(const std::string& path) const {
    const std::size_t found = *study_.find_input(path);
    return {found, study_.inputs()[found].range->least, study_.inputs()[found].range->most};
  }

  Calibration fit(const std::vector<FittedInput>& inputs, const std::vector<Observation>& observations,
                  std::uint64_t seed = 1) {
    Trials trials(study_, outcomes_, seed, crew_, nullptr);
    const std::vector<FittedInput> kept = inputs;
    return calibrate(
        trials, kept, observations, options_, compass,
        [](std::size_t, double value, double) { return value; }, [] { return 0.0; });
  }

  Study study_;
  ThreadCrew crew_;
  Outcomes outcomes_;
  model::MeasureLayout layout_;
  CalibrateOptions options_;
};

TEST_F(Fitting, RecoversARateWithinItsIntervalAsOftenAsItSays) {
  // What is "observed" is one replication of the truth under another seed, at three dates that hang together.
  // Of 100 such worlds the interval holds the true rate in 95%: in at least 89 with probability 99.6% when
  // it is 95% (binomial); and in all 100 with 0.6%.
  constexpr std::uint32_t kWorlds = 100;
  options_.replications = 20;
  options_.most_evaluations = 20;
  const std::vector<std::size_t> dates{present(2), present(4), present(6)};
  Trials truth(study_, outcomes_, 20250101, crew_, nullptr);
  const std::size_t world = truth.world({});
  ASSERT_TRUE(truth.extend({world}, kWorlds));
  const FittedInput rate = input("demand.calls.rate");
  const double true_rate = study_.inputs()[rate.input].is;
  int held = 0;
  int missed = 0;
  for (std::uint32_t k = 0; k < kWorlds; ++k) {
    std::vector<Observation> observations;
    for (const std::size_t date : dates)
      observations.push_back({date, truth.rows(world)[k][date], std::nullopt, {}});
    const Calibration calibration = fit({rate}, observations, 7 + k);
    ASSERT_TRUE(calibration.complete);
    const engine::Interval& interval = calibration.values.front().interval;
    (interval.low <= true_rate && true_rate <= interval.high ? held : missed) += 1;
  }
  EXPECT_GE(held, 89);
  EXPECT_GE(missed, 1);
}

TEST_F(Fitting, ItsStandardErrorIsThatOfThePoissonLaw) {
  // One figure n of mean m = 10 (1 − e^−4.2)(rate + 3) after six weeks: the rate has standard error √m / (10
  // (1 − e^−4.2)), and R replications add the part 1/R of the variance.
  options_.replications = 400;
  const double reach = 10 * (1 - std::exp(-4.2));
  const Calibration calibration =
      fit({input("demand.calls.rate")}, {{present(6), reach * 7, std::nullopt, {}}});
  ASSERT_TRUE(calibration.complete);
  const FittedValue& value = calibration.values.front();
  EXPECT_NEAR(value.value, 4.0, 3 * std::sqrt(7 / reach / 400));
  const double expected = std::sqrt(reach * 7 * (1 + 1.0 / 400)) / reach;
  EXPECT_NEAR(value.standard_error, expected, 0.15 * expected);
  EXPECT_NEAR(value.monte_carlo, 1.0 / 401, 1e-9);
  EXPECT_FALSE(calibration.goodness.judged);
}

TEST_F(Fitting, TwoInputsThatCountOnlyTogetherAreRefusedWithBothNamed) {
  std::vector<Observation> observations;
  for (std::size_t date = 2; date <= 6; ++date)
    observations.push_back(
        {present(date), 70 * (1 - std::exp(-0.7 * static_cast<double>(date))), std::nullopt, {}});
  const Calibration calibration =
      fit({input("demand.calls.rate"), input("demand.letters.rate")}, observations);
  ASSERT_TRUE(calibration.refusal.confounded);
  EXPECT_EQ(calibration.refusal.confounded->inputs, (std::vector<std::size_t>{0, 1}));
  EXPECT_GT(calibration.refusal.confounded->collinearity, kMostCollinear);
  // A child more by one way is a child fewer by the other: ranges of 6 and of 8 a day.
  const std::vector<double>& exchange = calibration.refusal.confounded->exchange;
  EXPECT_NEAR(exchange[1] / exchange[0], -6.0 / 8, 0.1);
  EXPECT_TRUE(calibration.values.empty());
}

TEST_F(Fitting, AnInputThatTouchesNothingIsRefused) {
  const Calibration calibration =
      fit({input("demand.calls.rate"), input("demand.visits.rate")},
          {{present(4), 65, std::nullopt, {}}, {present(6), 70, std::nullopt, {}}});
  EXPECT_EQ(calibration.refusal.untouched, (std::vector<std::size_t>{1}));
}

TEST_F(Fitting, FiguresTooRoughToTellAreRefused) {
  const Calibration calibration = fit({input("demand.calls.rate")}, {{present(6), 70, 500.0, {}}});
  EXPECT_EQ(calibration.refusal.unclear, (std::vector<std::size_t>{0}));
}

TEST_F(Fitting, WhatWouldRatherLieBeyondItsBoundsIsSaid) {
  const Calibration calibration = fit({input("demand.calls.rate")}, {{present(6), 200, std::nullopt, {}}});
  ASSERT_TRUE(calibration.complete);
  EXPECT_TRUE(calibration.values.front().at_bound);
  EXPECT_DOUBLE_EQ(calibration.values.front().value, calibration.values.front().of.most);
}

TEST_F(Fitting, FiguresThatNoValueCanGiveMakeABadFit) {
  // At two dates long after the beginning the mean is the same; these differ by many standard deviations.
  const Calibration calibration = fit({input("demand.calls.rate")}, {{present(5), 40, std::nullopt, {}},
                                                                     {present(6), 110, std::nullopt, {}}});
  ASSERT_TRUE(calibration.complete);
  EXPECT_TRUE(calibration.goodness.bad());
  EXPECT_GT(calibration.widened, 1);
}

TEST(Collinearity, IsThatOfTwoDirectionsWithAKnownAngle) {
  // Two columns of length 1 with angle φ have the least singular value √(1 − cos φ) (Brun and others 2001).
  const double angle = 0.3;
  const Sensitivities sensitivities{{5, 0.2 * std::cos(angle)}, {0, 0.2 * std::sin(angle)}};
  EXPECT_NEAR(collinearity_index(sensitivities, {0, 1}), 1 / std::sqrt(1 - std::cos(angle)), 1e-12);
  EXPECT_FALSE(confounded(sensitivities));
  EXPECT_TRUE(std::isinf(collinearity_index({{1, 2}}, {0, 1})));
}

TEST(Collinearity, NamesTheSmallestSetOfThree) {
  const Sensitivities sensitivities{{1, 0, 2}, {0, 1, 0}, {0, 0, 1e-4}};
  const std::optional<Confounded> found = confounded(sensitivities);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->inputs, (std::vector<std::size_t>{0, 2}));
  EXPECT_NEAR(found->exchange[0], 1, 1e-3);
  EXPECT_NEAR(found->exchange[1], -0.5, 1e-3);
}

}  // namespace
}  // namespace sendcap::testing
