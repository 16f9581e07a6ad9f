// The yearly transfer between phases, places by school year, places over number, and where children go who
// leave.

#include <gtest/gtest.h>

#include <string>

#include "run_text.hpp"

namespace sendcap::testing {
namespace {

// Forty pupils with plans in mainstream, all of one age at the beginning of the school year; `rest` is the
// provision beside it.
std::string transfer_world(const std::string& age, const std::string& share, const std::string& rest,
                           const std::string& districts = "town: {journey within: 10 min}") {
  return R"(
title: transfer
clock: {start: 2024-09-02, until: 2025-09-03, report every: month, waits in: days}
districts: {)" +
         districts + R"(}
children: {flags: [has a plan]}
plans: {flag: has a plan}
mixes:
  pupils: {age: {)" +
         age + R"(: 1}, flags: {has a plan: 100%}}
demand: {nobody: {rate: 0 per year, enters: special place}}
pathways:
  special place:
    outcomes: [placed]
    steps: {agreed: {place: {kinds: [special school]}}}
provision:
  mainstream: {kind: mainstream, places: unlimited, ages: 4 to 15, at start: 40, mix: pupils}
)" + rest +
         R"(
placement:
  first round: 2024-09-10
  every: 4 weeks
  over number after: 0 days
  transfer: {asked: [{from: [mainstream], when: {age: 11}, share: )" +
         share + R"(, enters: special place}]}
)";
}

TEST(Transfer, gives_places_in_february_for_september) {
  // 10-year-olds of September 2024 are asked for in October; ten places, none of them taken before September.
  const Results results(transfer_world(
      "10", "100%", "  school: {kind: special school, district: town, places: 10, ages: 11 to 15}"));
  EXPECT_EQ(results.mean("waiting", "placement", "2024-11-01"), 40);
  EXPECT_EQ(results.mean("occupied", "school", "2025-09-01"), 0);
  EXPECT_EQ(results.mean("placed", "school"), 10);
  EXPECT_EQ(results.mean("occupied", "mainstream", "2025-09-03"), 30) << "the others stay where they are";
  // From 31 October to 1 September: 305 days.
  EXPECT_EQ(results.mean("wait of those seen, mean", "placement"), 305);
}

TEST(Transfer, asks_only_those_who_change_phase) {
  const std::string school = "  school: {kind: special school, district: town, places: 50, ages: 4 to 15}";
  EXPECT_EQ(Results(transfer_world("8", "100%", school)).mean("placed", "school"), 0)
      << "nine next September: no transfer with two tiers";
  const std::string three_tier = "town: {journey within: 10 min, transfer ages: [9, 13, 16]}";
  std::string world = transfer_world("8", "100%", school, three_tier);
  world.replace(world.find("when: {age: 11}"), 15, "when: {age: 9}");
  EXPECT_EQ(Results(world).mean("placed", "school"), 40) << "from first to middle school";
}

TEST(Transfer, asks_for_the_share_given) {
  const Results results(
      model_from(transfer_world(
          "10", "25%", "  school: {kind: special school, district: town, places: 40, ages: 11 to 15}")),
      400);
  // Binomial with 40 children and 25%: mean 10, standard deviation 2.74; the mean of 400 is within 0.137
  // × 3.9 at 99.99%.
  EXPECT_NEAR(results.mean("placed", "school"), 10, 0.54);
}

TEST(Transfer, promises_places_that_leavers_will_free) {
  // The school's ten pupils are 15 and leave on 1 September; their places go to ten of those who asked.
  std::string world = transfer_world("10", "100%",
                                     "  school: {kind: special school, district: town, places: 10, ages: 11 "
                                     "to 15, at start: 10, mix: leavers, "
                                     "afterwards: college}\n  college: {kind: post-16, places: unlimited}");
  world.replace(world.find("mixes:\n"), 7, "mixes:\n  leavers: {age: {15: 1}, flags: {has a plan: 100%}}\n");
  const Results results(world);
  EXPECT_EQ(results.mean("occupied", "school", "2025-09-01"), 10);
  EXPECT_EQ(results.mean("left place", "school"), 10);
  EXPECT_EQ(results.mean("placed", "school"), 10);
  EXPECT_EQ(results.mean("occupied", "college", "2025-09-03"), 10);
  EXPECT_EQ(results.mean("plans held", "plans", "2025-09-03"), 50) << "going on to college keeps the plan";
}

TEST(Transfer, counts_those_who_must_leave_and_have_no_place) {
  // All forty leave the primary school at 11; there are fifteen places to go to, and two over number.
  std::string world =
      transfer_world("10", "0%",
                     "  school: {kind: special school, district: town, places: 15, over number: 2, "
                     "ages: 11 to 15}\n  nowhere: {kind: not in education, places: unlimited}");
  world.replace(world.find("ages: 4 to 15, at start"), 13, "ages: 4 to 10");
  world.replace(world.find("mix: pupils}"), 12, "mix: pupils, afterwards: special place}");
  world += "  without a place: nowhere\n";
  const Results results(world);
  EXPECT_EQ(results.mean("occupied", "school", "2025-09-03"), 17);
  EXPECT_EQ(results.mean("over number", "school", "2025-09-03"), 2);
  EXPECT_EQ(results.mean("without a place", "plans", "2025-09-03"), 23);
  EXPECT_EQ(results.mean("without a place", "plans", "2025-09-01"), 0);
  // 23 children for two days.
  EXPECT_NEAR(results.mean("time without a place", "plans"), 23 * 2 / 7.0, 1e-9);
}

TEST(Transfer, moves_children_in_September_whose_other_requests_that_answers) {
  // Two children in mainstream ask for the school and for the base; settling at the school meets the need for
  // the base, so that request is closed as they move. A third, at home, has the only place at the base.
  const Results results(R"(
title: two requests
clock: {start: 2025-01-01, until: 2025-09-03, report every: whole run}
districts: {town: {journey within: 10 min}}
children: {flags: [has a plan]}
plans: {flag: has a plan}
mixes: {pupils: {age: {8: 1}, flags: {has a plan: 0%}}}
demand: {nobody: {rate: 0 per year, enters: school}}
pathways:
  school:
    steps:
      agreed:
        place: {kinds: [special school]}
        meets needs of: [base]
        at start: {children: 2, among: [mainstream], waited: 40 days}
      settling in: {wait: 1 year}
  base for another:
    steps: {agreed: {place: {kinds: [autism base]}, at start: {children: 1, waited: 10 days, mix: pupils}}}
  base:
    steps: {agreed: {place: {kinds: [autism base]}, at start: {children: 2, among: [mainstream]}}}
provision:
  mainstream: {kind: mainstream, places: unlimited, at start: 2, mix: pupils}
  the school: {kind: special school, district: town, places: {is: 0, then: {2025-08-25: 2}}}
  the base: {kind: autism base, district: town, places: {is: 0, then: {2025-08-25: 1}}}
placement: {first round: 2025-02-25, every: 1 year, transfer: {decided: 15 February}}
)");
  EXPECT_EQ(results.mean("placed", "the school"), 2);
  EXPECT_EQ(results.mean("placed", "the base"), 1);
  EXPECT_EQ(results.mean("occupied", "the base", "2025-09-03"), 1);
  EXPECT_EQ(results.mean("left: need met", "placement"), 2);
  EXPECT_EQ(results.mean("waiting", "placement", "2025-09-03"), 0);
}

TEST(Places, are_counted_by_phase) {
  // Eight primary and five secondary places: of forty 10-year-olds who are 11 in September only five fit.
  const Results results(transfer_world("10", "100%",
                                       "  base: {kind: special school, district: town, groups: {primary: "
                                       "{ages: 4 to 10, places: 8}, secondary: "
                                       "{ages: 11 to 15, places: 5}}}"));
  EXPECT_EQ(results.mean("places", "base", "2025-09-03"), 13);
  EXPECT_EQ(results.mean("placed", "base"), 5);
  EXPECT_EQ(results.mean("free", "base", "2025-09-03"), 8);
}

}  // namespace
}  // namespace sendcap::testing
