// Faults that readers found once. Each world is small enough to count by hand.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "run_text.hpp"
#include "sendcap/model/simulation.hpp"

namespace sendcap::testing {
namespace {

using ::testing::HasSubstr;

// Ten thousand children, in equal numbers by month of age unless a mix says otherwise, wait for nobody for
// two years.
std::string long_wait(const std::string& hazard, const std::string& steps) {
  return R"(
title: two years of waiting
clock: {start: 2025-01-01, until: 2027-01-01, report every: year, waits in: days}
demand:
  none: {rate: 0 per year, enters: way}
services:
  nobody: {kind: team, staff: 0}
  later: {kind: team, staff: {is: 0, then: {2026-01-01: unlimited}}}
pathways:
  way:
    steps:
)" + steps +
         R"(
while waiting:
  gone: )" +
         hazard + "\n";
}

// Binomial with 10,000 and p near a quarter: standard error 43; comparisons at four.
constexpr double kTolerance = 175;

TEST(Hazard, whose_factor_changes_acts_on_those_already_waiting) {
  const Results results(long_wait(
      "{rate: 0.5 per year, factors: [{when: {age: 0 and over}, times: {is: 1, then: {2026-01-01: 0}}}]}",
      "      seen: {service: nobody, at start: {children: 10000}}\n"
      "      never: {service: later}"));
  EXPECT_NEAR(results.mean("left: gone", "nobody", "2026-01-01"), 10000 * (1 - std::exp(-0.5 * 365 / 365.25)),
              kTolerance);
  EXPECT_EQ(results.mean("left: gone", "nobody", "2027-01-01"), 0);
}

TEST(Hazard, goes_on_in_the_parts_of_a_fork_where_it_left_off) {
  const Results results(long_wait("{rate: 0.5 per year}",
                                  "      first: {service: later, at start: {children: 10000}}\n"
                                  "      split: {fork: [one, other], join: end}\n"
                                  "      one: {service: nobody, next: end}\n"
                                  "      other: {wait: 5 years, next: end}\n"
                                  "      end: {}"));
  const double first_year = 10000 * (1 - std::exp(-0.5));
  EXPECT_NEAR(results.mean("left: gone", "way", "2026-01-01"), first_year, kTolerance);
  EXPECT_NEAR(results.mean("left: gone", "way", "2027-01-01"), (10000 - first_year) * (1 - std::exp(-0.5)),
              kTolerance);
}

TEST(Fork, gives_its_parts_draws_of_their_own) {
  const Results results(R"(
title: the longer of two
clock: {start: 2025-01-01, run for: 10000 days, report every: whole run, waits in: days}
demand:
  new: {rate: 1 per day, enters: way}
services:
  anyone: {kind: team, staff: unlimited}
pathways:
  way:
    steps:
      both: {fork: [one, other], join: end}
      one: {next: rest}
      other: {next: rest}
      rest: {wait: {kind: exponential, mean: 10 days}, next: end}
      end: {service: anyone}
)");
  // The mean of the greater of two exponential times of mean 10 is 15; of 10,000, standard error 0.11.
  EXPECT_NEAR(results.mean("wait of those seen, mean", "way"), 15, 0.5);
}

TEST(Contacts, are_each_a_new_chance_of_being_brought) {
  const Results results(R"(
title: contacts at a clinic
clock: {start: 2025-01-01, run for: 2000 days, report every: whole run, waits in: days}
demand:
  new: {rate: 0.5 per day, enters: way}
services:
  clinic: {kind: clinic, sessions: 5 per week, not brought: 30%, rebook after: 1 day, slots: {any: {per session: 20}}}
pathways:
  way: {steps: {block: {service: clinic, contacts: 6, between contacts: 1 day}}}
)");
  const double lost = results.mean("slots not brought", "clinic");
  const double used = results.mean("slots used", "clinic");
  EXPECT_NEAR(lost / (lost + used), 0.3, 0.02) << "about 8,500 slots: standard error 0.005";
}

TEST(TwoServicesAtOnce, go_by_the_classes_of_the_first) {
  const Results results(R"(
title: classes
clock: {start: 2025-01-01, run for: 1000 days, report every: whole run, waits in: days}
demand:
  new: {intervals: 1 day, enters: way}
services:
  a: {kind: team, staff: 1, queue: {classes: {urgent: {}, soon: {}, routine: {}}}}
  b: {kind: team, staff: 1}
pathways:
  way: {steps: {seen: {service: [a, b], time: 0.9 days, priority: routine}}}
)");
  EXPECT_EQ(results.mean("seen", "a"), 999);
}

TEST(TwoServicesAtOnce, keep_to_their_kind_of_slot) {
  const Results results(R"(
title: kinds of slot
clock: {start: 2025-01-06, run for: 364 days, report every: whole run, waits in: days}
demand:
  new: {intervals: 1 day, enters: way}
  none: {rate: 0 per year, enters: plain}
services:
  clinic: {kind: clinic, sessions: 5 per week, slots: {new: {per session: 2}, review: {per session: 0}}}
  helper: {kind: team, staff: 5}
pathways:
  way: {steps: {seen: {service: [clinic, helper], slot: review}}}
  plain: {steps: {seen: {service: clinic, slot: new}}}
)");
  EXPECT_EQ(results.mean("slots used", "clinic"), 0);
  EXPECT_EQ(results.mean("slots unused", "clinic"), 520);
}

TEST(Away, does_not_keep_a_child_from_leaving) {
  const Results results(R"(
title: away for long
clock: {start: 2025-01-06, run for: 100 days, report every: whole run, waits in: days}
demand:
  new: {intervals: 30 days, enters: way}
services:
  clinic: {kind: clinic, sessions: 5 per week, not brought: 100%, rebook after: 1 year, slots: {new: {per session: 5}}}
pathways:
  way: {steps: {seen: {service: clinic, patience: 20 days}}}
)");
  EXPECT_EQ(results.mean("left: gave up", "clinic"), 2) << "of days 30 and 60; that of day 90 still waits";
}

TEST(Clock, counts_whole_days_so_that_holidays_and_months_stay_where_they_are) {
  const std::string world = R"(
title: holidays
clock: {start: 2025-01-06, warm up: 1 year, run for: 28 days, bank holidays: [2025-01-06, 2025-01-13, 2025-01-20, 2025-01-27]}
demand:
  new: {intervals: 1 day, enters: way}
services:
  clinic: {kind: clinic, sessions: 1 per week, days: Monday, slots: {new: {per session: 2}}}
pathways:
  way: {steps: {seen: {service: clinic}}}
)";
  EXPECT_EQ(Results(world).mean("slots offered", "clinic"), 0);
  std::string years = world;
  years.replace(years.find("28 days"), 7, "2 years");
  EXPECT_EQ(model_from(years).layout.dates.back().time - model_from(years).warm_up, 730);
}

TEST(Branch, that_opens_later_is_reached) {
  EXPECT_EQ(complaints_about(R"(
title: opens later
clock: {start: 2025-01-01, run for: 2 years}
demand: {new: {intervals: 1 day, enters: way}}
services: {anyone: {kind: team, staff: 1}}
pathways:
  way:
    steps:
      sorted: {next: {split: {done: {is: 100%, then: {2026-01-01: 50%}}, seen: {is: 0%, then: {2026-01-01: 50%}}}}}
      seen: {service: anyone}
)"),
            "");
}

TEST(Change, dated_before_the_start_is_already_in_force) {
  const Results results(R"(
title: dated before
clock: {start: 2025-01-01, run for: 100 days, report every: whole run}
demand: {new: {intervals: 1 day, enters: way}}
services: {team: {kind: team, staff: {is: 0, then: {2023-06-01: 0, 2024-06-01: unlimited}}}}
pathways: {way: {steps: {seen: {service: team}}}}
)");
  EXPECT_EQ(results.mean("seen", "team"), 99);
}

TEST(Ages, are_drawn_evenly_when_nothing_says_otherwise) {
  const Results results(R"(
title: ages
clock: {start: 2025-01-01, run for: 1000 days, report every: whole run}
demand: {new: {rate: 10 per day, enters: way}}
services: {team: {kind: team, staff: unlimited}}
pathways:
  way:
    outcomes: [young, old]
    steps: {seen: {service: team, next: [{when: {age: under 5}, to: young}, {to: old}]}}
)");
  // Ages 0 to 24: a fifth is under five; of 10,000, standard error 0.004.
  EXPECT_NEAR(results.mean("outcome: young", "way") / results.mean("seen", "team"), 0.2, 0.02);
}

TEST(Birthday, ends_a_case_between_steps_too) {
  const Results results(R"(
title: seventeen
clock: {start: 2025-01-01, run for: 3 years, report every: whole run}
mixes: {nearly: {age: {17: 1}}}
demand: {new: {intervals: 10 days, enters: way, children: nearly}}
services: {team: {kind: team, staff: unlimited}}
pathways: {way: {until age: 18, steps: {rest: {wait: 5 years}, seen: {service: team}}}}
)");
  EXPECT_EQ(results.mean("seen", "team"), 0);
  EXPECT_GE(results.mean("left: aged out", "way"), 73) << "all who came more than a year before the end";
}

TEST(Circle, that_takes_no_time_is_stopped_with_an_explanation) {
  const model::Model round = model_from(R"(
title: round
clock: {start: 2025-01-01, run for: 100 days}
demand: {new: {intervals: 1 day, enters: way}}
services: {team: {kind: team, staff: 1}}
pathways:
  way: {steps: {again: {next: [{when: {age: 0 and over}, to: again}, {to: seen}]}, seen: {service: team}}}
)");
  EXPECT_THROW(Results(round, 1), model::Runaway);
  const model::Model referred = model_from(R"(
title: referred to and fro
clock: {start: 2025-01-01, run for: 100 days}
demand: {new: {intervals: 1 day, enters: one}}
services: {team: {kind: team, staff: 1}}
pathways:
  one: {steps: {on: {refer: two}, seen: {service: team}}}
  two: {steps: {back: {refer: one}, seen: {service: team}}}
)");
  EXPECT_THROW(Results(referred, 1), model::Runaway);
}

TEST(ReReferral, beyond_the_end_is_still_the_one_that_happened) {
  const Results results(R"(
title: two rules
clock: {start: 2025-01-01, run for: 200 days, report every: whole run}
demand: {new: {intervals: 1 day, enters: way}}
services: {team: {kind: team, staff: unlimited}}
pathways:
  way:
    steps: {seen: {service: team}}
    re-referrals: [{chance: 100%, delay: 1 year, enters: other}, {chance: 100%, delay: 1 month, enters: other}]
  other: {steps: {seen: {service: team}}}
)");
  EXPECT_EQ(results.mean("referrals", "other"), 0);
}

TEST(Demand, of_impossible_size_is_refused) {
  EXPECT_THAT(complaints_about(R"(
title: too many
clock: {start: 2025-01-01, run for: 1 year}
demand: {new: {rate: 1000000 per second, enters: way}}
services: {team: {kind: team, staff: 1}}
pathways: {way: {steps: {seen: {service: team}}}}
)"),
              HasSubstr("more than a billion children"));
}

}  // namespace
}  // namespace sendcap::testing
