#include <gtest/gtest.h>

#include <string>

#include "run_text.hpp"
#include "whole_world.hpp"

// Which parts a world has: whatever leads from one to the other, or is shared, makes them one.

namespace sendcap::testing {
namespace {

TEST(PartsFound, TheCountyIsOne) {
  EXPECT_EQ(model_from(whole_world()).parts.size(), 1U);
}

struct More {
  std::string steps = "over: {wait: 1 day}";  ///< of the eastern pathway
  std::string eastern{};                      ///< fields of that pathway
  std::string pathways{};
  std::string eastern_school{};  ///< fields
  std::string rest{};
};

/// How many parts two teams make, one for the children of each district, where there is more.
std::size_t parts_with(const More& more) {
  return model_from(R"(
title: two teams
clock: {start: 2025-01-01, run for: 1 year, waits in: days}
districts: {east: {journey within: 10 min}, west: {journey within: 10 min}}
mixes:
  of the east: {district: {east: 1}, age: {4 to 15: 1}}
  of the west: {district: {west: 1}, age: {4 to 15: 1}}
children: {flags: [has a plan]}
demand:
  east: {rate: 1 per day, enters: eastern, children: of the east}
  west: {rate: 1 per day, enters: western, children: of the west}
services: {eastern team: {kind: team, staff: 1}, western team: {kind: team, staff: 1}}
pathways:
  eastern: {steps: {seen: {service: eastern team, time: 1 hour}, )" +
                    more.steps + "}" + more.eastern + R"(}
  western: {steps: {seen: {service: western team, time: 1 hour}, agreed: {place: {kinds: [special school]}}}}
)" + more.pathways + R"(
provision:
  western school: {kind: special school, district: west, places: 10, takes from: west}
  eastern school: {kind: special school, district: east, places: 10, at start: 5, mix: of the east)" +
                    more.eastern_school + R"(}
placement:
  first round: 2025-01-15
  every: 4 weeks
)" + more.rest)
      .parts.size();
}

TEST(PartsFound, AreTwoWhereNothingLeadsFromOneToTheOther) {
  EXPECT_EQ(parts_with({}), 3U) << "the eastern school is one of its own: nobody there asks for a place";
  EXPECT_EQ(parts_with({.steps = "agreed: {place: {kinds: [special school]}}"}), 2U);
}

/// The same with the eastern school belonging to the eastern pathway.
std::size_t parts_of_two(More more) {
  more.steps += ", agreed: {place: {kinds: [special school]}}";
  return parts_with(more);
}

TEST(PartsFound, AreOneWhereAWayLeadsFromOneToTheOther) {
  ASSERT_EQ(parts_of_two({}), 2U);
  EXPECT_EQ(parts_of_two({.steps = "over: {refer: western}"}), 1U) << "a referral";
  EXPECT_EQ(parts_of_two({.steps = "again: {service: western team, time: 1 hour}"}), 1U) << "the same team";
  EXPECT_EQ(parts_of_two({.steps = "both: {service: [eastern team, western team], time: 1 hour}"}), 1U)
      << "a pair of services";
  EXPECT_EQ(parts_of_two({.steps = "over: {moves to: western school}"}), 1U) << "a move";
  EXPECT_EQ(parts_of_two({.steps = "again: {service: eastern team, time: 1 hour, alongside: western}"}), 1U)
      << "what is offered beside a wait";
  EXPECT_EQ(parts_of_two({.eastern = ", re-referrals: {chance: 10%, delay: 30 days, enters: western}"}), 1U)
      << "a re-referral";
  EXPECT_EQ(parts_of_two({.eastern_school = ", ages: 4 to 11, afterwards: western"}), 1U)
      << "what follows a school";
}

TEST(PartsFound, AreOneWhereSomethingThatMayHappenLeadsOver) {
  EXPECT_EQ(parts_of_two({.rest = R"(
while waiting: {leaves: {at: [eastern team], rate: 1 per year, effect: closes the case, moves to: western school}}
)"}),
            1U);
  EXPECT_EQ(parts_of_two({.rest = R"(
while waiting: {asks: {in: [special school], rate: 1 per year, when: {district: east}, effect: goes on, enters: western}}
)"}),
            1U);
}

TEST(PartsFound, AreOneWhereChildrenOfBothAreAskedOrChosen) {
  EXPECT_EQ(parts_of_two({.pathways = R"(
  group: {steps: {talk: {service: eastern team, time: 1 hour, at start: {children: 2, among: [special school], when: {district: east}}}}}
)"}),
            2U);
  EXPECT_EQ(parts_of_two({.pathways = R"(
  group: {steps: {talk: {service: eastern team, time: 1 hour, at start: {children: 2, among: [special school]}}}}
)"}),
            1U);
  const std::string plans = "plans: {flag: has a plan, reviewed on: western, until age: 25}\n";
  EXPECT_EQ(parts_of_two({.steps = "given: {gives: has a plan}", .rest = plans}), 1U) << "reviews of plans";
}

TEST(PartsFound, AreOneWhereThoseOfBothAskAtTheTransfer) {
  const auto asked = [](const std::string& when) {
    return "  transfer:\n    asked: [{from: [special school], share: 6%, " + when +
           "enters: eastern}]\nplans: {flag: has a plan}\n";
  };
  EXPECT_EQ(parts_of_two({.rest = asked("when: {district: east}, ")}), 2U);
  EXPECT_EQ(parts_of_two({.rest = asked("")}), 1U);
}

TEST(PartsFound, AreOneWherePlacesAreWantedInCommon) {
  // The eastern school takes children from both districts, once a road leads to it from the west.
  EXPECT_EQ(parts_of_two({.rest = R"(
roads: [{from: east, to: west, journey: 20 min}]
)"}),
            1U);
}

// Ranges of districts may allow too much: nobody lives in the middle.
TEST(PartsFound, WhatNobodyComesToIsNoPart) {
  const auto parts = [](const std::string& more) {
    return model_from(R"(
title: nobody in the middle
clock: {start: 2025-01-06, run for: 1 year, waits in: days}
districts: {east: {}, middle: {}, west: {}}
mixes: {of the east: {district: {east: 1}}, of the west: {district: {west: 1}}}
demand:
  east: {rate: 1 per day, enters: eastern, children: of the east}
  west: {rate: 1 per day, enters: western, children: of the west}
services: {eastern team: {kind: team, staff: 1}, western team: {kind: team, staff: 1}}
pathways:
  eastern: {steps: {seen: {service: eastern team, time: 1 hour}}}
  western: {steps: {seen: {service: western team, time: 1 hour}}}
)" + more)
        .parts.size();
  };
  EXPECT_EQ(parts(""), 2U);
  EXPECT_EQ(parts("while waiting: {moves away: {rate: 1 per year, when: {district: middle}}}\n"), 2U);
  EXPECT_EQ(parts("while waiting: {moves away: {rate: 1 per year}}\n"), 1U) << "it strikes both";
}

}  // namespace
}  // namespace sendcap::testing
