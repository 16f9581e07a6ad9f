// The laws of common random numbers: a child lives the same life under every plan until the plan touches it.

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <string>
#include <tuple>
#include <vector>

#include "model/arrivals.hpp"
#include "observation.hpp"
#include "sendcap/experiment/run.hpp"
#include "sendcap/model/simulation.hpp"
#include "two_pathways.hpp"

namespace sendcap::theory {
namespace {

constexpr std::uint64_t kSeed = 7;
constexpr std::uint32_t kReplications = 20;

// Also equal when neither has a value.
bool same_bits(double left, double right) {
  return std::bit_cast<std::uint64_t>(left) == std::bit_cast<std::uint64_t>(right);
}

bool same_bits(const std::vector<double>& left, const std::vector<double>& right) {
  const auto same = [](double one, double other) { return same_bits(one, other); };
  return std::equal(left.begin(), left.end(), right.begin(), right.end(), same);
}

bool same_measures(const model::Measures& left, const model::Measures& right) {
  return same_bits(left.values, right.values) && left.children == right.children &&
         left.cases == right.cases &&
         std::equal(left.presence.begin(), left.presence.end(), right.presence.begin(), right.presence.end(),
                    [](const auto& one, const auto& other) { return same_bits(one, other); });
}

// The number of cells about these subjects that differ in any replication.
std::size_t differences(const model::MeasureLayout& layout, const std::vector<std::string>& subjects,
                        const std::vector<model::Measures>& left, const std::vector<model::Measures>& right) {
  std::size_t count = 0;
  for (const model::Column& column : layout.columns) {
    if (std::find(subjects.begin(), subjects.end(), column.subject) == subjects.end()) continue;
    const std::size_t cells = layout.dates.size() * layout.group_count(column);
    for (std::size_t r = 0; r < left.size(); ++r)
      for (std::size_t cell = column.offset; cell < column.offset + cells; ++cell)
        if (!same_bits(left[r].values[cell], right[r].values[cell])) ++count;
  }
  return count;
}

class CommonRandomNumbers : public testing::Test {
 protected:
  std::vector<model::Measures> under(const std::string& interventions) const {
    const std::string plan = "plan: a change\ninterventions:\n" + interventions;
    return replications_of(compiled(with_plan(scenario_, plan)), kSeed, kReplications);
  }

  const scenario::Scenario scenario_ = load_text(kTwoPathways);
  const model::Model model_ = compiled(scenario_);
  const std::vector<model::Measures> baseline_ = replications_of(model_, kSeed, kReplications);
  const std::vector<std::string> paediatrics_{"clinic", "paediatrics"};
  const std::vector<std::string> therapy_{"therapists", "therapy"};
};

TEST_F(CommonRandomNumbers, APlanThatChangesNothingIsTheBaselineToTheLastBit) {
  const std::vector<std::string> nothing{
      "  []",
      "  - {kind: add clinic sessions, clinic: clinic, sessions: 0 per week, from: 2025-04-01}",
      "  - {kind: change demand, demand: [paediatric referrals], by: 0%, from: 2025-04-01}",
      "  - {kind: change staffing, team: therapists, by: 0, from: 2025-04-01, until: 2025-06-01}",
      "  - {kind: fewer not brought, clinics: clinic, points: 0%, from: 2025-04-01}",
      "  - {kind: shorten a step, pathway: therapy, step: block, by: 0%, from: 2025-04-01}",
      "  - {kind: redesign reviews, pathway: paediatrics, wait: thinking, longer by: 0%, from: 2025-04-01}",
      "  - {kind: resolve more at triage, pathway: therapy, step: screening, instead of: both, leads to: "
      "stopped, share: 0%, from: 2025-04-01}"};
  for (const std::string& plan : nothing) {
    const std::vector<model::Measures> planned = under(plan);
    ASSERT_EQ(planned.size(), baseline_.size());
    for (std::size_t r = 0; r < planned.size(); ++r)
      EXPECT_TRUE(same_measures(planned[r], baseline_[r])) << plan << ", replication " << r;
  }
}

TEST_F(CommonRandomNumbers, WhatAPlanDoesToAClinicLeavesAnUnconnectedTeamExactlyAsItWas) {
  for (const std::string plan :
       {"  - {kind: add clinic sessions, clinic: clinic, sessions: 2 per week, from: 2025-04-01}",
        "  - {kind: change demand, demand: [paediatric referrals], by: 20%, from: 2025-02-01}",
        "  - {kind: join locality queues, service: clinic, from: 2025-03-03}",
        "  - {kind: fewer not brought, clinics: clinic, points: 6%, from: 2025-02-01}",
        "  - {kind: redesign reviews, pathway: paediatrics, wait: thinking, longer by: 50%, handed over: "
        "30%, "
        "leads to: diagnosis, from: 2025-02-01}",
        "  - {kind: change demand, demand: [paediatric referrals], by: -35%, from: 2025-02-01, until: "
        "2025-09-01}"}) {
    const std::vector<model::Measures> planned = under(plan);
    EXPECT_EQ(differences(model_.layout, therapy_, planned, baseline_), 0U) << plan;
    EXPECT_GT(differences(model_.layout, paediatrics_, planned, baseline_), 1000U) << plan;
  }
}

TEST_F(CommonRandomNumbers, WhatAPlanDoesToATeamLeavesAnUnconnectedClinicExactlyAsItWas) {
  for (const std::string plan :
       {"  - {kind: change staffing, team: therapists, by: 1.5, from: 2025-04-01}",
        "  - {kind: change staffing, team: therapists, by: -2, from: 2025-04-01, until: 2025-07-01}",
        "  - {kind: shorten a step, pathway: therapy, step: block, by: 30%, from: 2025-02-01}",
        "  - {kind: change demand, demand: [therapy referrals], by: -30%, from: 2025-02-01}"}) {
    const std::vector<model::Measures> planned = under(plan);
    EXPECT_EQ(differences(model_.layout, paediatrics_, planned, baseline_), 0U) << plan;
    EXPECT_GT(differences(model_.layout, therapy_, planned, baseline_), 1000U) << plan;
  }
}

// When, and who (the numbers that all of a child's life is drawn from).
using Arrivals = std::vector<std::tuple<double, std::uint32_t, std::uint32_t>>;

Arrivals arrivals_of(const model::Model& model, std::uint32_t replication) {
  model::ArrivalSource source;
  source.reset(model.streams[0], engine::ReplicationKey(kSeed, replication));
  Arrivals arrivals;
  for (model::Arrival next = source.next(model.end); next.time < model.end; next = source.next(model.end))
    arrivals.emplace_back(next.time, next.source, next.number);
  return arrivals;
}

TEST_F(CommonRandomNumbers, MoreDemandAddsChildrenAndMovesNoneOfTheOthers) {
  const model::Model more = compiled(
      with_plan(scenario_,
                "plan: more\ninterventions: [{kind: change demand, demand: [paediatric referrals], by: 20%, "
                "from: 2025-01-01}]"));
  for (std::uint32_t r = 0; r < kReplications; ++r) {
    const Arrivals before = arrivals_of(model_, r);
    const Arrivals after = arrivals_of(more, r);
    EXPECT_GT(after.size(), before.size());
    EXPECT_TRUE(std::includes(after.begin(), after.end(), before.begin(), before.end()))
        << "replication " << r;
  }
}

TEST_F(CommonRandomNumbers, LessDemandOnlyTakesChildrenAway) {
  const model::Model less = compiled(
      with_plan(scenario_,
                "plan: less\ninterventions: [{kind: change demand, demand: [paediatric referrals], by: -40%, "
                "from: 2025-03-01}]"));
  for (std::uint32_t r = 0; r < kReplications; ++r) {
    const Arrivals before = arrivals_of(model_, r);
    const Arrivals after = arrivals_of(less, r);
    EXPECT_LT(after.size(), before.size());
    EXPECT_TRUE(std::includes(before.begin(), before.end(), after.begin(), after.end()))
        << "replication " << r;
  }
}

// The same, seen from outside, on the pathway that nobody comes back to.
TEST_F(CommonRandomNumbers, MoreDemandMeansNoFewerReferralsInAnyWeekAndLessDemandNoMore) {
  const model::Column* referrals = model_.layout.find("referrals", "therapy");
  ASSERT_NE(referrals, nullptr);
  const auto more =
      under("  - {kind: change demand, demand: [therapy referrals], by: 20%, from: 2025-04-01}");
  const auto less =
      under("  - {kind: change demand, demand: [therapy referrals], by: -20%, from: 2025-04-01}");
  for (std::size_t r = 0; r < kReplications; ++r) {
    for (std::size_t date = 1; date < model_.layout.dates.size(); ++date) {
      const std::size_t cell = model_.layout.cell(*referrals, date, 0);
      EXPECT_GE(more[r].values[cell], baseline_[r].values[cell]);
      EXPECT_LE(less[r].values[cell], baseline_[r].values[cell]);
    }
    const std::size_t whole_run = model_.layout.cell(*referrals, model_.layout.dates.size() - 1, 0);
    EXPECT_GT(more[r].values[whole_run], baseline_[r].values[whole_run]);
    EXPECT_LT(less[r].values[whole_run], baseline_[r].values[whole_run]);
  }
}

TEST_F(CommonRandomNumbers, OneThreadAndFourGiveTheSameBytes) {
  experiment::RunOptions options;
  options.seed = kSeed;
  options.replications = 50;
  options.threads = 1;
  experiment::Estimates alone(model_.layout);
  experiment::run(model_, options, alone);
  options.threads = 4;
  experiment::Estimates together(model_.layout);
  experiment::run(model_, options, together);
  ASSERT_EQ(alone.replications(), together.replications());
  for (std::size_t cell = 0; cell < model_.layout.cells; ++cell) {
    ASSERT_EQ(alone.tally(cell).count(), together.tally(cell).count());
    ASSERT_TRUE(same_bits(alone.tally(cell).mean(), together.tally(cell).mean()));
    ASSERT_TRUE(same_bits(alone.tally(cell).variance(), together.tally(cell).variance()));
  }
  ASSERT_EQ(alone.presence().size(), together.presence().size());
  for (std::size_t subject = 0; subject < alone.presence().size(); ++subject) {
    ASSERT_EQ(alone.presence()[subject].size(), together.presence()[subject].size());
    for (std::size_t n = 0; n < alone.presence()[subject].size(); ++n)
      ASSERT_TRUE(same_bits(alone.presence()[subject][n].mean(), together.presence()[subject][n].mean()));
  }
}

TEST_F(CommonRandomNumbers, AReplicationRunAloneIsThatOfTheWholeRun) {
  model::Simulation fresh(model_);
  EXPECT_TRUE(same_measures(fresh.run(kSeed, 13), baseline_[13]));
  // Neither does it matter what the same memory was used for before.
  EXPECT_TRUE(same_measures(fresh.run(kSeed, 2), baseline_[2]));
  EXPECT_FALSE(same_measures(fresh.run(kSeed + 1, 2), baseline_[2]));
}

}  // namespace
}  // namespace sendcap::theory
