// What does not fit together is said before anything runs, with its place.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "run_text.hpp"

namespace sendcap::testing {
namespace {

using ::testing::HasSubstr;

// A small world that is right, with one thing to spoil.
std::string world(const std::string& from = "", const std::string& to = "") {
  std::string text = R"(title: a world
clock: {start: 2025-01-06, run for: 10 days}
districts: {north: {}, south: {}}
children: {needs: [autism, other], flags: [autistic]}
demand:
  new: {rate: 2 per day, enters: way}
services:
  team: {kind: team, staff: 3}
  clinic: {kind: clinic, sessions: 2 per week, slots: {new: {per session: 2}}}
pathways:
  way:
    outcomes: [helped, referred on]
    steps:
      triage: {service: team, time: 1 hour, next: {split: {assessed: 80%, referred on: 20%}}}
      assessed: {service: clinic, slot: new}
)";
  if (!from.empty()) text.replace(text.find(from), from.size(), to);
  return text;
}

TEST(Compile, says_nothing_about_a_right_world) {
  EXPECT_EQ(complaints_about(world()), "");
}

TEST(Compile, finds_a_misspelt_name_and_offers_the_nearest) {
  const std::string said = complaints_about(world("service: clinic", "service: clinik"));
  EXPECT_THAT(said, HasSubstr("test.yaml:15:27: error"));
  EXPECT_THAT(said, HasSubstr("no service called 'clinik'"));
  EXPECT_THAT(said, HasSubstr("did you mean 'clinic'?"));
}

TEST(Compile, finds_a_circle_with_no_way_out) {
  const std::string said = complaints_about(
      world("slot: new}", "slot: new, next: again}\n      again: {wait: 1 week, next: assessed}"));
  EXPECT_THAT(said, HasSubstr("test.yaml:15:7: error SEND-303"));
  EXPECT_THAT(said, HasSubstr("goes round for ever"));
}

TEST(Compile, finds_a_service_never_reached) {
  const std::string said = complaints_about(world("  clinic:", "  spare: {kind: team, staff: 1}\n  clinic:"));
  EXPECT_THAT(said, HasSubstr("test.yaml:9:3: error SEND-304"));
  EXPECT_THAT(said, HasSubstr("no step ever needs the service 'spare'"));
}

TEST(Compile, finds_a_step_never_reached) {
  EXPECT_THAT(complaints_about(world("assessed: 80%, referred on: 20%", "helped: 80%, referred on: 20%")),
              HasSubstr("no child ever comes to step 'assessed'"));
}

TEST(Compile, wants_shares_that_sum_to_the_whole) {
  EXPECT_THAT(complaints_about(world("80%", "70%")), HasSubstr("the shares sum to 90%, not to 100%"));
}

TEST(Compile, wants_one_end_of_the_run) {
  EXPECT_THAT(complaints_about(world("run for: 10 days", "run for: 10 days, until: 2025-03-01")),
              HasSubstr("either `run for` or `until`"));
  EXPECT_THAT(complaints_about(world("run for: 10 days", "until: 2024-03-01")),
              HasSubstr("ends before it starts"));
}

TEST(Compile, tells_team_from_clinic) {
  EXPECT_THAT(complaints_about(world("time: 1 hour", "slot: new")), HasSubstr("a team has no slots"));
  EXPECT_THAT(complaints_about(world("time: 1 hour", "work: 1 hour")), HasSubstr("`hours a week`"));
}

TEST(Compile, reports_every_mistake_at_once) {
  std::string text = world("enters: way", "enters: wey");
  text.replace(text.find("slot: new}"), 10, "slot: nwe}");
  const std::string said = complaints_about(text);
  EXPECT_THAT(said, HasSubstr("did you mean 'way'?"));
  EXPECT_THAT(said, HasSubstr("did you mean 'new'?"));
}

TEST(Compile, wants_a_fork_to_meet_again) {
  EXPECT_THAT(
      complaints_about(world("assessed: {service: clinic, slot: new}",
                             "assessed: {fork: [a, b]}\n      a: {service: clinic}\n      b: {wait: 1 day}")),
      HasSubstr("a fork needs a `join`"));
}

// A base from which children go on to a school, and what comes after that.
std::string two_places(const std::string& afterwards) {
  return R"(title: two places
clock: {start: 2025-01-06, run for: 10 days}
districts: {town: {}}
demand: {new: {rate: 2 per day, enters: places}}
pathways:
  places:
    outcomes: [settled]
    steps:
      base: {place: {kinds: [autism base]}}
      moving on: {next: {split: {school: 50%, settled: 50%}}}
      school: {place: {kinds: [special school]}, )" +
         afterwards + R"(}
provision:
  the base: {kind: autism base, district: town, places: 9}
  the school: {kind: special school, district: town, places: 9}
placement: {first round: 2025-01-08}
)";
}

TEST(Compile, finds_a_circle_of_places_in_which_no_time_passes) {
  const std::string said = complaints_about(two_places("next: {split: {base: 10%, settled: 90%}}"));
  EXPECT_THAT(said,
              HasSubstr("test.yaml:9:7: error SEND-305: a child placed at step 'base' wants a place there "
                        "again at once, by way of 'moving on', 'school'"));
  EXPECT_THAT(said, HasSubstr("test.yaml:11:7: error SEND-305: a child placed at step 'school' wants a place "
                              "there again at once, by way of 'base', 'moving on'"));
  EXPECT_THAT(said, HasSubstr("hint: put a `wait`, for example `wait: 1 year`"));
}

TEST(Compile, finds_a_place_that_leads_straight_back_to_itself) {
  EXPECT_THAT(
      complaints_about(two_places("next: {split: {school: 10%, settled: 90%}}")),
      HasSubstr("test.yaml:11:7: error SEND-305: a child placed at step 'school' wants a place there again "
                "at once (in pathways.places.steps.school)"));
}

TEST(Compile, finds_a_circle_of_places_by_way_of_a_referral) {
  EXPECT_THAT(
      complaints_about(two_places("next: again}\n      again: {refer: places, next: settled")),
      HasSubstr(
          "test.yaml:9:7: error SEND-305: a child placed at step 'base' wants a place there again at once, "
          "by way of 'moving on', 'school', 'again'"));
}

TEST(Compile, takes_a_circle_of_places_in_which_time_passes) {
  EXPECT_EQ(complaints_about(two_places(
                "next: settling}\n      settling: {wait: 1 year, next: {split: {base: 10%, settled: 90%}}")),
            "");
  EXPECT_EQ(complaints_about(two_places("next: settled")), "") << "no circle";
}

}  // namespace
}  // namespace sendcap::testing
