// What plans about places do to children: they get new places in September, a slip moves them, those asked
// come back to the county, and the money falls into the right financial year.

#include <gtest/gtest.h>

#include <string>

#include "run_text.hpp"

namespace sendcap::testing {
namespace {

// Ten autistic children of eight in mainstream wait for a place from the first day, and there is none; twenty
// of ten are in an independent school. Places cost £3,650 a year (£10 a day of a year of 365 days).
const char* const kWorld = R"(
title: waiting for places
clock: {start: 2025-01-01, until: 2027-10-01, report every: month, waits in: days}
districts: {town: {journey within: 10 min}}
children: {needs: [autism, other], flags: [autistic, has a plan]}
plans: {flag: has a plan}
mixes:
  pupils: {age: {7: 1}, need: {autism: 1}, flags: {autistic: 100%, has a plan: 100%}}
  far away: {age: {9: 1}, need: {autism: 1}, flags: {autistic: 100%, has a plan: 100%}}
demand: {nobody: {rate: 0 per year, enters: special place}}
pathways:
  special place:
    outcomes: [placed]
    steps:
      agreed:
        place: {kinds: [autism base, special school]}
        at start: {children: 10, among: [mainstream]}
provision:
  mainstream: {kind: mainstream, places: unlimited, ages: 4 to 15, at start: 10, mix: pupils}
  independent:
    {kind: independent special school, places: unlimited, ages: 4 to 18, at start: 20, mix: far away, out of county: true}
  school: {kind: special school, district: town, places: 0, ages: 4 to 18}
placement:
  first round: 2025-01-07
  every: 4 weeks
  transfer: {}
)";

Results results_of(const std::string& interventions, const std::string& world = kWorld,
                   std::uint32_t replications = 1) {
  return Results(model_with(world, interventions), replications);
}

std::string base(const std::string& more) {
  return "  - {kind: open an autism base, base: base, district: town, ages: 4 to 15, flags: [autistic], " +
         more + "}\n";
}

TEST(NewPlaces, are_given_in_February_and_taken_in_September) {
  const Results results = results_of(base("tranches: {opens: 2025-09-01, places: 6}"));
  EXPECT_EQ(results.mean("occupied", "base", "2025-09-01"), 0) << "the day before it opens";
  EXPECT_EQ(results.mean("occupied", "base", "2025-10-01"), 6);
  EXPECT_EQ(results.mean("waiting", "placement", "2025-10-01"), 4);
  EXPECT_EQ(results.mean("occupied", "mainstream", "2025-10-01"), 4);
  EXPECT_EQ(results.mean("wait of those seen, mean", "placement"), 243) << "1 January to 1 September";
}

TEST(NewPlaces, that_slip_come_a_year_later) {
  const Results results = results_of(base("slips by: 1 year, tranches: {opens: 2025-09-01, places: 6}"));
  EXPECT_EQ(results.mean("waiting", "placement", "2025-10-01"), 10);
  EXPECT_EQ(results.mean("occupied", "base", "2026-09-01"), 0);
  EXPECT_EQ(results.mean("occupied", "base", "2026-10-01"), 6);
  EXPECT_EQ(results.mean("wait of those seen, mean", "placement"), 243 + 365);
}

TEST(NewPlaces, of_a_school_that_is_expanded_are_taken_too) {
  const Results results = results_of(base("tranches: {opens: 2025-09-01, places: 4}") + R"(
  - {kind: expand a school, school: school, tranches: {opens: 2025-09-01, places: 3}}
  - {kind: expand a school, school: base, tranches: {opens: 2026-09-01, places: 3}}
)");
  EXPECT_EQ(results.mean("occupied", "base", "2025-10-01") + results.mean("occupied", "school", "2025-10-01"),
            7);
  EXPECT_EQ(results.mean("waiting", "placement", "2025-10-01"), 3);
  EXPECT_EQ(results.mean("waiting", "placement", "2026-10-01"), 0);
}

// Capital of £500,000 and six places at £3,652.50 a year (£10 a day) from 1 September 2025: 212 days of the
// financial year 2025/26 at £60 a day.
TEST(NewPlaces, cost_money_in_the_financial_year_in_which_they_open) {
  const std::string opening =
      "tranches: {opens: 2025-09-01, places: 6}, capital: \"£500,000\", cost: {per place: \"£3,652.50\"}";
  const Results in_time = results_of(base(opening));
  EXPECT_EQ(in_time.mean("spent, financial year so far", "council", "2025-09-01"), 0);
  EXPECT_EQ(in_time.mean("spent, financial year so far", "council", "2026-04-01"), 500000);
  EXPECT_NEAR(in_time.mean("spent, financial year so far", "high-needs block", "2026-04-01"), 212 * 60, 1e-6);
  const Results late = results_of(base("slips by: 1 year, " + opening));
  EXPECT_EQ(late.mean("spent, financial year so far", "council", "2026-04-01"), 0);
  EXPECT_EQ(late.mean("spent, financial year so far", "council", "2027-04-01"), 500000);
  EXPECT_EQ(late.mean("spent, financial year so far", "high-needs block", "2026-04-01"), 0);
  EXPECT_NEAR(late.mean("spent, financial year so far", "high-needs block", "2027-04-01"), 212 * 60, 1e-6);
}

// All twenty are eleven in September 2025 or 2026, whichever comes after their tenth birthday's year; those
// who change phase in September 2026 are asked on 31 October 2025, given twelve places in February and move
// in September. Nobody moves at another time.
TEST(ReturnToCounty, brings_children_back_when_they_change_phase_and_not_before) {
  const std::string plan = R"(
  - {kind: expand a school, school: school, tranches: {opens: 2025-09-01, places: 40}}
  - {kind: return children to the county, share: 100%, to: [special school], from: 2025-09-01}
)";
  std::string world = kWorld;
  world.replace(world.find("at start: {children: 10, among: [mainstream]}"), 45, "");
  const Results results = results_of(plan, world);
  EXPECT_EQ(results.mean("occupied", "school", "2026-09-01"), 0);
  const double moved = results.mean("occupied", "school", "2026-10-01");
  EXPECT_GT(moved, 0);
  EXPECT_EQ(results.mean("occupied", "independent", "2026-10-01"), 20 - moved);
  EXPECT_EQ(results.mean("occupied", "school", "2027-09-01"), moved);
  EXPECT_EQ(results.mean("occupied", "school", "2027-10-01"), 20)
      << "each of them is eleven in one of the two";
}

TEST(ReturnToCounty, leaves_where_they_are_those_for_whom_there_is_no_place) {
  std::string world = kWorld;
  world.replace(world.find("at start: {children: 10, among: [mainstream]}"), 45, "");
  const Results results =
      results_of("  - {kind: return children to the county, share: 100%, from: 2025-09-01}\n", world);
  EXPECT_EQ(results.mean("occupied", "independent", "2027-10-01"), 20);
  EXPECT_GT(results.mean("waiting", "placement", "2026-09-01"), 0);
  EXPECT_EQ(
      results.mean("waiting", "placement", "2026-10-01") + results.mean("waiting", "placement", "2027-10-01"),
      0)
      << "the request is for one September";
}

}  // namespace
}  // namespace sendcap::testing
