// More sessions of a clinic.

#include <gtest/gtest.h>

#include "applied.hpp"

namespace sendcap::scenario {
namespace {

TEST(AddClinicSessions, adds_to_whatever_is_held_then) {
  const Applied applied =
      apply_text("  - {kind: add clinic sessions, clinic: clinic, sessions: 2 per week, from: 2025-03-01}\n");
  EXPECT_EQ(applied.said, "");
  const Value<Rate>& value = clinic_of(applied.changed).sessions;
  EXPECT_DOUBLE_EQ(value.is.per_day * 7, 4);
  ASSERT_EQ(value.then.size(), 2u);
  EXPECT_DOUBLE_EQ(value.then[0].is.per_day * 7, 6) << "from March";
  EXPECT_DOUBLE_EQ(value.then[1].is.per_day * 7, 8) << "from June";
  EXPECT_DOUBLE_EQ(clinic_of(*applied.baseline).sessions.then[0].is.per_day * 7, 6)
      << "the baseline is as it was";
}

TEST(AddClinicSessions, ends_when_it_is_said_to) {
  const Applied applied = apply_text(
      "  - {kind: add clinic sessions, clinic: clinic, sessions: 2 per week, from: 2025-03-01, until: "
      "2025-09-01}\n");
  const Value<Rate>& value = clinic_of(applied.changed).sessions;
  ASSERT_EQ(value.then.size(), 3u);
  EXPECT_DOUBLE_EQ(value.then[2].is.per_day * 7, 6) << "from September, as the baseline";
}

TEST(AddClinicSessions, from_the_start_changes_the_first_value) {
  const Applied applied = apply_text(
      "  - {kind: add clinic sessions, clinic: clinic, sessions: -1 per week, from: 2025-01-01}\n");
  EXPECT_DOUBLE_EQ(clinic_of(applied.changed).sessions.is.per_day * 7, 3);
}

TEST(AddClinicSessions, can_cost_something_else_than_the_clinics_own) {
  const Applied applied = apply_text(
      "  - {kind: add clinic sessions, clinic: clinic, sessions: 2 per week, from: 2025-03-01, "
      "cost a session: £1200}\n",
      "title: a clinic that costs £900 a session\n"
      "clock: {start: 2025-01-01, run for: 1 year}\n"
      "demand: {referrals: {rate: 1 per day, enters: way}}\n"
      "services: {clinic: {kind: clinic, sessions: {is: 4 per week, then: {2025-06-01: 8 per week}}, "
      "slots: {new: {per session: 2}}, cost: £900}}\n"
      "pathways: {way: {steps: {seen: {service: clinic}}}}\n");
  EXPECT_EQ(applied.said, "");
  const Value<Money>& cost = clinic_of(applied.changed).cost;
  EXPECT_EQ(cost.is.pounds, 900);
  ASSERT_EQ(cost.then.size(), 2u);
  EXPECT_DOUBLE_EQ(cost.then[0].is.pounds, (4 * 900 + 2 * 1200) / 6.0) << "from March";
  EXPECT_DOUBLE_EQ(cost.then[1].is.pounds, (8 * 900 + 2 * 1200) / 10.0) << "from June";
}

}  // namespace
}  // namespace sendcap::scenario
