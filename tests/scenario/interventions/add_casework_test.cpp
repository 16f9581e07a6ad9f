// New posts for assessments, in several teams at once.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_county.hpp"

namespace sendcap::scenario {
namespace {

using ::testing::HasSubstr;

double staff_on(const Scenario& scenario, const std::string& team, int day) {
  return on(std::get<Team>(scenario.services.find(team)->is).staff, day).value;
}

TEST(AddCasework, fills_posts_in_several_teams_after_the_lead_time) {
  const Applied plan = in_the_county(R"(
  - kind: add EHC casework capacity
    posts: {caseworkers: {is: 4, range: [2, 6]}, psychologists: 2}
    from: 2025-09-01
    lead time: 122 days
)");
  EXPECT_EQ(plan.said, "");
  EXPECT_EQ(staff_on(plan.changed, "caseworkers", kJanuary2026 - 1), 30);
  EXPECT_EQ(staff_on(plan.changed, "caseworkers", kJanuary2026), 34);
  EXPECT_EQ(staff_on(plan.changed, "psychologists", kJanuary2026), 20);
  EXPECT_TRUE(plan.changed.money.running.empty()) << "the teams' own cost counts their staff";
}

// Half of the work at first and all of it after eight months: what is paid and not yet worked is half of
// four times £45,000 at first and nothing at the end.
TEST(AddCasework, pays_new_staff_in_full_while_they_learn) {
  const Applied plan = in_the_county(R"(
  - kind: add EHC casework capacity
    posts: {caseworkers: 4}
    from: 2026-01-01
    ramp: 243 days
    begins with: 50%
)");
  EXPECT_EQ(plan.said, "");
  EXPECT_EQ(staff_on(plan.changed, "caseworkers", kJanuary2026), 32);
  EXPECT_EQ(staff_on(plan.changed, "caseworkers", kSeptember2026), 34);
  const Running& learning = spent_evenly(plan.changed, "caseworkers: new staff before they work in full");
  EXPECT_EQ(learning.paid_by, Payer::council);
  EXPECT_EQ(on(learning.a_year, kJanuary2026 - 1).pounds, 0);
  for (const int day : {kJanuary2026, kJanuary2026 + 100, kSeptember2026})
    EXPECT_NEAR(on(learning.a_year, day).pounds + 45000 * staff_on(plan.changed, "caseworkers", day),
                45000 * 34, 1e-6)
        << "all four are paid, on day " << day;
}

TEST(AddCasework, says_what_can_not_be_done) {
  EXPECT_THAT(
      in_the_county("  - {kind: add EHC casework capacity, posts: {casworkers: 4}, from: 2025-09-01}\n").said,
      HasSubstr("did you mean 'caseworkers'?"));
  EXPECT_THAT(
      in_the_county("  - {kind: add EHC casework capacity, posts: {panel: 1}, from: 2025-09-01}\n").said,
      HasSubstr("is a clinic"));
}

}  // namespace
}  // namespace sendcap::scenario
