#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <regex>
#include <string>
#include <utility>
#include <vector>

#include "model/number_of_parts.hpp"
#include "run_text.hpp"
#include "sendcap/model/simulation.hpp"
#include "sendcap/model/trace.hpp"
#include "sendcap/scenario/language/writer.hpp"
#include "sendcap/scenario/language/yaml.hpp"
#include "sendcap/scenario/repeat.hpp"
#include "whole_world.hpp"

// What never meets is simulated one after the other, and what all share is told as if all had happened at
// once.

namespace sendcap::testing {
namespace {

using model::Index;
using model::Model;
using model::Part;

/// The same world, with all its parts as one.
Model as_one_part(const Model& model) {
  Part whole;
  whole.is_first = true;
  for (std::vector<Index> Part::*const members :
       {&Part::services, &Part::stations, &Part::joint_queues, &Part::pathways, &Part::streams,
        &Part::at_start, &Part::purchases, &Part::alongside, &Part::hazards, &Part::provision,
        &Part::place_groups, &Part::clocks}) {
    std::vector<Index>& all = whole.*members;
    for (const Part& part : model.parts)
      all.insert(all.end(), (part.*members).begin(), (part.*members).end());
    std::sort(all.begin(), all.end());
  }
  Model one = model;
  one.parts = {whole};
  return one;
}

std::string repeated(const std::string& yaml, std::uint32_t areas) {
  scenario::Diagnostics diagnostics;
  const auto result = scenario::repeat(scenario_from(yaml), {.areas = areas, .spread = 0.3}, diagnostics);
  if (!result) throw std::runtime_error("it can not be repeated");
  return scenario::to_yaml(scenario::write(result->scenario));
}

/// Fails where the results differ by more than the order of adding up can make.
void expect_same(const Model& model, const model::Measures& found, const model::Measures& expected) {
  ASSERT_EQ(found.values.size(), expected.values.size());
  for (const model::Column& column : model.layout.columns)
    for (std::size_t position = 0; position < model.layout.group_count(column); ++position)
      for (std::size_t date = 0; date < model.layout.dates.size(); ++date) {
        const std::size_t cell = model.layout.cell_at(column, date, position);
        const double value = expected.values[cell];
        const bool pounds = column.unit == "pounds";
        const double allowed = pounds ? 1e-12 * std::abs(value) : 0;
        const bool same = std::isnan(value) ? std::isnan(found.values[cell])
                                            : std::abs(found.values[cell] - value) <= allowed;
        ASSERT_TRUE(same) << column.name << ", " << column.subject << ", " << model.layout.dates[date].label
                          << ", position " << position << ": " << found.values[cell] << ", not " << value;
      }
  EXPECT_EQ(found.presence, expected.presence);
  EXPECT_EQ(found.children, expected.children);
  EXPECT_EQ(found.cases, expected.cases);
}

/// `last_only`: how things stand is told at the last date only.
void expect_same_in_parts_and_at_once(const std::string& yaml, std::size_t parts, bool last_only = false) {
  const Model in_parts = model_from(yaml);
  ASSERT_EQ(in_parts.parts.size(), parts);
  const Model at_once = as_one_part(in_parts);
  model::Simulation first(in_parts);
  model::Simulation second(at_once);
  if (last_only) {
    std::vector<std::uint8_t> told(in_parts.layout.dates.size(), 0);
    told[told.size() - 2] = 1;
    first.tell_only_at(told);
    second.tell_only_at(told);
  }
  for (std::uint32_t replication = 0; replication < 3; ++replication)
    expect_same(in_parts, first.run(1, replication), second.run(1, replication));
}

TEST(Parts, AreToldAsIfAllHadHappenedAtOnce) {
  expect_same_in_parts_and_at_once(repeated(whole_world(), 3), 3);
}

std::string reported(const std::string& how, std::string yaml = whole_world()) {
  yaml.replace(yaml.find("report every: month"), 19, how);
  return yaml;
}

// Here the waits of a single period are counted as they end, and nobody keeps rolls.
TEST(Parts, AreToldAsIfAllHadHappenedAtOnceInASinglePeriod) {
  expect_same_in_parts_and_at_once(repeated(reported("report every: whole run"), 2), 2);
}

// What happened before the measuring begins is forgotten in each part, and who is there is not.
TEST(Parts, AreToldAsIfAllHadHappenedAtOnceAfterWarmingUp) {
  const std::string empty = std::regex_replace(whole_world(), std::regex(", at start: [0-9]+"), "");
  for (const char* const how :
       {"report every: year, warm up: 500 days", "report every: whole run, warm up: 90 days"})
    expect_same_in_parts_and_at_once(repeated(reported(how, empty), 2), 2);
}

TEST(Parts, AreToldAsIfAllHadHappenedAtOnceWhereOnlyTheLastDateIsToldOf) {
  expect_same_in_parts_and_at_once(repeated(whole_world(), 2), 2, true);
}

TEST(Parts, AreTheStationsBetweenWhichNobodyGoes) {
  const std::string stations = R"(
title: three queues
clock: {start: 2025-01-01, run for: 1 year, waits in: days}
demand:
  calls: {rate: 5 per day, enters: line}
  letters: {rate: 5 per day, enters: post}
  complaints: {rate: 1 per day, enters: complaint}
services:
  desk: {kind: team, staff: 1}
  letter desk: {kind: team, staff: 1}
pathways:
  line: {steps: {call: {service: desk, time: {kind: exponential, mean: 3 hours}}}}
  post: {steps: {letter: {service: letter desk, time: {kind: exponential, mean: 3 hours}}}}
  complaint: {steps: {answer: {service: letter desk, time: 1 hour}}}
)";
  expect_same_in_parts_and_at_once(stations, 2);
}

TEST(Parts, TheCountyIsOne) {
  EXPECT_EQ(model_from(whole_world()).parts.size(), 1U);
}

/// Those who can go from one to the other, or want the same, are of one part.
std::size_t parts_with(const std::string& more_steps, const std::string& more = {}) {
  return model_from(R"(
title: two teams
clock: {start: 2025-01-01, run for: 1 year, waits in: days}
districts: {east: {journey within: 10 min}, west: {journey within: 10 min}}
mixes: {of the east: {district: {east: 1}}, of the west: {district: {west: 1}}}
children: {flags: [has a plan]}
demand:
  east: {rate: 1 per day, enters: eastern, children: of the east}
  west: {rate: 1 per day, enters: western, children: of the west}
services: {eastern team: {kind: team, staff: 1}, western team: {kind: team, staff: 1}}
pathways:
  eastern: {steps: {seen: {service: eastern team, time: 1 hour}, )" +
                    more_steps + R"(}}
  western: {steps: {seen: {service: western team, time: 1 hour}, agreed: {place: {kinds: [special school]}}}}
provision:
  western school: {kind: special school, district: west, places: 10, takes from: west}
  eastern school: {kind: special school, district: east, places: 10}
placement: {first round: 2025-01-15, every: 4 weeks}
)" + more)
      .parts.size();
}

TEST(Parts, AreOneWhereAWayLeadsFromOneToTheOther) {
  EXPECT_EQ(parts_with("over: {wait: 1 day}"), 2U);
  EXPECT_EQ(parts_with("over: {refer: western}"), 1U) << "a referral";
  EXPECT_EQ(parts_with("again: {service: western team, time: 1 hour}"), 1U) << "the same team";
  EXPECT_EQ(parts_with("over: {moves to: western school}"), 1U) << "a move";
  EXPECT_EQ(parts_with("over: {wait: 1 day}", R"(
while waiting: {leaves: {at: [eastern team], rate: 1 per year, effect: closes the case, moves to: western school}}
)"),
            1U)
      << "something that may happen while waiting";
}

TEST(Parts, AreOneWherePlacesAreWantedInCommon) {
  // The school takes children from both districts, but no road leads to it from the east.
  EXPECT_EQ(parts_with("agreed: {place: {kinds: [special school]}}"), 2U);
  EXPECT_EQ(parts_with("agreed: {place: {kinds: [special school]}}", R"(
roads: [{from: east, to: west, journey: 20 min}]
)"),
            1U);
}

/// When what happened, of each part, as it is told.
class Clock : public model::Observer {
 public:
  void note(const model::TraceRecord& record, const model::Child&) override {
    if (record.time < last_) ++turned_back;
    last_ = record.time;
    if (record.happening == model::Happening::came) arrivals.push_back(record.arrival);
  }
  int turned_back = 0;
  std::vector<std::uint32_t> arrivals;

 private:
  double last_ = 0;
};

TEST(Parts, AreWatchedOneAfterTheOtherAndChildrenNumberedThrough) {
  const Model model = model_from(repeated(whole_world(), 3));
  model::Simulation simulation(model);
  Clock clock;
  simulation.observe(&clock);
  const model::Measures watched = simulation.run(1, 0);
  EXPECT_EQ(clock.turned_back, 2);
  ASSERT_EQ(clock.arrivals.size(), watched.children);
  for (std::size_t child = 0; child < clock.arrivals.size(); ++child)
    ASSERT_EQ(clock.arrivals[child], child + 1);
  simulation.observe(nullptr);
  expect_same(model, simulation.run(1, 0), watched);
}

TEST(NumberOfParts, IsTheSumAtEachMoment) {
  model::NumberOfParts number;
  number.begin_part();
  number.set(1, 2);
  number.set(5, 1);
  number.begin_part();
  number.set(0.5, 3);
  number.set(5, 0);
  number.put_in_order();
  std::vector<std::pair<double, std::size_t>> told;
  const auto tell = [&](double time, std::size_t children) { told.emplace_back(time, children); };
  number.tell_until(1, tell);
  EXPECT_EQ(told.size(), 1U) << "what happens at the moment itself comes after it";
  number.tell_until(10, tell);
  // By hand: 3 from half a day; 3 + 2 from day 1; 0 + 1 from day 5, told once.
  const std::vector<std::pair<double, std::size_t>> expected{{0.5, 3}, {1, 5}, {5, 1}};
  EXPECT_EQ(told, expected);
}

}  // namespace
}  // namespace sendcap::testing
