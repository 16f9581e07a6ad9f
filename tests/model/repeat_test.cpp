#include "sendcap/scenario/repeat.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <string>

#include "run_text.hpp"
#include "sendcap/model/compile.hpp"
#include "sendcap/model/simulation.hpp"
#include "sendcap/model/trace.hpp"
#include "sendcap/scenario/language/writer.hpp"
#include "sendcap/scenario/language/yaml.hpp"
#include "whole_world.hpp"

namespace sendcap::testing {
namespace {

std::string repeated(const scenario::RepeatOrder& order, const std::string& yaml = whole_world()) {
  scenario::Diagnostics diagnostics;
  const auto result = scenario::repeat(scenario_from(yaml), order, diagnostics);
  if (!result) throw std::runtime_error("it can not be repeated");
  return scenario::to_yaml(scenario::write(result->scenario));
}

TEST(Repeat, OnceAndOfTheSameSizeRunsExactlyTheSame) {
  const Results original(whole_world(), 2);
  const Results copy(repeated({}), 2);
  ASSERT_EQ(copy.model().layout.cells, original.model().layout.cells);
  for (std::size_t cell = 0; cell < original.model().layout.cells; ++cell) {
    const double expected = original.estimates().tally(cell).mean();
    const double found = copy.estimates().tally(cell).mean();
    ASSERT_TRUE(found == expected || (std::isnan(found) && std::isnan(expected))) << cell;
  }
}

// Means of Poisson counts; with 99.99% confidence all of them are within four standard errors.
TEST(Repeat, TenTimesAsLargeHasTenTimesTheReferrals) {
  constexpr double kReplications = 4;
  const Results once(whole_world(), 4);
  const Results ten(repeated({.size = 10}), 4);
  const double expected = 10 * once.mean("referrals", "assessment");
  const double error =
      std::sqrt(expected / kReplications + 100 * once.mean("referrals", "assessment") / kReplications);
  EXPECT_NEAR(ten.mean("referrals", "assessment"), expected, 4 * error);
  EXPECT_EQ(ten.mean("plans held", "plans", "2020-01-01"),
            10 * once.mean("plans held", "plans", "2020-01-01"));
  EXPECT_EQ(ten.mean("places", "primary special", "2025-01-01"), 400);
}

// To which area a name or a district belongs: the number after `area `, 0 when to none.
int area_of(std::string_view name) {
  return name.substr(0, 5) == "area " ? name[5] - '0' : 0;
}

// Looks whether anything that has an area happens to a child of another.
class Border : public model::Observer {
 public:
  explicit Border(const scenario::Scenario& world) : world_(world) {}

  void note(const model::TraceRecord& record, const model::Child& child) override {
    const int home = area_of(world_.districts[child.attributes[0]].name);
    for (const std::string_view name : {record.pathway, record.what})
      if (const int area = area_of(name); area != 0 && area != home) ++crossed;
    ++happened[home];
    if (record.happening == model::Happening::placed) ++placed[home];
  }

  int crossed = 0;
  std::map<int, int> happened;
  std::map<int, int> placed;

 private:
  const scenario::Scenario& world_;
};

TEST(Repeat, NothingOfOneAreaHappensToAChildOfAnother) {
  const std::string yaml = repeated({.areas = 3});
  const scenario::Scenario world = scenario_from(yaml);
  const model::Model model = model_from(yaml);
  Border border(world);
  model::Simulation simulation(model);
  simulation.observe(&border);
  simulation.run(1, 0);
  EXPECT_EQ(border.crossed, 0);
  EXPECT_EQ(border.happened.size(), 3U);
  for (const auto& [area, count] : border.placed) EXPECT_GT(count, 470) << area << ": more than at the start";
}

// The sum over areas against the whole of the same size; 99.99% as above.
TEST(Repeat, AreasHaveReferralsInProportionToTheirSizes) {
  const scenario::RepeatOrder order{.areas = 3, .spread = 0.8};
  const std::vector<double> sizes = scenario::area_sizes(order);
  const Results once(whole_world(), 8);
  const Results areas(repeated(order), 8);
  const double referred = once.mean("referrals", "assessment");
  for (int area = 1; area <= 3; ++area) {
    const double size = sizes[static_cast<std::size_t>(area - 1)];
    const double error = std::sqrt((size * referred + size * size * referred) / 8);
    EXPECT_NEAR(areas.mean("referrals", "area " + std::to_string(area) + ": assessment"), size * referred,
                4 * error);
  }
}

// What can not happen to a child of an area is not looked at for it, however many areas there are.
TEST(Repeat, AStepHasAsManyHazardsInManyAreasAsInOne) {
  const model::Model one = model_from(whole_world());
  const model::Model many = model_from(repeated({.areas = 5}));
  const auto most = [](const model::Model& model) {
    std::size_t hazards = 0;
    for (const model::Step& step : model.steps) hazards = std::max(hazards, step.hazards.size());
    return hazards;
  };
  EXPECT_EQ(most(many), most(one));
  EXPECT_EQ(many.tolerances_of_case, one.tolerances_of_case);
}

TEST(Repeat, AWorldWithoutDistrictsHasOneInEachArea) {
  const std::string queue = R"(
title: a queue
clock: {start: 2025-01-01, run for: 1 year}
demand: {calls: {rate: 2 per day, enters: line}}
services: {desk: {kind: team, staff: 1}}
pathways: {line: {steps: {call: {service: desk, time: {kind: exponential, mean: 4 hours}}}}}
while waiting: {hangs up: {rate: 1 per day}}
)";
  const Results two(repeated({.areas = 2}, queue), 1);
  EXPECT_GT(two.mean("referrals", "area 2: line"), 600);
  EXPECT_EQ(two.mean("referrals", "area 2: line", "", "district: area 2: everywhere"),
            two.mean("referrals", "area 2: line"));
}

TEST(Localities, NeedNotHoldADistrictFromWhichNobodyComes) {
  const auto town = [](const std::string& district) {
    return R"(
title: a town and the country
clock: {start: 2025-01-01, run for: 1 year}
districts: {town: {}, country: {}}
mixes: {children of the town: {district: {)" +
           district + R"(}}}
demand: {calls: {rate: 2 per day, enters: line, children: children of the town}}
services: {desk: {kind: team, staff: 1, localities: {centre: {districts: town, share: 100%}}}}
pathways: {line: {steps: {call: {service: desk, time: 1 hour}}}}
)";
  };
  EXPECT_NO_THROW(model_from(town("town: 1")));
  EXPECT_THAT(complaints_about(town("town: 1, country: 1")),
              ::testing::HasSubstr("district 'country' is in no locality"));
}

}  // namespace
}  // namespace sendcap::testing
