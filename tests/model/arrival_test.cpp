// Arrivals: rates that grow, follow the months and change at dates, and what a change of demand leaves alone.

#include "model/arrivals.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "run_text.hpp"

namespace sendcap::testing {
namespace {

std::string demand_world(const std::string& demand, const std::string& clock = "run for: 1 year") {
  return R"(
title: demand
clock: {start: 2025-01-01, )" +
         clock + R"(, report every: month, waits in: days}
demand:
  new: {)" +
         demand + R"(, enters: way}
services:
  anyone: {kind: team, staff: unlimited}
pathways:
  way: {steps: {seen: {service: anyone}}}
)";
}

// Every arrival of a stream, in order.
std::vector<std::pair<double, std::uint64_t>> arrivals_of(const model::Model& model,
                                                          std::uint32_t replication) {
  model::ArrivalSource source;
  source.reset(model.streams.at(0), engine::ReplicationKey(7, replication));
  std::vector<std::pair<double, std::uint64_t>> all;
  for (;;) {
    const model::Arrival arrival = source.next(model.end);
    if (!(arrival.time < model.end)) return all;
    all.emplace_back(arrival.time, (std::uint64_t{arrival.source} << 32U) | arrival.number);
  }
}

TEST(RateLayers, cut_the_plane_without_a_gap) {
  EXPECT_EQ(model::layer_floor(0), 0);
  EXPECT_DOUBLE_EQ(model::layer_floor(1), 1.0 / 16);
  EXPECT_DOUBLE_EQ(model::layer_floor(3), 1.0 / 8);
  for (const double rate : {0.01, 0.0625, 0.9, 4.5, 900.0}) {
    const std::size_t layers = model::layers_below(rate);
    EXPECT_LT(model::layer_floor(layers - 1), rate);
    EXPECT_GE(model::layer_floor(layers), rate);
  }
  EXPECT_EQ(model::layers_below(0), 0u);
}

// Counts are Poisson; over 400 replications the mean of a count with mean m has standard error sqrt(m / 400).
// All comparisons at four standard errors.
TEST(Demand, comes_at_its_rate_with_Poisson_spread) {
  const Results results(demand_world("rate: 120 per year"), 400);
  const engine::Tally& count = results.estimates().children();
  EXPECT_NEAR(count.mean(), 120, 4 * std::sqrt(120 / 400.0));
  // The variance of a Poisson count is its mean; its estimate from 400 has relative standard error sqrt(2 /
  // 399).
  EXPECT_NEAR(count.variance() / 120, 1, 4 * std::sqrt(2 / 399.0));
}

TEST(Demand, grows_by_its_growth_a_year) {
  const Results results(demand_world("rate: 1200 per year, growth: 10% per year", "run for: 2 years"), 100);
  // The integral of 1200 · 1.1^t over a year is 1200 · 0.1 / ln 1.1; taking each month at its middle errs far
  // less than the standard error.
  const double first_year = 1200 * 0.1 / std::log(1.1);
  EXPECT_NEAR(results.estimates().children().mean(), first_year * 2.1, 4 * std::sqrt(first_year * 2.1 / 100));
}

TEST(Demand, follows_the_months) {
  const Results results(
      demand_world("rate: 1200 per year, seasonality: [1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1]"), 100);
  EXPECT_EQ(results.mean("referrals", "way", "2025-09-01"), 0) << "nobody in August";
  // The other months have 12/11 of the average rate.
  EXPECT_NEAR(results.mean("referrals", "way", "2025-02-01"), 1200 * 31 / 365.25 * 12 / 11,
              4 * std::sqrt(1.11));
}

TEST(Demand, changes_at_dates) {
  const Results results(demand_world("rate: {is: 600 per year, then: {2025-07-01: 1800 per year}}, times: "
                                     "{is: 1, then: {2025-10-01: 0}}"),
                        100);
  EXPECT_NEAR(results.mean("referrals", "way", "2025-07-01"), 600 * 30 / 365.25, 4 * std::sqrt(0.5));
  EXPECT_NEAR(results.mean("referrals", "way", "2025-08-01"), 1800 * 31 / 365.25, 4 * std::sqrt(1.53));
  EXPECT_EQ(results.mean("referrals", "way", "2025-11-01"), 0);
}

TEST(ChangedDemand, only_adds_or_removes_children_and_moves_no_other) {
  const model::Model less = model_from(demand_world("rate: 1000 per year"));
  const model::Model more =
      model_from(demand_world("rate: {is: 1000 per year, then: {2025-05-01: 1700 per year}}"));
  for (std::uint32_t replication = 0; replication < 20; ++replication) {
    const auto few = arrivals_of(less, replication);
    const auto many = arrivals_of(more, replication);
    EXPECT_GT(many.size(), few.size());
    // Every child of the smaller demand comes in the larger one too, at the same moment and as the same
    // child.
    std::size_t found = 0;
    for (const auto& arrival : many)
      if (found < few.size() && arrival == few[found]) ++found;
    EXPECT_EQ(found, few.size());
    // And until the change nobody else does.
    for (std::size_t i = 0; i < few.size() && few[i].first < 120; ++i) EXPECT_EQ(few[i], many[i]);
  }
}

TEST(Renewal, takes_each_interval_on_its_own) {
  const Results results(demand_world("intervals: {kind: uniform, least: 1 day, most: 3 days}"), 400);
  // Renewal theory (Smith 1958): m(t) ≈ t / μ + (σ² − μ²) / (2 μ²), with μ = 2 and σ² = 1/3.
  EXPECT_NEAR(results.estimates().children().mean(), 365.25 / 2 + (1.0 / 3 - 4) / 8,
              4 * std::sqrt(365.25 / 3 / 8 / 400) + 0.01);
}

}  // namespace
}  // namespace sendcap::testing
