// Teams: servers, caseloads, working weeks, changes of staff, two services at once.

#include <gtest/gtest.h>

#include <string>

#include "run_text.hpp"

namespace sendcap::testing {
namespace {

std::string team_world(const std::string& team, const std::string& step,
                       const std::string& interval = "1 day") {
  return R"(
title: a team
clock: {start: 2025-01-06, run for: 100 days, report every: whole run, waits in: days}
demand:
  new: {intervals: )" +
         interval + R"(, enters: referral}
services:
  team: {kind: team, )" +
         team + R"(}
pathways:
  referral:
    steps:
      seen: {service: team, )" +
         step + R"(}
)";
}

TEST(Team, works_with_part_of_a_person_at_exactly_that_capacity) {
  // One arrival a day, visits of 1 day, 1.5 staff: two servers at three quarters of the speed.
  const Results results(team_world("staff: 1.5", "time: 1 day"));
  EXPECT_NEAR(results.mean("load", "team"), 1 / 1.5, 0.01);
  EXPECT_EQ(results.mean("wait of those seen, mean", "team"), 0);
  EXPECT_NEAR(results.mean("present, average", "team"), 4.0 / 3, 0.03) << "each stays a day and a third";
}

TEST(Team, carries_a_caseload) {
  const Results results(team_world("staff: 2, caseload: 10", "time: 30 days"));
  // Arrivals on days 1 to 99; room for 20 at once, each for 30 days: full from day 20 on.
  EXPECT_EQ(results.mean("seen", "team"), 20 + 20 + 20 + 9) << "on days 1-20, 31-50, 61-80, 91-99";
}

TEST(Team, spreads_work_over_its_working_week) {
  // 10 hours of work by someone with 20 hours a week with children takes half a week.
  const Results results(team_world("staff: unlimited, hours a week: 20 hours", "work: 10 hours"));
  EXPECT_NEAR(results.mean("present, average", "team"), 3.5, 0.1);
}

TEST(Team, sees_no_more_children_than_it_has_staff_when_staff_changes) {
  const Results results(team_world("staff: {is: 0, then: {2025-01-26: 3}}", "time: 1000 days"));
  // Nobody for 20 days, then three for good.
  EXPECT_EQ(results.mean("seen", "team"), 3);
  EXPECT_NEAR(results.mean("wait of those seen, mean", "team"), (19 + 18 + 17) / 3.0, 1e-9);
}

TEST(Team, finishes_visits_under_way_when_staff_falls) {
  const Results results(team_world("staff: {is: 1, then: {2025-01-08: 0}}", "time: 10 days"));
  // The child of day 1 is seen until day 11, though the last of the staff leaves on day 2.
  EXPECT_EQ(results.mean("outcome: done", "referral"), 1);
}

TEST(Team, turns_away_who_finds_no_room) {
  const Results results(team_world("staff: 1, queue: {room for: 2}", "time: 1000 days"));
  EXPECT_EQ(results.mean("left: turned away", "team"), 99 - 3);
  EXPECT_EQ(results.mean("left: turned away", "referral"), 99 - 3);
}

TEST(TwoServicesAtOnce, wait_until_both_are_free) {
  const Results results(R"(
title: both at once
clock: {start: 2025-01-06, run for: 100 days, report every: whole run, waits in: days}
demand:
  pairs: {intervals: 10 days, enters: together}
  singles: {intervals: 4 days, enters: alone}
services:
  doctor: {kind: team, staff: 1}
  nurse: {kind: team, staff: 1}
pathways:
  together: {steps: {visit: {service: [doctor, nurse], time: 1 day}}}
  alone: {steps: {visit: {service: nurse, time: 3 days}}}
)");
  // A nurse is busy on days 4-7, 8-11, 12-15 …: the pair of day 10 begins on day 11, that of day 20 finds a
  // single who came at the same moment and waits for 3 days or goes first; none is ever left behind.
  EXPECT_EQ(results.mean("seen", "doctor"), 9);
  EXPECT_EQ(results.mean("seen", "nurse"), 9 + 24);
  EXPECT_GT(results.mean("wait of those seen, mean", "doctor"), 0);
  EXPECT_LE(results.mean("utilisation", "nurse"), 1);
}

TEST(TwoServicesAtOnce, a_clinic_slot_needs_the_team_to_be_free) {
  const Results results(R"(
title: clinic with an interpreter
clock: {start: 2025-01-06, run for: 28 days, report every: whole run, waits in: days}
demand:
  new: {intervals: 1 day, enters: visit}
services:
  clinic: {kind: clinic, sessions: 5 per week, slots: {new: {per session: 4}}}
  interpreter: {kind: team, staff: 1}
pathways:
  visit: {steps: {seen: {service: [clinic, interpreter], time: 1 hour}}}
)");
  // The interpreter can be in one slot at a time, so of each day's four slots one is used. From Tuesday 7
  // January to Friday 31 January there are 19 working days, and always somebody waiting at nine.
  EXPECT_EQ(results.mean("slots used", "clinic"), 19);
}

}  // namespace
}  // namespace sendcap::testing
