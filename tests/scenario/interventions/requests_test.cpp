// Changes that cost money and may lower what is asked for: help in schools, support without a plan, experts
// lent. What they achieve is nothing unless the plan says so.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_county.hpp"

namespace sendcap::scenario {
namespace {

using ::testing::HasSubstr;

double demand_on(const Scenario& scenario, const std::string& name, int day) {
  return on(scenario.demand.find(name)->times, day).value;
}
double yearly(const Scenario& scenario, const std::string& hazard, int day) {
  return on(scenario.while_waiting.find(hazard)->rate, day).per_day * 365.25;
}

TEST(OfferHelpInSchools, costs_for_each_school_and_lowers_referrals_by_what_the_plan_says) {
  const Applied plan = in_the_county(R"(
  - kind: offer help in schools
    schools: 40
    cost of a school: £8,000
    demand: therapy referrals
    fall by: {is: 10%, range: [0%, 20%]}
    lag: 122 days
    from: 2025-09-01
    cost: {a year: "£30,000", paid by: council}
)");
  EXPECT_EQ(plan.said, "");
  EXPECT_EQ(demand_on(plan.changed, "therapy referrals", kJanuary2026 - 1), 1)
      << "122 days after 1 September";
  EXPECT_DOUBLE_EQ(demand_on(plan.changed, "therapy referrals", kJanuary2026), 0.9);
  const Running& cost = spent_evenly(plan.changed, "offer help in schools");
  EXPECT_EQ(cost.paid_by, Payer::council);
  EXPECT_EQ(on(cost.a_year, kSeptember2025 - 1).pounds, 0);
  EXPECT_EQ(on(cost.a_year, kSeptember2025).pounds, 40 * 8000 + 30000) << "before it has any effect";
}

TEST(OfferHelpInSchools, has_no_effect_unless_one_is_given) {
  const Applied plan = in_the_county(
      "  - {kind: offer help in schools, schools: 40, cost of a school: £8000, demand: therapy referrals, "
      "from: 2025-09-01}\n");
  EXPECT_EQ(plan.said, "");
  EXPECT_EQ(demand_on(plan.changed, "therapy referrals", kSeptember2026), 1);
}

TEST(FundSupportWithoutAPlan, is_paid_from_the_first_day_and_lowers_requests_after_a_lag_and_a_ramp) {
  const Applied plan = in_the_county(R"(
  - kind: fund support without a plan
    a year: £1.5m
    demand: requests
    while waiting: plan asked for
    fall by: 20%
    lag: 122 days
    ramp: 243 days
    from: 2025-09-01
    cost: {paid by: high-needs block}
)");
  EXPECT_EQ(plan.said, "");
  const Running& cost = spent_evenly(plan.changed, "fund support without a plan");
  EXPECT_EQ(on(cost.a_year, kSeptember2025 - 1).pounds, 0);
  EXPECT_EQ(on(cost.a_year, kSeptember2025).pounds, 1.5e6);
  EXPECT_EQ(cost.paid_by, Payer::high_needs_block);
  EXPECT_EQ(demand_on(plan.changed, "requests", kJanuary2026), 1);
  // Eight months from 1 January 2026: half after four of them, all on 1 September.
  EXPECT_DOUBLE_EQ(demand_on(plan.changed, "requests", kJanuary2026 + 122), 0.9);
  EXPECT_DOUBLE_EQ(demand_on(plan.changed, "requests", kSeptember2026), 0.8);
  EXPECT_NEAR(yearly(plan.changed, "plan asked for", kJanuary2026), 0.1, 1e-12);
  EXPECT_NEAR(yearly(plan.changed, "plan asked for", kSeptember2026), 0.08, 1e-12);
}

TEST(LendExperts, takes_staff_from_the_team_whose_payer_goes_on_paying_them) {
  const Applied plan = in_the_county(R"(
  - kind: lend experts to schools
    team: therapists
    staff: 2
    demand: therapy referrals
    fall by: 5%
    from: 2025-09-01
    until: 2026-09-01
)");
  EXPECT_EQ(plan.said, "");
  const Team& team = std::get<Team>(plan.changed.services.find("therapists")->is);
  EXPECT_EQ(on(team.staff, kSeptember2025).value, 8);
  EXPECT_EQ(on(team.staff, kSeptember2026).value, 10);
  const Running& pay = spent_evenly(plan.changed, "therapists: staff lent to schools");
  EXPECT_EQ(pay.paid_by, Payer::nhs);
  EXPECT_EQ(on(pay.a_year, kSeptember2025 - 1).pounds, 0);
  EXPECT_EQ(on(pay.a_year, kSeptember2025).pounds, 2 * 60000);
  EXPECT_EQ(on(pay.a_year, kSeptember2026).pounds, 0);
  EXPECT_DOUBLE_EQ(demand_on(plan.changed, "therapy referrals", kSeptember2025), 0.95);
  EXPECT_EQ(demand_on(plan.changed, "therapy referrals", kSeptember2026), 1);
}

TEST(FewerRequests, of_two_changes_multiply) {
  const std::string offer =
      "  - {kind: offer help in schools, schools: 1, cost of a school: £1, demand: therapy referrals, fall "
      "by: 10%, from: 2025-09-01}\n";
  const std::string lend =
      "  - {kind: lend experts to schools, team: therapists, staff: 1, demand: therapy referrals, fall by: "
      "20%, from: 2026-01-01}\n";
  for (const std::string& both : {offer + lend, lend + offer}) {
    const Applied plan = in_the_county(both);
    EXPECT_DOUBLE_EQ(demand_on(plan.changed, "therapy referrals", kSeptember2025), 0.9);
    EXPECT_DOUBLE_EQ(demand_on(plan.changed, "therapy referrals", kJanuary2026), 0.72);
  }
}

TEST(FewerRequests, say_what_can_not_be_done) {
  const auto offer = [](const std::string& rest) {
    return in_the_county(
               "  - {kind: offer help in schools, schools: 1, cost of a school: £1, from: 2025-09-01, " +
               rest + "}\n")
        .said;
  };
  EXPECT_THAT(offer("fall by: 10%"), HasSubstr("it is not said what falls"));
  EXPECT_THAT(offer("fall by: 10%, demand: therapy referal"), HasSubstr("did you mean 'therapy referrals'?"));
  EXPECT_THAT(offer("fall by: 10%, while waiting: plan askd for"),
              HasSubstr("did you mean 'plan asked for'?"));
  EXPECT_THAT(offer("fall by: 10%, demand: walk-in"), HasSubstr("no rate to change"));
  EXPECT_THAT(
      in_the_county("  - {kind: lend experts to schools, team: therapists, staff: 11, from: 2025-09-01}\n")
          .said,
      HasSubstr("more staff are taken away than the team has"));
  EXPECT_THAT(
      in_the_county("  - {kind: lend experts to schools, team: panel, staff: 1, from: 2025-09-01}\n").said,
      HasSubstr("is a clinic"));
}

}  // namespace
}  // namespace sendcap::scenario
