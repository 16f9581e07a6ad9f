// Running replications: in order, to a precision, stopped in the middle.

#include "sendcap/experiment/run.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "run_text.hpp"
#include "sendcap/model/simulation.hpp"

namespace sendcap::testing {
namespace {

const char* const kQueue = R"(
title: a queue
clock: {start: 2025-01-01, run for: 400 days, report every: whole run, waits in: days}
demand:
  new: {rate: 0.5 per day, enters: visit}
services:
  desk: {kind: team, staff: 1}
pathways:
  visit: {steps: {seen: {service: desk, time: {kind: exponential, mean: 1 day}}}}
)";

TEST(Run, gives_replications_in_order_whatever_the_threads) {
  const model::Model model = model_from(kQueue);
  for (const unsigned threads : {1U, 2U, 5U}) {
    experiment::RunOptions options;
    options.replications = 30;
    options.threads = threads;
    experiment::Estimates estimates(model.layout);
    std::vector<std::uint32_t> order;
    const auto outcome = experiment::run(
        model, options, estimates,
        [&](std::uint32_t replication, const model::Measures&) { order.push_back(replication); });
    ASSERT_EQ(order.size(), 30u);
    for (std::uint32_t i = 0; i < 30; ++i) EXPECT_EQ(order[i], i);
    EXPECT_EQ(outcome.replications, 30u);
    EXPECT_EQ(estimates.replications(), 30u);
  }
}

TEST(Run, goes_on_until_the_precision_is_reached) {
  const model::Model model = model_from(kQueue);
  experiment::RunOptions options;
  options.precision = 0.05;
  experiment::Estimates estimates(model.layout);
  const auto outcome = experiment::run(model, options, estimates);
  EXPECT_TRUE(outcome.precision_reached);
  EXPECT_LE(outcome.widest, 0.05);
  EXPECT_GT(outcome.replications, options.first_replications);
  // Every headline measure with a mean keeps its promise, computed again from the estimates.
  for (const std::size_t cell : experiment::headline_cells(model.layout)) {
    const engine::Interval interval = estimates.interval(cell);
    if (!std::isfinite(interval.half_width()) || !(interval.mean > 0)) continue;
    EXPECT_LE(interval.half_width() / interval.mean, 0.05 + 1e-12);
  }
}

TEST(Run, says_when_the_precision_is_out_of_reach) {
  const model::Model model = model_from(kQueue);
  experiment::RunOptions options;
  options.precision = 1e-6;
  options.most_replications = 50;
  experiment::Estimates estimates(model.layout);
  const auto outcome = experiment::run(model, options, estimates);
  EXPECT_FALSE(outcome.precision_reached);
  EXPECT_EQ(outcome.replications, 50u);
  EXPECT_FALSE(outcome.widest_measure.empty());
}

TEST(Run, keeps_what_is_complete_when_stopped) {
  const model::Model model = model_from(kQueue);
  experiment::RunOptions options;
  options.replications = 1000;
  options.threads = 2;
  experiment::Estimates estimates(model.layout);
  const auto outcome = experiment::run(
      model, options, estimates, {}, [](const experiment::Progress& progress) { return progress.done < 7; });
  EXPECT_TRUE(outcome.interrupted);
  EXPECT_EQ(outcome.replications, 7u);
  EXPECT_EQ(estimates.replications(), 7u);
}

// What the progress bar shows as a first answer is the mean so far of the list that was longest at first.
TEST(Run, tells_the_longest_list_from_the_first_replication_on) {
  std::string twice_as_many_as_can_be_seen = kQueue;
  twice_as_many_as_can_be_seen.replace(twice_as_many_as_can_be_seen.find("0.5 per day"), 11, "2 per day");
  const model::Model model = model_from(twice_as_many_as_can_be_seen);
  experiment::RunOptions options;
  options.replications = 5;
  options.threads = 1;
  experiment::Estimates estimates(model.layout);
  std::vector<experiment::Progress> told;
  (void)experiment::run(model, options, estimates, {}, [&](const experiment::Progress& progress) {
    told.push_back(progress);
    return true;
  });
  ASSERT_EQ(told.size(), 5u);
  double longest = 0;
  std::vector<std::string_view> lists;
  for (const model::Column& column : model.layout.columns) {
    if (column.measure != model::MeasureId::waiting || !column.leads_to_somebody) continue;
    lists.push_back(column.subject);
    const std::size_t at_end = model.layout.cell(column, model.layout.dates.size() - 2, 0);
    if (column.subject == told[0].longest_list) longest = estimates.tally(at_end).mean();
  }
  EXPECT_NE(std::find(lists.begin(), lists.end(), told[0].longest_list), lists.end());
  EXPECT_EQ(told[4].longest_list, told[0].longest_list);
  EXPECT_GT(told[4].waiting, 0);
  EXPECT_EQ(told[4].waiting, longest);
}

TEST(Estimates, leave_out_replications_in_which_a_value_does_not_exist) {
  model::MeasureLayout layout;
  layout.cells = 2;
  experiment::Estimates estimates(layout);
  for (const double value : {1.0, std::nan(""), 3.0}) {
    model::Measures measures;
    measures.values = {value, 5.0};
    estimates.add(measures);
  }
  EXPECT_EQ(estimates.tally(0).count(), 2u);
  EXPECT_EQ(estimates.tally(0).mean(), 2);
  EXPECT_EQ(estimates.tally(1).count(), 3u);
}

TEST(Estimates, count_a_number_never_present_as_no_time) {
  model::MeasureLayout layout;
  experiment::Estimates estimates(layout);
  model::Measures few;
  few.presence = {{1.0}};
  model::Measures many;
  many.presence = {{0.5, 0.25, 0.25}};
  estimates.add(few);
  estimates.add(many);
  ASSERT_EQ(estimates.presence()[0].size(), 3u);
  EXPECT_DOUBLE_EQ(estimates.presence()[0][0].mean(), 0.75);
  EXPECT_DOUBLE_EQ(estimates.presence()[0][2].mean(), 0.125);
}

}  // namespace
}  // namespace sendcap::testing
