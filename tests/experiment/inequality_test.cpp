// Inequality between groups over replications.

#include "sendcap/experiment/inequality.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "run_text.hpp"
#include "sendcap/experiment/run.hpp"

namespace sendcap::testing {
namespace {

using experiment::Compared;
using experiment::Inequality;
using model::MeasureId;
using model::MeasureLayout;

// One list, one date and the whole run; three districts.
MeasureLayout three_districts() {
  MeasureLayout layout;
  layout.dates.resize(2);
  layout.dates[0].unequal = layout.dates[1].unequal = layout.dates[1].whole_run = true;
  layout.groups = {"all", "district: Redditch", "district: Malvern", "district: Wyre Forest"};
  layout.dimensions = {{"district", 1, 3}};
  for (const MeasureId measure :
       {MeasureId::waiting, MeasureId::wait_of_waiting_mean, MeasureId::wait_of_waiting_theil}) {
    model::Column column;
    column.measure = measure;
    column.name = model::definition(measure).name;
    column.subject = "paediatrics";
    column.subject_kind = model::SubjectKind::pathway;
    column.by_group = true;
    column.offset = layout.cells;
    layout.cells += 8;
    layout.columns.push_back(column);
  }
  return layout;
}

// A replication in which so many wait so long in the three districts, each group with the same index.
model::Measures waits(const MeasureLayout& layout, std::vector<double> counts, std::vector<double> means) {
  model::Measures measures;
  measures.values.assign(layout.cells, std::nan(""));
  for (std::size_t g = 0; g < 3; ++g) {
    measures.values[layout.cell(layout.columns[0], 0, g + 1)] = counts[g];
    measures.values[layout.cell(layout.columns[1], 0, g + 1)] = means[g];
    measures.values[layout.cell(layout.columns[2], 0, g + 1)] = 0.1;
  }
  return measures;
}

std::size_t find(const Inequality& inequality, const std::string& measure, const std::string& subject) {
  const std::vector<Compared>& compared = inequality.compared();
  const auto found = std::find_if(compared.begin(), compared.end(), [&](const Compared& one) {
    return one.measure == measure && one.subject == subject;
  });
  EXPECT_NE(found, compared.end()) << measure;
  return static_cast<std::size_t>(found - compared.begin());
}

// Differences of the two furthest apart: 30-10, 34-12, 32-14, so 20, 22, 18: mean 20, sd 2.
TEST(Inequality, gap_is_between_the_two_groups_furthest_apart_and_paired) {
  const MeasureLayout layout = three_districts();
  Inequality inequality(layout);
  inequality.add(waits(layout, {20, 20, 20}, {30, 20, 10}));
  inequality.add(waits(layout, {20, 20, 20}, {34, 20, 12}));
  inequality.add(waits(layout, {20, 20, 20}, {32, 20, 14}));
  const std::size_t mean_wait = find(inequality, "wait of those waiting, mean", "paediatrics");
  ASSERT_TRUE(inequality.has_gap(mean_wait, 0));
  const experiment::Gap gap = inequality.gap(mean_wait, 0, 0.95);
  EXPECT_EQ(layout.groups[gap.highest], "district: Redditch");
  EXPECT_EQ(layout.groups[gap.lowest], "district: Wyre Forest");
  EXPECT_DOUBLE_EQ(gap.difference.mean, 20);
  // Three pairs of groups: each pair's interval at 1 - 0.05/3 for 95 % of all; t with 2 degrees of freedom.
  const double t = engine::student_t_quantile(2, 1 - 0.05 / 6);
  EXPECT_NEAR(gap.difference.high, 20 + t * 2 / std::sqrt(3.0), 1e-9);
  EXPECT_DOUBLE_EQ(gap.ratio.mean, 32.0 / 12);
  EXPECT_LT(gap.ratio.low, gap.ratio.mean);
}

// The same, replication by replication: 3 to 1. What all groups share cancels, so the ratio is known exactly.
TEST(Inequality, what_moves_all_groups_together_does_not_blur_their_ratio) {
  const MeasureLayout layout = three_districts();
  Inequality inequality(layout);
  for (const double busy : {1.0, 1.5, 2.0})
    inequality.add(waits(layout, {20, 20, 20}, {30 * busy, 20 * busy, 10 * busy}));
  const experiment::Gap gap =
      inequality.gap(find(inequality, "wait of those waiting, mean", "paediatrics"), 0, 0.95);
  EXPECT_NEAR(gap.ratio.low, 3, 1e-6);
  EXPECT_NEAR(gap.ratio.high, 3, 1e-6);
}

TEST(Inequality, leaves_groups_of_fewer_than_ten_out_of_gaps_but_not_out_of_the_index) {
  const MeasureLayout layout = three_districts();
  Inequality inequality(layout);
  for (int i = 0; i < 2; ++i) inequality.add(waits(layout, {20, 20, 9}, {30, 20, 100}));
  const std::size_t mean_wait = find(inequality, "wait of those waiting, mean", "paediatrics");
  EXPECT_EQ(inequality.groups_compared(mean_wait, 0), 2u);
  EXPECT_EQ(layout.groups[inequality.gap(mean_wait, 0, 0.95).highest], "district: Redditch");
  const experiment::Theil by_hand = experiment::theil_of({{20, 30, 0.1}, {20, 20, 0.1}, {9, 100, 0.1}});
  EXPECT_DOUBLE_EQ(inequality.between(mean_wait, 0).mean(), by_hand.between);
  EXPECT_DOUBLE_EQ(inequality.within(mean_wait, 0).mean(), 0.1);
}

const char* const kTwoDistricts = R"(
title: two districts, one desk
clock: {start: 2025-01-01, warm up: 100 days, run for: 2000 days, report every: whole run, waits in: days}
districts: {Redditch: , Malvern: }
children:
  needs: [autism]
mixes:
  anyone: {district: {Redditch: 0.5, Malvern: 0.5}, need: {autism: 1}}
demand:
  new: {rate: 2 per day, enters: visit, children: anyone}
services:
  desk: {kind: team, staff: 1}
pathways:
  visit: {steps: {seen: {service: desk, time: {kind: exponential, mean: 0.4 days}}}}
)";

// M/M/1: those who wait (a share rho) wait an exponential time, whose Theil index is 1 - Euler's gamma; the
// rest do not wait, which adds ln(1/rho). District makes no difference. (99.9 % level.)
TEST(Inequality, of_waits_for_one_server_is_that_of_the_exponential_distribution) {
  const model::Model model = model_from(kTwoDistricts);
  Inequality inequality(model.layout);
  experiment::Estimates estimates(model.layout);
  experiment::RunOptions options;
  options.replications = 100;
  experiment::run(model, options, estimates,
                  [&](std::uint32_t, const model::Measures& measures) { inequality.add(measures); });
  const std::size_t wait = find(inequality, "wait of those seen, mean", "desk");
  constexpr double kEuler = 0.57721566490153286;
  const double by_theory = 1 - kEuler + std::log(1 / 0.8);
  const engine::Interval within = engine::student_t_interval(inequality.within(wait, 0), 0.999);
  EXPECT_LE(within.low, by_theory);
  EXPECT_GE(within.high, by_theory - 0.02) << "runs of 4,000 children see less of the tail than all time";
  EXPECT_LT(inequality.between(wait, 0).mean(), 0.002);
  const experiment::Gap gap = inequality.gap(wait, 0, 0.999);
  EXPECT_LE(gap.difference.low, 0) << "no difference that is clear where there is none";
}

const char* const kUnequalCounty = R"(
title: the far district gives up
clock: {start: 2025-01-01, run for: 3 years, report every: whole run, waits in: days}
districts: {Near: , Far: }
children:
  needs: [autism]
mixes:
  anyone: {district: {Near: 0.5, Far: 0.5}, need: {autism: 1}}
demand:
  new: {rate: 2 per day, enters: visit, children: anyone}
services:
  desk: {kind: team, staff: 4}
pathways:
  visit:
    outcomes: [helped, told to wait]
    steps:
      seen:
        service: desk
        time: 1 day
        next:
          - {when: {district: Near}, to: near}
          - {to: far}
      near: {wait: 1 day, next: {split: {helped: 80%, told to wait: 20%}}}
      far: {wait: 1 day, next: {split: {helped: 20%, told to wait: 80%}}}
)";

// Helped: 0.8 of those near, 0.2 of those far, so half of all. Between: (0.8 ln 1.6 + 0.2 ln 0.4); of all,
// ln 2; the rest within. (99.9 % level.)
TEST(Inequality, of_an_outcome_splits_as_ones_and_noughts_do) {
  const model::Model model = model_from(kUnequalCounty);
  Inequality inequality(model.layout);
  experiment::Estimates estimates(model.layout);
  experiment::RunOptions options;
  options.replications = 50;
  experiment::run(model, options, estimates,
                  [&](std::uint32_t, const model::Measures& measures) { inequality.add(measures); });
  const std::size_t helped = find(inequality, "outcome: helped, of cases ended", "visit");
  const double between = 0.8 * std::log(1.6) + 0.2 * std::log(0.4);
  const engine::Interval found = engine::student_t_interval(inequality.between(helped, 0), 0.999);
  EXPECT_LE(found.low, between);
  EXPECT_GE(found.high, between);
  const engine::Interval within = engine::student_t_interval(inequality.within(helped, 0), 0.999);
  EXPECT_LE(within.low, std::log(2) - between);
  EXPECT_GE(within.high, std::log(2) - between);
  const experiment::Gap gap = inequality.gap(helped, 0, 0.999);
  EXPECT_EQ(model.layout.groups[gap.highest], "district: Near");
  EXPECT_NEAR(gap.difference.mean, 0.6, 0.01);
  EXPECT_NEAR(gap.ratio.mean, 4, 0.1);
}

}  // namespace
}  // namespace sendcap::testing
