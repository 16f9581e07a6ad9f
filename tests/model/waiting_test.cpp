// What may happen to those who wait: hazards, patience, birthdays, escalation.

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "run_text.hpp"

namespace sendcap::testing {
namespace {

// A thousand children wait for a service that never comes, for 100 days.
std::string waiting_world(const std::string& while_waiting, const std::string& more = "") {
  return R"(
title: nobody is seen
clock: {start: 2025-01-01, run for: 100 days, report every: whole run, waits in: days}
children: {age bands: {young: under 10, old: 10 and over}, flags: [supported]}
mixes:
  all: {age: {5: 1, 15: 1}, flags: {supported: 30%}}
demand:
  none: {rate: 0 per year, enters: referral, children: all}
services:
  nobody: {kind: team, staff: 0, queue: {classes: {urgent: {}, routine: {}}}}
pathways:
  referral:
    )" + more +
         R"(
    steps:
      seen: {service: nobody, time: 1 day, priority: routine, at start: {children: 1000, waited: 50 days}}
while waiting:
)" + while_waiting;
}

// The number who leave is binomial; with 40 replications the mean has standard error sqrt(1000 p (1-p) / 40)
// < 2.5. Every comparison is at four standard errors.
constexpr double kTolerance = 10;

TEST(Hazard, strikes_at_its_rate) {
  const Results results(waiting_world("  private: {rate: 0.005 per day}\n"), 40);
  EXPECT_NEAR(results.mean("left: private", "nobody"), 1000 * (1 - std::exp(-0.5)), kTolerance);
  EXPECT_EQ(results.mean("left: private", "nobody"), results.mean("left: private", "referral"));
}

TEST(Hazard, that_changes_acts_on_those_already_waiting) {
  const Results results(
      waiting_world("  private: {rate: {is: 0.002 per day, then: {day 50: 0.02 per day}}}\n"), 40);
  EXPECT_NEAR(results.mean("left: private", "nobody"), 1000 * (1 - std::exp(-0.1 - 1.0)), kTolerance);
}

TEST(Hazard, can_grow_with_the_time_waited) {
  // All have waited 50 days: the rate is base for 20 days more, then threefold.
  const Results results(
      waiting_world("  private: {rate: 0.004 per day, by wait: [{after: 70 days, times: 3}]}\n"), 40);
  EXPECT_NEAR(results.mean("left: private", "nobody"), 1000 * (1 - std::exp(-0.004 * (20 + 3 * 80))),
              kTolerance);
}

TEST(Hazard, differs_by_attributes) {
  const Results results(waiting_world("  private: {rate: 0.01 per day, when: {age: 10 and over}, factors: "
                                      "[{when: {flag: supported}, times: 0.5}]}\n"),
                        40);
  EXPECT_EQ(results.mean("left: private", "nobody", "", "age: young"), 0);
  const double leaves = 0.7 * (1 - std::exp(-1.0)) + 0.3 * (1 - std::exp(-0.5));
  EXPECT_NEAR(results.mean("left: private", "nobody"), 500 * leaves, 1.5 * kTolerance);
}

TEST(Hazard, reasons_compete) {
  const Results results(waiting_world("  private: {rate: 0.006 per day}\n  moved: {rate: 0.003 per day}\n"),
                        40);
  const double all = 1000 * (1 - std::exp(-0.9));
  EXPECT_NEAR(results.mean("left: private", "nobody"), all * 2 / 3, kTolerance);
  EXPECT_NEAR(results.mean("left: moved", "nobody"), all / 3, kTolerance);
}

TEST(Hazard, can_raise_priority_once_and_does_not_end_the_wait) {
  const Results results(
      waiting_world("  deterioration: {rate: 0.005 per day, effect: raises priority, to class: urgent}\n"),
      40);
  EXPECT_NEAR(results.mean("raised in priority: deterioration", "nobody"), 1000 * (1 - std::exp(-0.5)),
              kTolerance);
  EXPECT_EQ(results.mean("waiting", "nobody", "2025-04-11"), 1000);
}

TEST(Birthday, closes_the_case) {
  // Half are 15 (between the 15th and the 16th birthday): in 100 days 100 / 365.25 of them turn 16.
  const Results results(waiting_world("  private: {rate: 0 per day}\n", "until age: 16"), 40);
  EXPECT_NEAR(results.mean("left: aged out", "nobody"), 500 * 100 / 365.25, kTolerance);
}

TEST(Hazard, can_close_all_cases_of_a_child) {
  const Results results(R"(
title: moving away
clock: {start: 2025-01-01, run for: 400 days, report every: whole run, waits in: days}
demand:
  one: {intervals: 300 days, enters: first}
services:
  nobody: {kind: team, staff: 0}
  elsewhere: {kind: team, staff: 0}
pathways:
  first: {steps: {also: {refer: second}, seen: {service: nobody}}}
  second: {steps: {seen: {service: elsewhere}}}
while waiting:
  moved: {rate: 1 per day, at: nobody, effect: closes all cases}
)",
                        20);
  EXPECT_EQ(results.mean("left: moved", "nobody"), 1);
  EXPECT_EQ(results.mean("left: moved", "elsewhere"), 1) << "though the hazard is only about the other queue";
  EXPECT_EQ(results.mean("open cases", "second", "2026-02-05"), 0);
}

TEST(Patience, ends_a_wait_for_nothing) {
  const Results results(R"(
title: patience
clock: {start: 2025-01-01, run for: 100 days, report every: whole run, waits in: days}
demand:
  one: {intervals: 10 days, enters: visit}
services:
  nobody: {kind: team, staff: 0}
pathways:
  visit: {steps: {seen: {service: nobody, patience: 25 days}}}
)");
  EXPECT_EQ(results.mean("left: gave up", "nobody"), 7) << "of days 10 to 70; those of 80 and 90 still wait";
  EXPECT_EQ(results.mean("waiting", "nobody", "2025-04-11"), 2);
}

}  // namespace
}  // namespace sendcap::testing
