// Targets for milestones, and how likely they are to be met.

#include "sendcap/experiment/targets.hpp"

#include <gtest/gtest.h>

#include <string>

#include "run_text.hpp"
#include "sendcap/experiment/run.hpp"

namespace sendcap::testing {
namespace {

using experiment::TargetCell;
using experiment::TargetRecord;

std::string with_target(const std::string& target) {
  return R"(
title: a queue with a promise
clock: {start: 2025-01-01, run for: 200 days, report every: month, waits in: weeks}
milestones:
  inspection: {date: 2025-04-01}
  half way: {date: 2025-04-15}
  long after: {date: 2030-01-01}
demand:
  new: {rate: 0.5 per day, enters: visit}
services:
  desk: {kind: team, staff: 1}
pathways:
  visit: {steps: {seen: {service: desk, time: {kind: exponential, mean: 1 day}}}}
targets:
  promise: )" +
         target + "\n";
}

std::vector<TargetCell> found(const std::string& target, scenario::Diagnostics& diagnostics) {
  const std::string text = with_target(target);
  return experiment::find_targets(scenario_from(text), model_from(text).layout, diagnostics);
}

std::string refusal(const std::string& target) {
  scenario::Diagnostics diagnostics;
  EXPECT_TRUE(found(target, diagnostics).empty());
  EXPECT_EQ(diagnostics.size(), 1u);
  return diagnostics.size() == 0 ? "" : diagnostics.all()[0].message + "; " + diagnostics.all()[0].hint;
}

TEST(Targets, are_found_in_the_results) {
  scenario::Diagnostics diagnostics;
  const std::vector<TargetCell> targets =
      found("{measure: waiting, subject: desk, at: inspection, at most: 3}", diagnostics);
  ASSERT_EQ(targets.size(), 1u);
  EXPECT_EQ(diagnostics.size(), 0u);
  EXPECT_EQ(targets[0].name, "promise");
  EXPECT_TRUE(targets[0].is_met_by(3));
  EXPECT_FALSE(targets[0].is_met_by(3.5));
}

TEST(Targets, that_can_not_be_answered_are_refused_with_what_to_do) {
  EXPECT_EQ(refusal("{measure: waitin, subject: desk, at: inspection, at most: 3}"),
            "no measure called 'waitin'; did you mean 'waiting'?");
  EXPECT_EQ(refusal("{measure: waiting, subject: disk, at: inspection, at most: 3}"),
            "no subject with the measure 'waiting' called 'disk'; did you mean 'desk'?");
  EXPECT_EQ(refusal("{measure: waiting, subject: desk, at: inspektion, at most: 3}"),
            "no milestone called 'inspektion'; did you mean 'inspection'?");
  EXPECT_NE(refusal("{measure: waiting, subject: desk, at: inspection}").find("at least"), std::string::npos);
  EXPECT_NE(refusal("{measure: waiting up to 18 weeks, subject: desk, at: inspection, at least: 92}")
                .find("write 92% as 0.92"),
            std::string::npos);
  EXPECT_NE(refusal("{measure: waiting, subject: desk, at: inspection, at least: 5, at most: 3}")
                .find("nothing is at least the one and at most the other"),
            std::string::npos);
  EXPECT_NE(refusal("{measure: seen, subject: desk, at: half way, at least: 10}").find("no period ends"),
            std::string::npos);
}

TEST(Targets, for_a_milestone_outside_the_run_are_left_out) {
  scenario::Diagnostics diagnostics;
  EXPECT_TRUE(found("{measure: waiting, subject: desk, at: long after, at most: 3}", diagnostics).empty());
  EXPECT_FALSE(diagnostics.has_errors());
}

// M/M/1 with load 1/2: an arriving child finds at most n children present with chance 1 - (1/2)^(n+1); so at
// most 3 wait (4 present) with chance 1 - 1/32. After 90 days the queue has long forgotten that it began
// empty. (99.9 % level.)
TEST(Targets, are_met_as_often_as_queueing_theory_says) {
  const std::string text = with_target("{measure: waiting, subject: desk, at: inspection, at most: 3}");
  const model::Model model = model_from(text);
  scenario::Diagnostics diagnostics;
  TargetRecord record(experiment::find_targets(scenario_from(text), model.layout, diagnostics));
  experiment::Estimates estimates(model.layout);
  experiment::RunOptions options;
  options.replications = 4000;
  experiment::run(model, options, estimates,
                  [&](std::uint32_t, const model::Measures& measures) { record.add(measures); });
  const engine::Interval chance = record.chance(0, 0.999);
  EXPECT_EQ(record.value(0).count(), 4000u);
  EXPECT_LE(chance.low, 1 - 1.0 / 32);
  EXPECT_GE(chance.high, 1 - 1.0 / 32);
  EXPECT_LT(chance.high - chance.low, 0.03);
}

}  // namespace
}  // namespace sendcap::testing
