// How cases move: branches, forks and joins, reviews that come back, contacts, re-referrals.

#include <gtest/gtest.h>

#include <string>

#include "run_text.hpp"

namespace sendcap::testing {
namespace {

std::string pathway_world(const std::string& pathway, const std::string& interval = "10 days",
                          const std::string& more = "") {
  return R"(
title: a pathway
clock: {start: 2025-01-01, run for: 1000 days, report every: whole run, waits in: days}
children: {age bands: {young: under 5, old: 5 and over}, flags: [autistic]}
mixes:
  all: {age: {3: 1, 8: 3}, flags: {autistic: 40%}}
demand:
  new: {intervals: )" +
         interval + R"(, enters: way, children: all}
services:
  anyone: {kind: team, staff: unlimited}
)" + more +
         R"(
pathways:
  way:
)" + pathway;
}

TEST(Branch, sends_each_share_its_way) {
  const Results results(pathway_world(R"(
    outcomes: [autism, other, none]
    steps:
      seen: {service: anyone, next: {split: {autism: 70%, other: 19%, none: 11%}}}
)"),
                        100);
  // 99 children in each of 100 replications: standard error of a share below 0.5 points.
  EXPECT_NEAR(results.mean("outcome: autism", "way") / 99, 0.70, 0.02);
  EXPECT_NEAR(results.mean("outcome: other", "way") / 99, 0.19, 0.02);
  EXPECT_NEAR(results.mean("outcome: none", "way") / 99, 0.11, 0.02);
}

TEST(Branch, can_follow_from_attributes_and_from_dates) {
  const Results results(pathway_world(R"(
    outcomes: [early years, school, later]
    steps:
      sorted:
        service: anyone
        next:
          - {when: {age: under 5}, to: early years}
          - {split: {school: {is: 100%, then: {day 500: 0%}}, later: {is: 0%, then: {day 500: 100%}}}}
)"),
                        20);
  EXPECT_EQ(results.mean("outcome: early years", "way", "", "age: old"), 0);
  EXPECT_EQ(results.mean("outcome: school", "way", "", "age: young"), 0);
  EXPECT_NEAR(results.mean("outcome: early years", "way") / 99, 0.25, 0.05);
  EXPECT_NEAR(results.mean("outcome: school", "way"), results.mean("outcome: later", "way"), 5);
}

TEST(Fork, joins_when_the_slowest_is_back) {
  const Results results(pathway_world(R"(
    steps:
      asked: {fork: [paediatrics, therapy, psychology], join: drafted}
      paediatrics: {wait: 30 days, next: drafted}
      therapy: {wait: 70 days, next: drafted}
      psychology: {service: anyone, time: 40 days, next: drafted}
      drafted: {wait: 5 days}
)",
                                      "200 days"));
  // Begun on days 200, 400, 600 and 800; over 75 days later.
  EXPECT_EQ(results.mean("outcome: done", "way"), 4);
  EXPECT_EQ(results.mean("seen", "way"), 4) << "first contact of the whole case, at the psychologist";
  const Results sooner(pathway_world(R"(
    steps:
      asked: {fork: [therapy, psychology], join: drafted}
      therapy: {wait: 170 days, next: drafted}
      psychology: {service: anyone, time: 40 days, next: drafted}
      drafted: {wait: 29 days}
)",
                                     "200 days"));
  EXPECT_EQ(sooner.mean("outcome: done", "way"), 4) << "the last on day 999";
}

TEST(Review, comes_back_again_and_again) {
  const Results results(pathway_world(R"(
    outcomes: [discharged]
    steps:
      first: {service: anyone}
      until review: {wait: 100 days}
      review: {service: anyone, next: {split: {until review: 90%, discharged: 10%}}}
)",
                                      "5 days"),
                        40);
  // Without end a child of day t would have floor((1000 - t) / 100) reviews; each goes on with probability
  // 0.9, so of k possible reviews (1 - 0.9^k) / 0.1 happen on average.
  double reviews = 0;
  for (int day = 5; day < 1000; day += 5) {
    double go_on = 1;
    for (int at = day + 100; at < 1000; at += 100) {
      reviews += go_on;
      go_on *= 0.9;
    }
  }
  // Standard error of the mean over 40 replications below 5.
  EXPECT_NEAR(results.mean("seen", "anyone") - 199, reviews, 20);
}

TEST(Contacts, follow_each_other) {
  const Results results(pathway_world(R"(
    steps:
      block: {service: anyone, contacts: 6, between contacts: 7 days}
)",
                                      "900 days"));
  EXPECT_EQ(results.mean("seen", "anyone"), 6) << "on days 900, 907 … 935";
  EXPECT_EQ(results.mean("referrals", "way"), 1);
  EXPECT_EQ(results.mean("outcome: done", "way"), 1);
}

TEST(ReReferral, opens_a_new_case_of_the_same_child) {
  const Results results(pathway_world(R"(
    outcomes: [done, refused]
    re-referrals: {after: done, chance: 100%, delay: 100 days}
    steps:
      seen: {service: anyone}
)",
                                      "750 days"));
  EXPECT_EQ(results.mean("referrals", "way"), 3) << "on days 750, 850 and 950";
  EXPECT_EQ(results.estimates().children().mean(), 1);
  EXPECT_EQ(results.estimates().cases().mean(), 3);
}

TEST(ReReferral, happens_with_its_chance) {
  const Results results(pathway_world(R"(
    re-referrals: {chance: 20%, delay: 1 day}
    steps:
      seen: {service: anyone}
)"),
                        200);
  // Each case is followed by another with probability 0.2: 1 / (1 - 0.2) cases a child.
  EXPECT_NEAR(results.mean("referrals", "way") / 99, 1.25, 0.02);
}

TEST(FirstContact, ends_the_wait_from_referral) {
  const Results results(pathway_world(R"(
    steps:
      triage: {service: anyone, time: 2 days}
      information: {wait: 30 days}
      assessment: {service: anyone, first contact: true, time: 1 day}
)"));
  EXPECT_EQ(results.mean("wait of those seen, mean", "way"), 32);
  EXPECT_EQ(results.mean("waiting", "way", "2027-09-28"), 3) << "of days 970, 980 and 990";
}

TEST(Refer, opens_a_second_pathway_beside_the_first) {
  const Results results(pathway_world(R"(
    steps:
      also: {refer: other}
      seen: {service: anyone, time: 50 days}
  other:
    steps:
      seen: {service: anyone, time: 10 days}
)",
                                      "300 days"));
  EXPECT_EQ(results.mean("referrals", "other"), 3);
  EXPECT_EQ(results.mean("outcome: done", "other"), 3);
  EXPECT_EQ(results.mean("outcome: done", "way"), 3);
  EXPECT_EQ(results.estimates().children().mean(), 3);
}

}  // namespace
}  // namespace sendcap::testing
