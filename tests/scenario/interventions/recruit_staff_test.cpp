// New posts.

#include <gtest/gtest.h>

#include "applied.hpp"

namespace sendcap::scenario {
namespace {

TEST(RecruitStaff, come_after_a_vacancy_work_half_at_first_and_are_paid_in_full) {
  const Applied applied = apply_text(
      "  - {kind: recruit staff, team: therapy, posts: 4, filled: 75%, from: 2025-01-31, lead time: 29 days, "
      "ramp: "
      "2 months, begins with: 50%, agency cover: 1, agency costs more by: £40000}\n");
  EXPECT_EQ(applied.said, "");
  constexpr std::int32_t kMarch = 20148;  // 2025-03-01, days since 1970
  const Value<Capacity>& staff = team_of(applied.changed).staff;
  EXPECT_EQ(on(staff, kMarch - 30).value, 10);
  EXPECT_EQ(on(staff, kMarch - 29).value, 11) << "an agency therapist while the posts are empty";
  EXPECT_DOUBLE_EQ(on(staff, kMarch).value, 11.5) << "three come, at half their work";
  EXPECT_DOUBLE_EQ(on(staff, kMarch + 31).value, 12.25);
  EXPECT_DOUBLE_EQ(on(staff, kMarch + 61).value, 13);
  // Paid, at £60,000 each: staff at work by the team's cost, the rest of three salaries in the induction
  // beside.
  const Named<Running>& running = applied.changed.money.running;
  ASSERT_EQ(running.size(), 2u);
  const Running& induction = *running.find("induction: therapy");
  EXPECT_EQ(on(induction.a_year, kMarch - 1).pounds, 0);
  EXPECT_DOUBLE_EQ(on(induction.a_year, kMarch).pounds, 1.5 * 60000);
  EXPECT_DOUBLE_EQ(on(induction.a_year, kMarch + 31).pounds, 0.75 * 60000);
  EXPECT_NEAR(on(induction.a_year, kMarch + 61).pounds, 0, 1e-9);
  const Running& agency = *running.find("agency staff: therapy");
  EXPECT_EQ(on(agency.a_year, kMarch - 30).pounds, 0);
  EXPECT_EQ(on(agency.a_year, kMarch - 29).pounds, 40000);
  EXPECT_EQ(on(agency.a_year, kMarch).pounds, 0);
}

}  // namespace
}  // namespace sendcap::scenario
