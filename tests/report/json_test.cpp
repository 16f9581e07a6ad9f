#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "hand_made.hpp"
#include "sendcap/report/run_json.hpp"
#include "sendcap/report/summary_json.hpp"

namespace sendcap::report {
namespace {

using model::MeasureId;
using model::SubjectKind;
using nlohmann::json;
using testing::HandMade;
using testing::kNoValue;

RunDescription description() {
  RunDescription one;
  one.program_version = "1.2.3";
  one.title = "A small county";
  one.files = {{"county.yaml", "abc"}};
  one.overrides = {"services.desk.staff=2"};
  one.seed = 18446744073709551615U;
  return one;
}

// A plan whose results are these.
struct OnePlan {
  explicit OnePlan(const HandMade& world) : estimates(world.estimates()) {
    results.name = "baseline";
    results.model = &world.model();
    results.estimates = &estimates;
    results.outcome.replications = estimates.replications();
  }
  experiment::Estimates estimates;
  PlanResults results;
};

TEST(SummaryJson, SaysWhatWasAskedFor) {
  const HandMade world;
  const OnePlan plan(world);
  const json document = json::parse(summary_json(description(), {plan.results}));
  EXPECT_EQ(document["format"], 1);
  EXPECT_EQ(document["program"]["version"], "1.2.3");
  EXPECT_EQ(document["scenario"]["title"], "A small county");
  EXPECT_EQ(document["scenario"]["files"][0], json({{"name", "county.yaml"}, {"sha256", "abc"}}));
  EXPECT_EQ(document["scenario"]["overrides"][0], "services.desk.staff=2");
  EXPECT_EQ(document["seed"], 18446744073709551615U);
  EXPECT_EQ(document["confidence"], 0.95);
  EXPECT_EQ(document["measures"].size(), static_cast<std::size_t>(MeasureId::count));
}

TEST(SummaryJson, GivesEstimatesAsSeries) {
  HandMade world;
  world.add(MeasureId::waiting, SubjectKind::service, "desk",
            {{{10, 1, 2, kNoValue}, {7, 3, 4, kNoValue}}, {{12, 1, 2, kNoValue}, {7, 3, 4, kNoValue}}});
  const OnePlan plan(world);
  const json all = json::parse(summary_json(description(), {plan.results}))["plans"][0]["estimates"];
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0]["measure"], "waiting");
  EXPECT_EQ(all[0]["service"], "desk");
  EXPECT_EQ(all[0]["kind"], "service");
  EXPECT_EQ(all[0]["unit"], "children");
  EXPECT_EQ(all[0]["group"], "all");
  EXPECT_EQ(all[0]["dates"], json({"2025-01-01", "2025-01-15", "2025-02-01"}));
  EXPECT_EQ(all[0]["mean"], json({11, 1, 2}));
  EXPECT_NEAR(all[0]["high"][0].get<double>(), 11 + 12.7062047364,
              1e-9);  // t with 1 degree of freedom, from tables
  EXPECT_EQ(all[0]["replications"], json({2, 2, 2}));
  EXPECT_EQ(all[1]["group"], "district: Redditch");
  EXPECT_EQ(all[1]["dates"], json({"2025-01-15", "2025-02-01"}));
}

TEST(SummaryJson, BoundsOfOneReplicationAreNull) {
  HandMade world;
  world.add(MeasureId::load, SubjectKind::service, "desk", {{{kNoValue, kNoValue, 0.5, kNoValue}}});
  const OnePlan plan(world);
  const json series = json::parse(summary_json(description(), {plan.results}))["plans"][0]["estimates"][0];
  EXPECT_EQ(series["mean"], json({0.5}));
  EXPECT_TRUE(series["low"][0].is_null());
  EXPECT_TRUE(series["high"][0].is_null());
}

TEST(SummaryJson, GivesTheDistributionOfTheNumberPresentFromTheLeastNumber) {
  HandMade world;
  world.add(MeasureId::waiting, SubjectKind::service, "desk", {{{0, 0, 0, 0}}});
  world.model().services.resize(1);
  world.model().services[0].name = "desk";
  OnePlan plan(world);
  model::Measures measures = world.replications().front();
  plan.estimates = experiment::Estimates(world.model().layout);
  measures.presence = {{0, 0, 0.25, 0.75}, {1}};
  plan.estimates.add(measures);
  const json presence = json::parse(summary_json(description(), {plan.results}))["plans"][0]["presence"];
  ASSERT_EQ(presence.size(), 1U);  // there is no placement in this world
  EXPECT_EQ(presence[0]["service"], "desk");
  EXPECT_EQ(presence[0]["least"], 2);
  EXPECT_EQ(presence[0]["share"], json({0.25, 0.75}));
}

// 30 weeks and 10 on average over three replications, 20, 21 and 19 apart.
TEST(SummaryJson, TellsTheGapsBeyondChanceAtTheEnd) {
  HandMade world;
  model::MeasureLayout& layout = world.model().layout;
  layout.groups.emplace_back("district: Worcester");
  layout.dimensions = {{"district", 1, 2}};
  layout.dates[2].unequal = true;
  const auto at_end = [](double all, double redditch, double worcester) {
    std::vector<std::vector<double>> values;
    for (const double end : {all, redditch, worcester}) values.push_back({kNoValue, kNoValue, end, kNoValue});
    return values;
  };
  world.add(MeasureId::waiting, SubjectKind::pathway, "autism",
            {at_end(40, 20, 20), at_end(40, 20, 20), at_end(40, 20, 20)});
  world.add(MeasureId::wait_of_waiting_median, SubjectKind::pathway, "autism",
            {at_end(20, 10, 30), at_end(20, 9, 30), at_end(20, 11, 30)});
  OnePlan plan(world);
  experiment::Inequality inequality(world.model().layout);
  for (const model::Measures& one : world.replications()) inequality.add(one);
  plan.results.inequality = &inequality;
  const json unequal = json::parse(summary_json(description(), {plan.results}))["plans"][0]["unequal"];
  ASSERT_EQ(unequal.size(), 1U);
  EXPECT_EQ(unequal[0]["service"], "autism");
  EXPECT_EQ(unequal[0]["between"], "district");
  EXPECT_EQ(unequal[0]["lowest_group"], "district: Redditch");
  EXPECT_EQ(unequal[0]["highest"]["mean"], 30);
  EXPECT_EQ(unequal[0]["gap"]["mean"], 20);
  EXPECT_NEAR(unequal[0]["gap"]["low"], 20 - 4.3026527 / std::sqrt(3), 1e-6);  // t, 2 degrees of freedom
}

// 31 days are 1.0185 months: of 15 who joined, 5 more wait, so 10 went, 4 of them seen.
TEST(SummaryJson, TellsWhatEachListComesToAtThePaceOfTheRun) {
  HandMade world;
  world.add(MeasureId::waiting, SubjectKind::pathway, "autism", {{{20, kNoValue, 25, kNoValue}}});
  world.add(MeasureId::referrals, SubjectKind::pathway, "autism", {{{kNoValue, 7, 15, 15}}});
  world.add(MeasureId::seen, SubjectKind::pathway, "autism", {{{kNoValue, 2, 4, 4}}});
  const OnePlan plan(world);
  const json paces = json::parse(summary_json(description(), {plan.results}))["plans"][0]["paces"];
  ASSERT_EQ(paces.size(), 1U);
  const double months = 31 / (365.25 / 12);
  EXPECT_EQ(paces[0]["since"], "2025-01-01");
  EXPECT_NEAR(paces[0]["seen_a_month"], 4 / months, 1e-9);
  EXPECT_NEAR(paces[0]["months_by_seen"], 25 * months / 4, 1e-9);
  EXPECT_NEAR(paces[0]["months_by_leaving"], 25 * months / 10, 1e-9);
}

TEST(RunJson, KeepsWhatMayDifferWhenTheRunIsRepeated) {
  HandMade world;
  world.add(MeasureId::waiting, SubjectKind::service, "desk", {{{0, 0, 0, 0}}, {{0, 0, 0, 0}}});
  OnePlan plan(world);
  plan.results.outcome.interrupted = true;
  RunRecord record;
  record.command = {"run", "county.yaml"};
  record.threads = 4;
  record.seconds = 2.5;
  record.plan_seconds = {2};
  const std::string text = run_json(description(), {plan.results}, record);
  const json document = json::parse(text);
  EXPECT_EQ(document["threads"], 4);
  EXPECT_EQ(document["seconds"], 2.5);
  EXPECT_EQ(document["command"][1], "county.yaml");
  EXPECT_EQ(document["plans"][0]["partial"], true);
  EXPECT_EQ(document["plans"][0]["events"], 2000);
  EXPECT_EQ(document["plans"][0]["events_per_second"], 1000);
  EXPECT_EQ(summary_json(description(), {plan.results}).find("seconds"), std::string::npos);
}

}  // namespace
}  // namespace sendcap::report
