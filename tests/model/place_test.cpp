// Places: who is placed where, how long they stay, what is left over.

#include <gtest/gtest.h>

#include <string>

#include "run_text.hpp"

namespace sendcap::testing {
namespace {

std::string place_world(const std::string& provision, const std::string& placement = "every: 10 days",
                        const std::string& mix = "age: {6: 1}") {
  return R"(
title: places
clock: {start: 2025-01-01, run for: 200 days, report every: whole run, waits in: days}
districts: {west: {journey within: 10 min}, middle: {journey within: 10 min}, east: {journey within: 10 min}}
roads:
  - {from: west, to: middle, journey: 25 min}
  - {from: middle, to: east, journey: 30 min}
children: {needs: [autism, other], flags: [autistic], age bands: {primary: 4 to 10, secondary: 11 to 18}}
mixes:
  westerners: {district: {west: 1}, need: {other: 1}, )" +
         mix + R"(}
demand:
  moves: {intervals: 20 days, enters: place request, children: westerners}
pathways:
  place request:
    steps:
      agreed: {place: {kinds: [special school, autism base]}}
provision:
)" + provision +
         R"(
placement: {first round: 2025-01-05, )" +
         placement + R"(}
)";
}

TEST(Place, is_given_in_rounds_while_there_is_one) {
  const Results results(
      place_world("  school: {kind: special school, district: west, places: 3, stay: 2 years}"));
  // Nine come, on days 20, 40 … 180; rounds on days 4, 14, 24 …: the first three wait four days each.
  EXPECT_EQ(results.mean("placed", "school"), 3);
  EXPECT_EQ(results.mean("wait of those seen, mean", "placement"), 4);
  EXPECT_EQ(results.mean("waiting", "placement", "2025-07-20"), 6);
  EXPECT_EQ(results.mean("occupied", "school", "2025-07-20"), 3);
  EXPECT_EQ(results.mean("free", "school", "2025-07-20"), 0);
}

TEST(Place, falls_free_when_a_stay_ends) {
  const Results results(
      place_world("  school: {kind: special school, district: west, places: 1, stay: 45 days}"));
  // Placed on day 24 until 69, on 74 until 119, on 124 until 169, on 174.
  EXPECT_EQ(results.mean("placed", "school"), 4);
  EXPECT_EQ(results.mean("left place", "school"), 3);
}

TEST(Place, opens_when_places_are_added) {
  const Results results(
      place_world("  school: {kind: special school, district: west, places: {is: 1, then: {2025-04-11: 4}}, "
                  "stay: 2 years}"));
  // Three more from day 100 on: the round of day 104 takes those of days 40, 60 and 80.
  EXPECT_EQ(results.mean("placed", "school"), 4);
  EXPECT_EQ(results.mean("wait of those seen, mean", "placement"), (4 + 64 + 44 + 24) / 4.0);
}

TEST(Place, is_only_for_those_it_suits) {
  const std::string base =
      "  base: {kind: autism base, district: west, places: 9, stay: 2 years, ages: 4 to 10, flags: autistic}";
  EXPECT_EQ(Results(place_world(base)).mean("placed", "base"), 0) << "nobody is autistic";
  EXPECT_EQ(Results(place_world(base, "every: 10 days", "age: {6: 1}, flags: {autistic: 100%}"))
                .mean("placed", "base"),
            9)
      << "the flag counts, whatever the primary need";
  EXPECT_EQ(Results(place_world(base, "every: 10 days", "age: {13: 1}, flags: {autistic: 100%}"))
                .mean("placed", "base"),
            0)
      << "too old";
  const std::string by_need =
      "  unit: {kind: special school, district: west, places: 9, stay: 2 years, needs: autism}";
  EXPECT_EQ(Results(place_world(by_need)).mean("placed", "unit"), 0);
}

TEST(Place, must_be_near_enough_by_the_quickest_chain_of_roads) {
  const std::string far = "  school: {kind: special school, district: east, places: 9, stay: 2 years}";
  EXPECT_EQ(Results(place_world(far, "every: 10 days, travel limits: {age: under 11, journey: 55 min}"))
                .mean("placed", "school"),
            9)
      << "25 + 30 minutes";
  EXPECT_EQ(Results(place_world(far, "every: 10 days, travel limits: {age: under 11, journey: 54 min}"))
                .mean("placed", "school"),
            0);
}

TEST(Place, is_the_nearest_that_is_free) {
  const Results results(
      place_world("  near: {kind: special school, district: west, places: 2, stay: 2 years}\n"
                  "  far: {kind: special school, district: middle, places: 9, stay: 2 years}"));
  EXPECT_EQ(results.mean("placed", "near"), 2);
  EXPECT_EQ(results.mean("placed", "far"), 7);
}

TEST(Place, is_kept_until_the_end_of_the_school_year_of_the_last_age) {
  // All are 10, between two birthdays, when they come between January and July: each turns 11 by the next
  // July, and leaves on the first 1 September after the 11th birthday; none before 1 September 2025.
  const std::string world =
      place_world("  primary: {kind: special school, district: west, places: 100, ages: 4 to 10}",
                  "every: 10 days", "age: {10: 1}");
  EXPECT_EQ(Results(world, 10).mean("left place", "primary"), 0);
  std::string longer = world;
  longer.replace(longer.find("run for: 200 days"), 17, "until: 2026-09-02 ");
  const Results results(longer, 10);
  // Those who came by 1 September 2025 (day 243: twelve of them) have left by 2 September 2026 at the latest.
  EXPECT_GE(results.mean("left place", "primary"), 12);
}

TEST(Place, is_taken_at_the_start_by_children_who_leave_in_time) {
  const Results results(
      place_world("  school: {kind: special school, district: west, places: 10, at start: 10, stay: 5 years, "
                  "remaining stay: 95 days}"));
  EXPECT_EQ(results.mean("occupied", "school", "2025-01-01"), 10);
  EXPECT_EQ(results.mean("left place", "school"), 10);
  EXPECT_EQ(results.mean("placed", "school"), 9) << "from the round of day 104 on there is room for all";
  EXPECT_NEAR(results.mean("present, average", "school"), (10 * 95 + 5 * 96 + 76 + 56 + 36 + 16) / 200.0,
              1e-9);
}

}  // namespace
}  // namespace sendcap::testing
