// Intervals of paired differences cover as often as they say, and common random numbers make them narrow.

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "observation.hpp"
#include "sendcap/engine/interval.hpp"
#include "sendcap/engine/tally.hpp"

namespace sendcap::theory {
namespace {

const char* const kClinic = R"(
title: an open door
clock: {start: 2025-01-01, run for: 360 days, report every: whole run}
demand: {new: {rate: 2 per day, enters: visit}}
services: {door: {kind: team, staff: unlimited}}
pathways: {visit: {steps: {seen: {service: door, time: {kind: exponential, mean: 2 days}}}}}
)";
const char* const kMoreDemand = R"(
plan: a tenth more
interventions: [{kind: change demand, demand: new, by: 10%, from: 2025-01-01}]
)";

std::vector<double> referrals(const model::Model& model, std::uint64_t seed, std::uint32_t replications) {
  const model::Column& column = *model.layout.find("referrals", "visit");
  const std::size_t cell = model.layout.cell(column, model.layout.dates.size() - 1, 0);
  std::vector<double> values;
  for (const model::Measures& measures : replications_of(model, seed, replications))
    values.push_back(measures.values[cell]);
  return values;
}

// A tenth more of 2 a day for 360 days is 72 more children, Poisson, and common random numbers keep the other
// 720. In 400 experiments of 10 replications each, a 95% interval misses between 2.5% and 7.5% of the time:
// 2.3 standard errors of the binomial each way (98% confidence).
TEST(PairedDifference, intervals_cover_as_often_as_they_say) {
  const scenario::Scenario scenario = load_text(kClinic);
  const model::Model without = compiled(scenario);
  const model::Model with = compiled(with_plan(scenario, kMoreDemand));
  constexpr std::uint32_t kReplications = 10;
  constexpr int kExperiments = 400;
  int covered = 0;
  for (std::uint64_t seed = 1; seed <= kExperiments; ++seed) {
    const std::vector<double> left = referrals(with, seed, kReplications);
    const std::vector<double> right = referrals(without, seed, kReplications);
    engine::Tally difference;
    for (std::uint32_t r = 0; r < kReplications; ++r) difference.add(left[r] - right[r]);
    const engine::Interval interval = engine::student_t_interval(difference, 0.95);
    if (interval.low <= 72 && 72 <= interval.high) ++covered;
  }
  EXPECT_GE(covered, kExperiments * 0.925);
  EXPECT_LE(covered, kExperiments * 0.975);
}

// Var(paired) is that of the 72 that are added, Var(independent) that of 792 and 720: 1512 / 72 = 21 times.
// Each variance of 200 replications has a relative standard error of 10%, so the ratio lies within 14 and 32
// at 99.9%.
TEST(PairedDifference, common_random_numbers_cancel_what_both_worlds_share) {
  const scenario::Scenario scenario = load_text(kClinic);
  const model::Model without = compiled(scenario);
  const model::Model with = compiled(with_plan(scenario, kMoreDemand));
  constexpr std::uint32_t kReplications = 200;
  const std::vector<double> left = referrals(with, 1, kReplications);
  const std::vector<double> same = referrals(without, 1, kReplications);
  const std::vector<double> other = referrals(without, 2, kReplications);
  engine::Tally paired;
  engine::Tally independent;
  for (std::uint32_t r = 0; r < kReplications; ++r) {
    paired.add(left[r] - same[r]);
    independent.add(left[r] - other[r]);
  }
  const double bought = independent.variance() / paired.variance();
  EXPECT_GT(bought, 14);
  EXPECT_LT(bought, 32);
}

}  // namespace
}  // namespace sendcap::theory
