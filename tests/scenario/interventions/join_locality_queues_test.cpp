// Localities that become one queue.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "applied.hpp"

namespace sendcap::scenario {
namespace {

using ::testing::HasSubstr;

const char* const kLocalities = R"(
title: localities
clock: {start: 2025-01-01, run for: 1 year}
districts: {north: {}, south: {}}
demand: {referrals: {rate: 1 per day, enters: way}}
services:
  apart: {kind: team, staff: 2, localities: {n: {districts: [north], share: 50%}, s: {districts: [south], share: 50%}}}
  together: {kind: team, staff: 2}
pathways: {way: {steps: {seen: {service: apart}, helped: {service: together}}}}
)";

TEST(JoinLocalityQueues, at_the_earliest_date_that_is_given) {
  const Applied applied = apply_text(
      "  - {kind: join locality queues, service: apart, from: 2025-03-01}\n"
      "  - {kind: join locality queues, service: apart, from: 2025-02-01, lead time: 14 days}\n",
      kLocalities);
  EXPECT_EQ(applied.said, "");
  ASSERT_TRUE(team_of(applied.changed, "apart").localities_joined);
  EXPECT_EQ(team_of(applied.changed, "apart").localities_joined->date.days_since_1970, 20148 - 14);
}

TEST(JoinLocalityQueues, says_what_can_not_be) {
  EXPECT_THAT(
      apply_text("  - {kind: join locality queues, service: together, from: 2025-03-01}\n", kLocalities).said,
      HasSubstr("has one queue already"));
  EXPECT_THAT(
      apply_text("  - {kind: join locality queues, service: apart, from: 2025-03-01, ramp: 2 months}\n",
                 kLocalities)
          .said,
      HasSubstr("at once and for good"));
}

}  // namespace
}  // namespace sendcap::scenario
