// What the measures mean, on numbers counted by hand.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>
#include <string>

#include "model/wait_sample.hpp"
#include "model/wait_totals.hpp"
#include "run_text.hpp"
#include "sendcap/model/measure.hpp"

namespace sendcap::testing {
namespace {

// The band in which a single wait is counted.
std::size_t band_of(double weeks) {
  model::WaitSample sample{model::GroupPlaces()};
  sample.add(7 * weeks, {});
  std::vector<model::WaitSummary> summaries;
  sample.summarise({1.0, true, false}, summaries);
  const auto& bands = summaries[0].bands;
  EXPECT_EQ(std::accumulate(bands.begin(), bands.end(), std::uint64_t{0}), 1u);
  return static_cast<std::size_t>(std::find(bands.begin(), bands.end(), 1u) - bands.begin());
}

TEST(WaitBand, holds_its_upper_bound) {
  // The bands of the community health services situation report: 0–1, >1–2, >2–4, >4–12, >12–18, >18–52,
  // >52–104, >104.
  EXPECT_EQ(band_of(0), 0u);
  EXPECT_EQ(band_of(1), 0u);
  EXPECT_EQ(band_of(1.01), 1u);
  EXPECT_EQ(band_of(18), 4u);
  EXPECT_EQ(band_of(18.1), 5u);
  EXPECT_EQ(band_of(104), 6u);
  EXPECT_EQ(band_of(104.5), 7u);
}

TEST(WaitSample, gives_percentiles_of_all_and_of_each_group) {
  model::GroupPlaces places;
  places.size = 3;
  places.dimensions = 1;
  model::WaitSample sample(places);
  for (int wait = 1; wait <= 10; ++wait) {
    model::Groups groups;
    groups.group[0] = wait <= 4 ? 1 : 2;
    sample.add(wait, groups);
  }
  std::vector<model::WaitSummary> summaries;
  sample.summarise({1.0, true, true}, summaries);
  EXPECT_EQ(summaries[0].count, 10u);
  EXPECT_EQ(summaries[0].median, 5);
  EXPECT_EQ(summaries[0].percentile_90, 9);
  EXPECT_EQ(summaries[0].longest, 10);
  EXPECT_EQ(summaries[1].median, 2);
  EXPECT_EQ(summaries[1].percentile_90, 4);
  EXPECT_EQ(summaries[2].sum, 5 + 6 + 7 + 8 + 9 + 10);
  EXPECT_EQ(summaries[0].bands[0], 7u) << "up to a week";
}

// Waits counted one by one as they end, beside the same waits told together. A wait on a bin's edge lies in
// it.
TEST(WaitTotals, AreThoseOfTheSameWaitsTakenTogether) {
  model::GroupPlaces places;
  places.size = 3;
  places.dimensions = 1;
  model::WaitSample sample(places);
  model::WaitTotals totals(places, 0.5);
  for (int i = 0; i < 500; ++i) {
    const double wait = (i * 37 % 500) * 0.37;
    model::Groups groups;
    groups.group[0] = static_cast<std::uint16_t>(1 + i % 2);
    sample.add(wait, groups);
    totals.add(wait, groups);
  }
  std::vector<model::WaitSummary> together;
  sample.summarise({0.5, true, true}, together);
  const std::vector<model::WaitSummary>& one_by_one = totals.with_percentiles();
  for (std::size_t position = 0; position < 3; ++position) {
    EXPECT_EQ(one_by_one[position].count, together[position].count);
    EXPECT_EQ(one_by_one[position].sum, together[position].sum);
    EXPECT_EQ(one_by_one[position].sum_of_x_log_x, together[position].sum_of_x_log_x);
    EXPECT_EQ(one_by_one[position].longest, together[position].longest);
    EXPECT_EQ(one_by_one[position].within_13_weeks, together[position].within_13_weeks);
    EXPECT_EQ(one_by_one[position].within_18_weeks, together[position].within_18_weeks);
    EXPECT_EQ(one_by_one[position].median, together[position].median);
    EXPECT_EQ(one_by_one[position].percentile_90, together[position].percentile_90);
  }
  totals.clear();
  EXPECT_EQ(totals.summaries()[0].count, 0u);
  EXPECT_TRUE(std::isnan(totals.with_percentiles()[0].median));
}

// By hand: waits 1, 2, 3, 6 have mean 3, T = (1/4)(1/3 ln 1/3 + 2/3 ln 2/3 + 1 ln 1 + 2 ln 2).
TEST(WaitSample, gives_what_the_theil_index_is_made_of) {
  model::WaitSample sample{model::GroupPlaces()};
  for (const double wait : {1.0, 2.0, 3.0, 6.0}) sample.add(wait, {});
  std::vector<model::WaitSummary> summaries;
  sample.summarise({0.01, false, true}, summaries);
  const double by_hand = (std::log(1.0 / 3) / 3 + 2 * std::log(2.0 / 3) / 3 + 2 * std::log(2.0)) / 4;
  EXPECT_NEAR(summaries[0].sum_of_x_log_x / 12 - std::log(3.0), by_hand, 1e-6);
}

TEST(WaitSample, is_exact_to_a_fine_resolution_too) {
  model::WaitSample sample{model::GroupPlaces()};
  for (int i = 0; i < 1000; ++i) sample.add(0.001 * i + 500, {});
  std::vector<model::WaitSummary> summaries;
  sample.summarise({0.0001, false, false}, summaries);
  EXPECT_NEAR(summaries[0].median, 500.499, 1e-4);
}

TEST(Measures, have_each_a_name_of_their_own_and_a_definition) {
  std::set<std::string> names;
  for (std::size_t m = 0; m < static_cast<std::size_t>(model::MeasureId::count); ++m) {
    const model::MeasureDefinition& defined = model::definition(static_cast<model::MeasureId>(m));
    EXPECT_GT(defined.definition.size(), 20u) << defined.name;
    EXPECT_FALSE(defined.unit.empty()) << defined.name;
    const bool banded = static_cast<model::MeasureId>(m) == model::MeasureId::waiting_band;
    EXPECT_TRUE(banded || names.insert(std::string(defined.name)).second) << defined.name;
  }
}

// A child comes on days 10, 20, 30 …; one is seen at the end of January and one at the end of February.
const char* const kMonths = R"(
title: two months
clock: {start: 2025-01-01, until: 2025-03-01, report every: month, waits in: days}
milestones: {inspection: {date: 2025-02-15}}
children: {needs: [autism, other], age bands: {under 5: under 5, 5 and over: 5 and over}}
mixes:
  all: {need: {autism: 1}, age: {3: 1}}
demand:
  new: {intervals: 10 days, enters: referral, children: all}
services:
  team: {kind: team, staff: {is: 0, then: {2025-01-31: 1}}}
pathways:
  referral: {steps: {seen: {service: team, time: 28 days}}}
)";

TEST(Measures, of_lists_are_as_they_stand_and_of_flows_by_period) {
  const Results results(kMonths);
  EXPECT_EQ(results.mean("referrals", "referral", "2025-02-01"), 3);
  EXPECT_EQ(results.mean("referrals", "referral", "2025-03-01"), 2);
  EXPECT_EQ(results.mean("seen", "team", "2025-02-01"), 1);
  EXPECT_EQ(results.mean("wait of those seen, mean", "team", "2025-02-01"), 20)
      << "of day 10, seen on day 30";
  EXPECT_EQ(results.mean("waiting", "team", "2025-02-01"), 2);
  EXPECT_EQ(results.mean("wait of those waiting, mean", "team", "2025-02-01"), (11 + 1) / 2.0);
  EXPECT_EQ(results.mean("wait of those waiting, longest", "team", "2025-02-01"), 11);
  EXPECT_EQ(results.mean("waiting", "team", "2025-02-01", "need: autism"), 2);
  EXPECT_EQ(results.mean("waiting", "team", "2025-02-01", "need: other"), 0);
  EXPECT_EQ(results.mean("waiting", "team", "2025-02-01", "age: under 5"), 2);
  EXPECT_TRUE(std::isnan(results.mean("wait of those waiting, mean", "team", "2025-02-01", "need: other")));
  EXPECT_EQ(results.mean("referrals", "referral"), 5) << "the whole run";
}

TEST(Measures, stand_at_milestones_too) {
  const Results results(kMonths);
  EXPECT_EQ(results.mean("waiting", "team", "2025-02-15"), 3) << "of days 20, 30 and 40";
  EXPECT_TRUE(std::isnan(results.mean("seen", "team", "2025-02-15"))) << "a milestone ends no period";
}

TEST(Measures, over_time_weigh_by_time) {
  const Results results(kMonths);
  // In January: one waits from day 10, two from day 20, three at day 30 of whom one is seen at once.
  EXPECT_NEAR(results.mean("waiting, average", "team", "2025-02-01"), (10 * 1 + 10 * 2 + 1 * 2) / 31.0,
              1e-12);
  EXPECT_NEAR(results.mean("present, average", "team", "2025-02-01"), (10 * 1 + 10 * 2 + 1 * 3) / 31.0,
              1e-12);
  EXPECT_NEAR(results.mean("utilisation", "team", "2025-02-01"), 1, 1e-12)
      << "one day of one day of staff time";
  EXPECT_NEAR(results.mean("load", "team", "2025-03-01"), 2 * 28 / 28.0, 1e-12) << "two joined, 28 days each";
}

}  // namespace
}  // namespace sendcap::testing
