// One member of staff: M/M/1 under four orders of service, M/G/1, M/D/1, Cobham's priorities, G/M/1.
// Sources: Gross, Shortle, Thompson and Harris, Fundamentals of Queueing Theory, 4th edition 2008; others
// named below.

#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "formulas.hpp"
#include "observation.hpp"

namespace sendcap::theory {
namespace {

constexpr double kHour = 1.0 / 24;

// The wait that is not exceeded with the given probability, for a wait that is 0 with probability 1 −
// positive and otherwise exponential.
double quantile_of_wait(double share, double positive, double rate) {
  return std::log(positive / (1 - share)) / rate;
}

TEST(MM1, HasTheTextbookWaitsAndNumbersPresent) {
  const double load = 0.8;
  const Observation observed("mm1.yaml");
  EXPECT_TRUE(agrees(observed.whole_run("utilisation", "desk"), load));
  EXPECT_TRUE(agrees(observed.whole_run("load", "desk"), load));
  EXPECT_TRUE(agrees(observed.whole_run("wait of those seen, mean", "desk"), load / (1 - load)));
  EXPECT_TRUE(agrees(observed.whole_run("waiting, average", "desk"), load * load / (1 - load)));
  EXPECT_TRUE(agrees(observed.whole_run("present, average", "desk"), load / (1 - load)));
  for (const std::size_t n : {0U, 1U, 2U, 5U, 10U})
    EXPECT_TRUE(agrees(observed.time_with(n, "desk"), (1 - load) * std::pow(load, n))) << n << " present";
  EXPECT_TRUE(agrees_to_resolution(observed.whole_run("wait of those seen, median", "desk"),
                                   quantile_of_wait(0.5, load, 1 - load), kHour));
  EXPECT_TRUE(agrees_to_resolution(observed.whole_run("wait of those seen, 90th percentile", "desk"),
                                   quantile_of_wait(0.9, load, 1 - load), kHour));
}

// Kingman 1962, "On queues in which customers are served in random order": the mean is that of first come,
// the spread is not. First come has a median of 2.35 and a 90th percentile of 10.4 days.
TEST(MM1, ByLotHasTheMeanOfFirstComeButAnotherSpread) {
  const double load = 0.8;
  const Observation observed("mm1-random-order.yaml");
  EXPECT_TRUE(agrees(observed.whole_run("wait of those seen, mean", "desk"), load / (1 - load)));
  EXPECT_TRUE(agrees(observed.time_with_at_least(5, "desk"), std::pow(load, 5)));
  for (const auto& [measure, share] : {std::pair{"wait of those seen, median", 0.5},
                                       std::pair{"wait of those seen, 90th percentile", 0.9}}) {
    double low = 0;
    double high = 100;
    while (high - low > 1e-6)
      (wait_beyond_in_random_order(load, 1, (low + high) / 2) > 1 - share ? low : high) = (low + high) / 2;
    EXPECT_TRUE(agrees_to_resolution(observed.whole_run(measure, "desk"), low, kHour)) << measure;
  }
}

// The second moment of the wait by lot is 2 / (2 − ρ) times that of first come, 2 ρ / (μ (1 − ρ))² (Kingman
// 1962): the chain that the test above relies on must say so too.
TEST(RandomOrderFormula, HasKingmansSecondMoment) {
  const double load = 0.5;
  double second_moment = 0;
  for (double t = 0.025; t < 60; t += 0.05)
    second_moment += 2 * t * wait_beyond_in_random_order(load, 1, t) * 0.05;
  EXPECT_NEAR(second_moment, 2 * load / std::pow(1 - load, 2) * 2 / (2 - load), 0.01);
}

// Kleinrock 1965, "A conservation law for a wide class of queueing disciplines".
TEST(MM1, EarliestDueOnlyShiftsWaitingBetweenStreams) {
  const double load = 0.8;
  const Observation observed("mm1-earliest-due.yaml");
  EXPECT_TRUE(agrees(observed.whole_run("wait of those seen, mean", "desk"), load / (1 - load)));
  EXPECT_TRUE(agrees(observed.time_with(0, "desk"), 1 - load));
  EXPECT_TRUE(agrees(observed.time_with(4, "desk"), (1 - load) * std::pow(load, 4)));
  EXPECT_LT(observed.whole_run("wait of those seen, mean", "statutory").maximum(),
            observed.whole_run("wait of those seen, mean", "other").minimum());
}

// Whoever was referred first goes on until done, so the whole of a child's visits, exponential with mean 2
// days, is one visit of M/M/1 with the load 0.4 × 2: the first is waited for 0.8 / (0.5 − 0.4) = 8 days.
// (First come would make the child stand behind the others again: it would wait 4 days for the first visit.)
TEST(MM1, LongestWaitLetsThoseWhoComeBackGoFirst) {
  const double load = 0.8;
  const Observation observed("mm1-longest-wait.yaml");
  EXPECT_TRUE(agrees(observed.whole_run("wait of those seen, mean", "visits"), load / (0.5 - 0.4), 0.07));
  EXPECT_TRUE(agrees_to_resolution(observed.whole_run("wait of those seen, 90th percentile", "visits"),
                                   quantile_of_wait(0.9, load, 0.5 - 0.4), kHour, 0.07));
  EXPECT_TRUE(agrees(observed.whole_run("present, average", "desk"), load / (1 - load), 0.07));
  EXPECT_TRUE(agrees(observed.time_with(3, "desk"), (1 - load) * std::pow(load, 3)));
}

TEST(MG1, HasTheWaitOfPollaczekAndKhinchine) {
  const double arrivals = 0.7;
  const double second_moment = 1 + 1.5 * 1.5;
  const double wait = arrivals * second_moment / (2 * (1 - arrivals));
  const Observation observed("mg1.yaml");
  EXPECT_TRUE(agrees(observed.whole_run("wait of those seen, mean", "desk"), wait, 0.06));
  EXPECT_TRUE(agrees(observed.whole_run("waiting, average", "desk"), arrivals * wait, 0.06));
  EXPECT_TRUE(agrees(observed.whole_run("utilisation", "desk"), arrivals));
  EXPECT_TRUE(agrees(observed.time_with(0, "desk"), 1 - arrivals));
}

// The numbers present from the generating function of M/G/1 (Gross and others 2008, 5.1.3, with a constant
// visit).
TEST(MD1, HasHalfTheWaitOfMM1) {
  const double load = 0.8;
  const Observation observed("md1.yaml");
  EXPECT_TRUE(agrees(observed.whole_run("wait of those seen, mean", "desk"), load / (2 * (1 - load))));
  EXPECT_TRUE(agrees(observed.whole_run("waiting, average", "desk"), load * load / (2 * (1 - load))));
  EXPECT_TRUE(agrees(observed.time_with(0, "desk"), 1 - load));
  EXPECT_TRUE(agrees(observed.time_with(1, "desk"), (1 - load) * (std::exp(load) - 1)));
  EXPECT_TRUE(
      agrees(observed.time_with(2, "desk"), (1 - load) * std::exp(load) * (std::exp(load) - 1 - load)));
}

// Cobham 1954, "Priority assignment in waiting line problems".
TEST(CobhamPriorities, HasTheWaitOfEachClass) {
  const std::array<const char*, 3> classes{"urgent", "soon", "routine"};
  const std::array<double, 3> arrivals{0.2, 0.3, 0.25};
  const std::array<double, 3> mean{0.5, 1.0, 1.6};
  const std::array<double, 3> second_moment{0.25, 2.0, 1.6 * 1.6 + 0.8 * 0.8};
  double left_of_visit = 0;
  double load = 0;
  for (std::size_t k = 0; k < 3; ++k) {
    left_of_visit += arrivals[k] * second_moment[k] / 2;
    load += arrivals[k] * mean[k];
  }
  const Observation observed("cobham-priorities.yaml");
  EXPECT_TRUE(agrees(observed.whole_run("utilisation", "desk"), load));
  double higher = 0;
  double waiting = 0;
  for (std::size_t k = 0; k < 3; ++k) {
    const double up_to = higher + arrivals[k] * mean[k];
    const double wait = left_of_visit / ((1 - higher) * (1 - up_to));
    EXPECT_TRUE(agrees(observed.whole_run("wait of those seen, mean", classes[k]), wait, 0.06)) << classes[k];
    waiting += arrivals[k] * wait;
    higher = up_to;
  }
  EXPECT_TRUE(agrees(observed.whole_run("waiting, average", "desk"), waiting, 0.06));
}

// Gross and others 2008, 5.3.1: what is common to all G/M/1 queues once the root is known.
void compare_g_m_1(const Observation& observed, double root, double load) {
  const double rate = 1 - root;
  EXPECT_TRUE(agrees(observed.whole_run("wait of those seen, mean", "desk"), root / rate));
  EXPECT_TRUE(agrees(observed.whole_run("utilisation", "desk"), load));
  EXPECT_TRUE(agrees_to_resolution(observed.whole_run("wait of those seen, median", "desk"),
                                   quantile_of_wait(0.5, root, rate), kHour, 0.08));
  EXPECT_TRUE(agrees_to_resolution(observed.whole_run("wait of those seen, 90th percentile", "desk"),
                                   quantile_of_wait(0.9, root, rate), kHour));
  EXPECT_TRUE(agrees(observed.time_with(0, "desk"), 1 - load));
  for (const std::size_t n : {1U, 2U, 5U})
    EXPECT_TRUE(agrees(observed.time_with(n, "desk"), load * (1 - root) * std::pow(root, n - 1)))
        << n << " present";
}

TEST(E2M1, WaitsLessThanWithPoissonArrivals) {
  const double stage_rate = 2 / 1.25;
  const double root = g_m_1_root([&](double s) { return std::pow(stage_rate / (stage_rate + s), 2); }, 1);
  compare_g_m_1(Observation("e2m1.yaml"), root, 0.8);
}

TEST(DM1, WaitsLessStillWithArrivalsByTheClock) {
  const double root = g_m_1_root([](double s) { return std::exp(-1.25 * s); }, 1);
  compare_g_m_1(Observation("dm1.yaml"), root, 0.8);
}

}  // namespace
}  // namespace sendcap::theory
