// Flags of children: for whom they can be true.

#include <gtest/gtest.h>

#include <string>

#include "run_text.hpp"

namespace sendcap::testing {
namespace {

// A base takes only autistic children, so those who are not wait for ever.
std::string county_of_two_needs(const std::string& autistic) {
  return R"(
title: flags
clock: {start: 2025-01-01, run for: 100 days, report every: whole run}
districts: {here: {}}
children: {needs: [autism, other], flags: [autistic]}
mixes:
  all: {need: {autism: 1, other: 1}, flags: {autistic: )" +
         autistic + R"(}}
demand: {moves: {rate: 100 per day, enters: way, children: all}}
pathways:
  way: {steps: {place: {place: {kinds: [autism base]}}}}
provision:
  base: {kind: autism base, district: here, places: unlimited, flags: [autistic], stay: 10 years}
placement: {first round: 2025-01-01, every: 1 day}
)";
}

// Of some 10,000 children half have autism as primary need; the standard error of a share is half a
// percentage point.
double share_placed(const std::string& autistic, const std::string& need) {
  const Results run(county_of_two_needs(autistic));
  return run.mean("seen", "placement", "", "need: " + need) /
         run.mean("referrals", "placement", "", "need: " + need);
}

TEST(Flags, only_children_who_fit_have_a_flag_unless_something_is_said_of_the_others) {
  const std::string only_some = "{chance: 90%, when: {need: [autism]}}";
  EXPECT_NEAR(share_placed(only_some, "autism"), 0.90, 0.03);
  EXPECT_EQ(share_placed(only_some, "other"), 0);
}

TEST(Flags, other_children_have_the_flag_with_the_chance_given_otherwise) {
  const std::string with_others = "{chance: 100%, when: {need: [autism]}, otherwise: 15%}";
  EXPECT_GT(share_placed(with_others, "autism"), 0.98);  // those of the last day wait for the next round
  EXPECT_NEAR(share_placed(with_others, "other"), 0.15, 0.03);
}

}  // namespace
}  // namespace sendcap::testing
