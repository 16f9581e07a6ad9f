// Which figures of a scenario and its plans an experiment may change, and what then becomes of the rest.

#include "sendcap/experiment/study.hpp"

#include <gtest/gtest.h>

#include <string>

#include "run_text.hpp"
#include "sendcap/scenario/load.hpp"

namespace sendcap::testing {
namespace {

using experiment::Input;
using experiment::Study;

const char* const kCounty = R"(
title: a county
clock: {start: 2025-01-01, run for: 1 year}
demand:
  first: {rate: {is: 100 per year, range: [80 per year, 120 per year], source: a guess, quality: assumption}, enters: way}
services:
  team: {kind: team, staff: {is: 4, then: {2025-07-01: 6}, range: [2, 8]}}
pathways:
  way:
    outcomes: [helped, advised, redirected]
    steps:
      seen:
        service: team
        time: 1 day
        next:
          split: {helped: {is: 50%, range: [40%, 60%]}, advised: 30%, redirected: 20%}
)";
const char* const kPlan = R"(
plan: more staff
interventions:
  - {kind: change staffing, team: team, by: {is: 2, range: [1, 3]}, from: 2025-04-01}
)";

Study study() {
  scenario::Sources sources;
  scenario::Diagnostics diagnostics;
  const auto reader = [](const std::string&) { return std::optional<std::string>(kPlan); };
  std::optional<scenario::Plan> plan = scenario::load_plan("plan.yaml", reader, sources, diagnostics);
  EXPECT_TRUE(plan.has_value()) << render(diagnostics, sources);
  return Study(scenario_from(kCounty), {std::move(*plan)});
}

TEST(Study, knows_every_figure_with_its_range_and_where_it_comes_from) {
  const Study county = study();
  const auto rate = county.find_input("demand.first.rate");
  ASSERT_TRUE(rate.has_value());
  const Input& input = county.inputs()[*rate];
  EXPECT_EQ(input.source, "a guess");
  EXPECT_EQ(input.quality, scenario::Quality::assumption);
  EXPECT_NEAR(input.is * 365.25, 100, 1e-9);
  EXPECT_NEAR(input.range->least * 365.25, 80, 1e-9);
  EXPECT_EQ(input.text(input.range->most), "120 per year");
  EXPECT_EQ(county.uncertain_inputs(std::nullopt).size(), 3u) << "the rate, the staff, the share helped";
  EXPECT_EQ(county.uncertain_inputs(0).size(), 4u) << "with the plan also what it adds";
  EXPECT_FALSE(county.find_input("demand.second.rate").has_value());
}

TEST(Study, a_setting_moves_later_values_in_proportion) {
  const Study county = study();
  scenario::Diagnostics none;
  const auto staff = county.find_input("services.team.staff");
  const scenario::Scenario changed = county.scenario({std::nullopt, {{*staff, 2}}}, none);
  const auto& team = std::get<scenario::Team>(changed.services.find("team")->is);
  EXPECT_DOUBLE_EQ(team.staff.is.value, 2);
  EXPECT_DOUBLE_EQ(team.staff.then.at(0).is.value, 3);  // 6 of 4 is 3 of 2
}

TEST(Study, the_rest_of_a_split_makes_room) {
  const Study county = study();
  scenario::Diagnostics none;
  const auto helped = county.find_input("pathways.way.steps.seen.next.1.split.helped");
  ASSERT_TRUE(helped.has_value());
  const scenario::Scenario changed = county.scenario({std::nullopt, {{*helped, 0.6}}}, none);
  const auto& split = changed.pathways[0].steps[0].next[0].split;
  EXPECT_DOUBLE_EQ(split.find("helped")->share.is.value, 0.6);
  EXPECT_NEAR(split.find("advised")->share.is.value, 0.24, 1e-12);  // 30 of 50 parts of the 40% left
  EXPECT_NEAR(split.find("redirected")->share.is.value, 0.16, 1e-12);
}

TEST(Study, a_plan_has_settings_of_its_own) {
  const Study county = study();
  scenario::Diagnostics none;
  const auto by = county.find_input("plan more staff: interventions.1.by");
  ASSERT_TRUE(by.has_value());
  const scenario::Scenario changed = county.scenario({0, {{*by, 3}}}, none);
  const auto& team = std::get<scenario::Team>(changed.services.find("team")->is);
  EXPECT_DOUBLE_EQ(team.staff.then.at(0).is.value, 7);  // 4 and 3 from April
  EXPECT_DOUBLE_EQ(team.staff.then.at(1).is.value, 9);  // 6 and 3 from July
  const scenario::Scenario without = county.scenario({std::nullopt, {{*by, 3}}}, none);
  EXPECT_EQ(std::get<scenario::Team>(without.services.find("team")->is).staff.then.size(), 1u)
      << "what belongs to a plan changes nothing without it";
}

}  // namespace
}  // namespace sendcap::testing
