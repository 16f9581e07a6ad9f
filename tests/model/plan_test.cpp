// Plans, clocks, flags, and what happens to children who wait or are placed.

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "run_text.hpp"

namespace sendcap::testing {
namespace {

TEST(Clock, falls_while_old_cases_are_cleared) {
  // Two caseworkers finish two cases a week each; forty cases wait from the start, two have come each week.
  // Doubling the staff clears the old ones, and while it does the share in time is low although everybody
  // waits less.
  const std::string world = R"(
title: twenty weeks
clock: {start: 2024-01-01, until: 2026-01-01, report every: month}
demand: {requests: {intervals: 3.5 days, enters: assessment}}
services:
  casework: {kind: team, staff: {is: 0.5, then: {2025-01-01: 2}}}
pathways:
  assessment:
    outcomes: [plan issued]
    steps:
      final: {service: casework, time: 3.5 days, clock: 20 weeks, next: plan issued}
)";
  const Results results(world);
  // With half a caseworker one case a week is done, so by 2025 the wait is over 20 weeks.
  EXPECT_EQ(results.mean("done in time, share", "assessment: final", "2024-03-01"), 1);
  EXPECT_GT(results.mean("overdue", "assessment: final", "2025-01-01"), 10);
  EXPECT_LT(results.mean("done in time, share", "assessment: final", "2025-02-01"), 0.05);
  EXPECT_EQ(results.mean("done in time, share", "assessment: final", "2025-09-01"), 1);
  // By calendar year: of 2025's cases, those overdue on 1 January and those who became so before their turn
  // were late.
  const double of_2025 =
      results.mean("done in time, share, calendar year so far", "assessment: final", "2026-01-01");
  EXPECT_GT(of_2025, 0.4);
  EXPECT_LT(of_2025, 0.9);
  EXPECT_EQ(results.mean("done, calendar year so far", "assessment: final", "2025-01-01"), 51)
      << "one every seven days from day 10.5";
}

TEST(Clock, in_a_fork_runs_from_the_fork) {
  const std::string world = R"(
title: advice
clock: {start: 2024-01-01, run for: 400 days, report every: whole run, waits in: days}
demand: {requests: {intervals: 100 days, enters: assessment}}
pathways:
  assessment:
    steps:
      decision: {wait: 50 days}
      advice: {fork: [quick, slow], join: final}
      quick: {wait: 10 days, clock: 20 days, next: final}
      slow: {wait: 30 days, clock: 20 days, next: final}
      final: {clock: 90 days}
)";
  const Results results(world);
  EXPECT_EQ(results.mean("done in time, share", "assessment: quick"), 1)
      << "10 days of 20, though 60 after the request";
  EXPECT_EQ(results.mean("done in time, share", "assessment: slow"), 0);
  EXPECT_EQ(results.mean("done in time, share", "assessment: final"), 1) << "80 days of 90";
}

// Forty children are past the decision, which was made in time or not before the run: it is not open. The
// final plan, 160 days after referral, is late.
TEST(Clock, does_not_run_for_what_was_done_before_the_start) {
  const std::string world = R"(
title: halfway through
clock: {start: 2024-01-01, run for: 300 days, report every: whole run, waits in: days}
demand: {requests: {intervals: 1000 days, enters: assessment}}
pathways:
  assessment:
    steps:
      decision: {wait: 10 days, clock: 20 days, next: advice}
      advice:
        wait: 100 days
        next: final
        at start: {children: 40, remaining: 100 days, since referral: 60 days}
      final: {clock: 90 days}
)";
  const Results results(world);
  EXPECT_EQ(results.mean("overdue", "assessment: decision", "2024-01-01"), 0) << "60 days of 20";
  EXPECT_EQ(results.mean("overdue", "assessment: final", "2024-01-01"), 0) << "60 days of 90";
  EXPECT_EQ(results.mean("done", "assessment: final"), 40);
  EXPECT_EQ(results.mean("done in time", "assessment: final"), 0);
}

TEST(Clock, leaves_out_exceptions_where_it_says_so) {
  const std::string world = R"(
title: exceptions
clock: {start: 2024-01-01, run for: 4 years, report every: whole run}
demand: {requests: {rate: 10 per day, enters: assessment}}
pathways:
  assessment:
    steps:
      begin: {next: {split: {quick: 50%, late: 50%}}}
      quick: {wait: 10 days, next: final}
      late: {wait: 30 days, next: final}
      final: {clock: {within: 20 days, excepted: 20%}}
)";
  const Results results(world);
  EXPECT_NEAR(results.mean("done in time, share", "assessment: final"), 0.5, 0.02);
  EXPECT_NEAR(results.mean("done in time without exceptions, share", "assessment: final"), 0.5, 0.02);
}

std::string waiting_world(const std::string& hazard, const std::string& support,
                          const std::string& report_every = "whole run") {
  return R"(
title: waiting
clock: {start: 2024-01-01, run for: 1000 days, report every: )" +
         report_every + R"(, waits in: days}
children: {flags: [supported], supported: supported}
demand: {nobody: {rate: 0 per year, enters: assessment}}
services:
  clinic: {kind: clinic, sessions: 0 per week, slots: {new: {per session: 1}}}
  keyworkers: {kind: team, staff: unlimited}
pathways:
  assessment:
    steps:
      first: {service: clinic, alongside: {enters: support, share: )" +
         support + R"(}, at start: {children: 20000}}
  support:
    steps:
      talk: {service: keyworkers, gives: supported}
while waiting:
  private assessment: {at: [clinic], )" +
         hazard + "}\n";
}

TEST(Support, lowers_a_hazard_for_those_already_waiting) {
  // 20,000 wait; the hazard is 0.001 a day and is halved by support, which all get on day 400. Left after
  // 1,000 days: 1 − exp(−0.4 − 0.3) of them, and 1 − exp(−1) without support.
  const std::string hazard = "rate: 0.001 per day, factors: [{when: {flag: supported}, times: 0.5}]";
  const Results with(waiting_world(hazard, "{is: 0%, then: {day 400: 100%}}"));
  const Results without(waiting_world(hazard, "0%"));
  // Binomial: standard deviation below 71; four of them is 99.99%.
  EXPECT_NEAR(with.mean("happened", "private assessment"), 20000 * (1 - std::exp(-0.7)), 284);
  EXPECT_NEAR(without.mean("happened", "private assessment"), 20000 * (1 - std::exp(-1.0)), 284);
  // Time without support: those waiting up to day 400, the integral of exp(−t/1000).
  EXPECT_NEAR(with.mean("waited without support", "clinic"), 20000 * 1000 * (1 - std::exp(-0.4)) / 7, 5000);
}

// Periods are counted by the line on the roll, changes within them by the case: together they are the whole.
TEST(Support, is_waited_for_equally_long_however_often_it_is_told) {
  const std::string hazard = "rate: 0.001 per day";
  const std::string support = "{is: 20%, then: {day 100.3: 40%, day 400: 70%}}";
  const double whole = Results(waiting_world(hazard, support)).mean("waited without support", "clinic");
  EXPECT_GT(whole, 100'000);
  // Each period rounds each child's time to a 65,536th of a day.
  for (const char* every : {"month", "week"})
    EXPECT_NEAR(Results(waiting_world(hazard, support, every)).mean("waited without support", "clinic"),
                whole, 2)
        << every;
}

TEST(Support, reaches_the_share_offered) {
  const std::string none = "rate: 0 per day";
  const Results results(waiting_world(none, "{is: 20%, then: {day 400: 50%}}"));
  EXPECT_NEAR(results.mean("seen", "keyworkers"), 10000, 284);
}

TEST(Hazard, moves_children_who_are_placed_and_back) {
  // Out of mainstream at rate a, back at rate b, for long: the share at home is a / (a + b).
  const std::string world = R"(
title: there and back
clock: {start: 2024-01-01, run for: 20 years, report every: whole run}
children: {flags: [has a plan]}
plans: {flag: has a plan, until age: 26}
mixes: {pupils: {age: {0 to 3: 1}, flags: {has a plan: 100%}}}
demand: {nobody: {rate: 0 per year, enters: nothing}}
pathways: {nothing: {steps: {end: {}}}}
while waiting:
  home education: {in: [mainstream], rate: 0.3 per year, moves to: home}
  return: {in: [home education], rate: 0.9 per year, moves to: mainstream}
provision:
  mainstream: {kind: mainstream, places: unlimited, at start: 4000, mix: pupils}
  home: {kind: home education, places: unlimited}
)";
  const Results results(world);
  const std::string end = results.model().layout.dates[results.model().layout.dates.size() - 2].label;
  // Binomial with 4,000 children and 1/4: standard deviation 27; four of them is 99.99%.
  EXPECT_NEAR(results.mean("children there", "home education", end), 1000, 110);
  EXPECT_EQ(results.mean("plans held", "plans", end), 4000) << "all are under 26 still";
}

TEST(Plan, ends_at_the_age_limit_and_closes_its_reviews) {
  const std::string world = R"(
title: until 25
clock: {start: 2023-01-01, until: 2026-01-01, report every: year}
children: {flags: [has a plan]}
plans: {flag: has a plan, reviewed on: review}
mixes: {adults: {age: {23: 1}, flags: {has a plan: 100%}}}
demand: {nobody: {rate: 0 per year, enters: review}}
services: {casework: {kind: team, staff: unlimited}}
pathways:
  review:
    steps:
      year: {wait: 365 days}
      meeting: {service: casework, next: year}
provision: {college: {kind: post-16, places: unlimited, at start: 500, mix: adults}}
)";
  const Results results(world);
  EXPECT_EQ(results.mean("plans held", "plans", "2023-01-01"), 500);
  EXPECT_EQ(results.mean("plans held", "plans", "2024-01-01"), 500) << "the oldest are not yet 25";
  EXPECT_EQ(results.mean("plans held", "plans", "2026-01-01"), 0);
  EXPECT_EQ(results.mean("plans ended: aged out", "plans"), 500);
  EXPECT_EQ(results.mean("open cases", "review", "2026-01-01"), 0);
  // One review in the first year, spread evenly, and one a year after it, until the birthday.
  EXPECT_EQ(results.mean("seen", "casework", "2024-01-01"), 500);
}

}  // namespace
}  // namespace sendcap::testing
