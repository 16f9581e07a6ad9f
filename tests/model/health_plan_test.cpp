// What plans about health services do to lists, counted by hand. 2025-01-01 is a Wednesday.

#include <gtest/gtest.h>

#include <string>

#include "run_text.hpp"

namespace sendcap::testing {
namespace {

// A child comes at the end of each day to a team that never sees anybody.
const char* const kNobodySeen = R"(
title: nobody is seen
clock: {start: 2025-01-01, run for: 60 days, report every: whole run, waits in: days}
demand: {new: {intervals: 1 day, enters: way}}
services: {team: {kind: team, staff: 0, cost: £36525}}
pathways:
  way:
    outcomes: [done, elsewhere]
    steps: {seen: {service: team}}
)";

std::string bought(int how_many, const std::string& more = "") {
  return "  - {kind: outsource a backlog, pathway: way, step: seen, assessments: " +
         std::to_string(how_many) + ", price: £100, from: 2025-01-15, until: 2025-01-29" + more + "}\n";
}

TEST(OutsourcedBacklog, is_taken_from_those_waiting_longest_week_by_week) {
  const Results results(model_with(kNobodySeen, bought(4)), 1);
  EXPECT_EQ(results.mean("left: seen elsewhere", "team"), 4);
  EXPECT_EQ(results.mean("seen", "team"), 0) << "the team itself still sees nobody";
  EXPECT_EQ(results.mean("seen", "way"), 4) << "first contact";
  // On day 21 those of days 1 and 2, on day 28 those of days 3 and 4.
  EXPECT_NEAR(results.mean("wait of those seen, mean", "way"), (20 + 19 + 25 + 24) / 4.0, 1e-9);
  EXPECT_EQ(results.mean("outcome: done", "way"), 4);
  EXPECT_EQ(results.mean("spent", "NHS"), 400);
  EXPECT_EQ(results.mean("cost", "team"), 0) << "no staff, and none charged";
}

TEST(OutsourcedBacklog, is_never_more_than_was_bought_and_only_what_is_done_is_paid) {
  const Results results(model_with(kNobodySeen, bought(100)), 1);
  // 28 come in 28 days; what nobody waited for by the end lapses, though 31 more come afterwards.
  EXPECT_EQ(results.mean("left: seen elsewhere", "team"), 28);
  EXPECT_EQ(results.mean("spent", "NHS"), 2800);
  EXPECT_EQ(results.mean("waiting", "team", "2025-03-02"), 59 - 28) << "afterwards the list grows again";
  const Results odd(model_with(kNobodySeen, bought(17, ", ramp: 10 days, begins with: 10%")), 1);
  EXPECT_EQ(odd.mean("left: seen elsewhere", "team"), 17);
}

TEST(OutsourcedBacklog, can_lead_elsewhere) {
  const Results results(model_with(kNobodySeen, bought(4, ", leads to: elsewhere, paid by: council")), 1);
  EXPECT_EQ(results.mean("outcome: elsewhere", "way"), 4);
  EXPECT_EQ(results.mean("outcome: done", "way"), 0);
  EXPECT_EQ(results.mean("spent", "council"), 400);
}

// Two children a day come in the north, none in the south; each has half of the capacity.
std::string two_localities(const std::string& service, const std::string& more = "") {
  return R"(
title: localities
clock: {start: 2025-01-06, run for: 28 days, report every: whole run, waits in: days}
districts: {north: {}, south: {}}
mixes: {northerners: {district: {north: 1}}}
demand: {new: {intervals: 0.5 days, enters: way, children: northerners}}
services:
  service:
)" + service +
         "    localities: {up: {districts: north, share: 50%}, down: {districts: south, share: 50%}}\n" +
         more + "pathways: {way: {steps: {seen: {service: service, time: 1 day}}}}\n";
}
const std::string kTeam = "    kind: team\n    staff: 2\n";
const std::string kClinic =
    "    kind: clinic\n    sessions: 10 per week\n    slots: {new: {per session: 1}}\n";
const std::string kJoin = "  - {kind: join locality queues, service: service, from: 2025-01-20}\n";

TEST(JoinedQueues, share_the_staff_from_the_day_they_are_joined) {
  EXPECT_EQ(Results(two_localities(kTeam)).mean("seen", "service"), 28) << "one therapist from day 0.5 on";
  // Then a second one from day 14 on: 14 visits more.
  EXPECT_EQ(Results(model_with(two_localities(kTeam), kJoin), 1).mean("seen", "service"), 28 + 14);
}

TEST(JoinedQueues, share_the_slots_and_neither_lose_nor_gain_any) {
  const Results apart(two_localities(kClinic));
  EXPECT_EQ(apart.mean("slots offered", "service"), 40);
  EXPECT_EQ(apart.mean("seen", "service"), 19) << "nobody waits yet at nine on the first day";
  const Results joined(model_with(two_localities(kClinic), kJoin), 1);
  EXPECT_EQ(joined.mean("slots offered", "service"), 40);
  EXPECT_EQ(joined.mean("seen", "service"), 9 + 20);
}

TEST(JoinedQueues, are_one_in_the_order_of_the_rule) {
  // Northerners come on days 2, 4, 6 …, southerners on days 3, 6, 9 …; one therapist begins on day 10 and
  // sees one child a day: those of days 2, 3 and 4.
  const std::string world = R"(
title: localities
clock: {start: 2025-01-06, run for: 13 days, report every: whole run, waits in: days}
districts: {north: {}, south: {}}
mixes: {northerners: {district: {north: 1}}, southerners: {district: {south: 1}}}
demand:
  north: {intervals: 2 days, enters: way, children: northerners}
  south: {intervals: 3 days, enters: way, children: southerners}
services:
  service:
    kind: team
    staff: {is: 0, then: {2025-01-16: 1}}
    localities: {up: {districts: north, share: 50%}, down: {districts: south, share: 50%}}
pathways: {way: {steps: {seen: {service: service, time: 1 day}}}}
)";
  const Results joined(
      model_with(world, "  - {kind: join locality queues, service: service, from: 2025-01-11}\n"), 1);
  EXPECT_EQ(joined.mean("seen", "service", "", "district: north"), 2);
  EXPECT_EQ(joined.mean("seen", "service", "", "district: south"), 1);
  EXPECT_NEAR(joined.mean("wait of those seen, mean", "service"), 8, 1e-9);
}

TEST(JoinedQueues, before_the_start_are_as_if_there_had_been_one) {
  const Results joined(two_localities(kTeam, "    localities joined: 2025-01-01\n"));
  EXPECT_EQ(joined.mean("seen", "service"), 55) << "one each half day, from day 0.5 to day 27.5";
}

TEST(Pathway, can_begin_at_another_step_than_the_first) {
  const Results results(R"(
title: two ways in
clock: {start: 2025-01-06, run for: 100 days, report every: whole run, waits in: days}
demand: {new: {rate: 100 per day, enters: way}}
services: {line: {kind: team, staff: unlimited}, team: {kind: team, staff: unlimited}}
pathways:
  way:
    begins at: {split: {asked: 25%, assessed: 75%}}
    outcomes: [advised, done]
    steps:
      asked: {service: line, next: advised}
      assessed: {service: team, next: done}
)");
  // Of 10,000 children: 0.02 is more than four standard errors.
  EXPECT_NEAR(results.mean("outcome: advised", "way") / results.mean("referrals", "way"), 0.25, 0.02);
  EXPECT_EQ(results.mean("seen", "line"), results.mean("outcome: advised", "way"));
}

const char* const kReviews = R"(
title: reviews
clock: {start: 2025-01-01, run for: 6 years, report every: year}
demand: {new: {rate: 200 per year, enters: way}}
services: {clinic: {kind: team, staff: unlimited}}
pathways:
  way:
    steps:
      assessment: {service: clinic}
      until the review: {wait: 6 months, at start: {children: 500}}
      review: {service: clinic, next: {split: {until the review: 80%, done: 20%}}}
)";

TEST(RedesignedReviews, are_fewer_and_so_are_the_children_under_review) {
  const std::string change =
      "  - {kind: redesign reviews, pathway: way, wait: until the review, from: 2025-01-01, ";
  const Results before(kReviews, 20);
  const Results longer(model_with(kReviews, change + "longer by: 50%}\n"), 20);
  const Results handed_over(model_with(kReviews, change + "handed over: 30%, leads to: done}\n"), 20);
  // Before: 200 / (1 - 0.8) = 1,000 reviews a year, by 500 children. Further apart, fewer come due in the
  // second year; in the long run as many, for as many are needed until a child is done. With 30% of those who
  // would wait for one handed over there are 200 x 0.7 / (1 - 0.8 x 0.7) a year, by half as many children.
  EXPECT_NEAR(before.mean("seen", "clinic", "2027-01-01"), 1200, 30);
  EXPECT_LT(longer.mean("seen", "clinic", "2027-01-01"), 1100);
  const double reviews = 200 * 0.7 / (1 - 0.8 * 0.7);
  EXPECT_NEAR(handed_over.mean("seen", "clinic", "2031-01-01"), 200 + reviews, 25);
  EXPECT_NEAR(before.mean("open cases", "way", "2031-01-01"), 500, 25);
  EXPECT_NEAR(handed_over.mean("open cases", "way", "2031-01-01"), reviews / 2, 15);
}

// Nurses see half of those who would go to the doctor, and half of these need nothing more.
TEST(SkillMix, takes_from_the_doctor_what_it_says) {
  const std::string world = R"(
title: skill mix
clock: {start: 2025-01-01, run for: 2 years, report every: whole run}
demand: {new: {rate: 2000 per year, enters: way}}
services: {triage: {kind: team, staff: unlimited}, doctor: {kind: team, staff: unlimited}}
pathways:
  way:
    outcomes: [done]
    steps: {triage: {service: triage}, assessment: {service: doctor}}
)";
  const Results changed(
      model_with(world,
                 "  - {kind: assess first by another team, pathway: way, step: assessment, team: "
                 "nurses, staff: 50, share: 50%, need no more: 50%, leads to: done, time: 1 hour, "
                 "from: 2025-01-01}\n"),
      20);
  const double referred = changed.mean("referrals", "way");
  // Of 80,000 children: binomial, so that 0.01 is more than four standard errors.
  EXPECT_NEAR(changed.mean("seen", "nurses") / referred, 0.5, 0.01);
  EXPECT_NEAR(changed.mean("seen", "doctor") / referred, 0.75, 0.01);
  EXPECT_NEAR(changed.mean("outcome: done", "way") / referred, 1, 0.01);
}

}  // namespace
}  // namespace sendcap::testing
