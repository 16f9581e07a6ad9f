#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <regex>
#include <string>
#include <utility>
#include <vector>

#include "model/number_across_parts.hpp"
#include "model/scope.hpp"
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
  Model one = model;
  one.parts = {model::scopes_of(model).whole.of};
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

/// What is not in the whole world: pairs of services, localities that join, lots, priority that rises, those
/// who come back, visits bought, those at the start in the middle of things, money by the day, an offer that
/// widens.
const char* const kOtherMechanisms = R"(
title: the other mechanisms
clock: {start: 2025-01-06, run for: 2 years, report every: month, waits in: days}
districts: {north: {journey within: 10 min}, south: {journey within: 10 min}}
roads: [{from: north, to: south, journey: 30 min}]
children:
  needs: [autism, other]
  flags: [has a plan, supported]
  supported: supported
  age bands: {young: under 10, older: 10 to 25}
plans: {flag: has a plan, reviewed on: review, until age: 25}
mixes:
  pupils: {age: {5 to 15: 1}, flags: {has a plan: 70%}}
demand:
  calls: {rate: 2 per day, enters: line}
  letters: {rate: 1 per day, enters: post}
services:
  doctor:
    kind: team
    staff: 2.2
    queue: {rule: random}
    localities: {up: {districts: north, share: 50%}, down: {districts: south, share: 50%}}
    localities joined: 2026-01-01
    cost: "£50,000"
  nurse:
    kind: team
    staff: 1.4
    queue: {rule: longest wait, classes: {urgent: {when: {need: autism}}, routine: {}}, room for: 50}
    cost: "£30,000"
  helper: {kind: team, staff: 1.2}
  clinic:
    kind: clinic
    sessions: 2 per week
    slots: {new: {per session: 2}, review: {per session: 1, unused go to: new}}
    not brought: 10%
    cancelled: 5%
    cost: "£900"
bought from outside:
  elsewhere:
    pathway: line
    step: seen
    cases: {is: 1 per week, then: {2025-09-01: 3 per week, 2026-05-01: 0 per week}}
    price: "£100"
    leads to: again
pathways:
  line:
    outcomes: [done]
    steps:
      seen:
        service: doctor
        time: {kind: exponential, mean: 1 day}
        patience: {kind: exponential, mean: 90 days}
        clock: {within: 6 weeks}
        at start: {children: 20, waited: {kind: uniform, least: 0 days, most: 60 days}, being seen: 2}
        next: {split: {both: 30%, again: 20%, done: 50%}}
      both: {service: [nurse, helper], time: 1 day, contacts: 2, between contacts: 7 days}
      again: {service: clinic, slot: review, next: done}
    re-referrals: {after: done, chance: 20%, delay: 30 days}
  post:
    outcomes: [settled]
    steps:
      read: {service: nurse, time: 0.5 days, next: {split: {clinic visit: 30%, settled: 40%, asked: 30%}}}
      clinic visit: {service: clinic, slot: new, next: settled}
      asked:
        place: {kinds: [special school]}
        alongside: {enters: support, share: {is: 10%, then: {2025-06-01: 40%, 2026-06-01: 90%}}}
        next: settled
  support: {steps: {talk: {service: helper, time: 0.2 days, gives: supported}}}
  review:
    steps:
      until the review: {wait: 1 year}
      review: {service: helper, time: 0.3 days, next: until the review}
  group:
    steps:
      talk: {service: helper, time: 0.2 days, at start: {children: 30, waited: 10 days, among: [mainstream]}}
while waiting:
  worse: {at: [nurse], rate: 2 per year, effect: raises priority, to class: urgent}
  away: {rate: 0.05 per year, effect: closes all cases}
provision:
  main: {kind: mainstream, places: unlimited, ages: 4 to 15, at start: 100, mix: pupils, afterwards: plan ends, cost: {per child: "£1,000"}}
  special: {kind: special school, district: north, places: 20, ages: 4 to 18, at start: 10, mix: pupils, afterwards: plan ends, cost: {per place: "£1,000"}}
placement: {first round: 2025-01-15, every: 4 weeks}
money: {high-needs block: "£4m", running: {rent: {a year: "£10,000"}}}
)";

TEST(Parts, AreToldAsIfAllHadHappenedAtOnceWhateverHappens) {
  expect_same_in_parts_and_at_once(repeated(kOtherMechanisms, 3), 3);
}

// Many matchings are equally good here, and which is found must not depend on other areas.
TEST(Parts, AreToldAsIfAllHadHappenedAtOnceWherePlacesAreEquallyGood) {
  expect_same_in_parts_and_at_once(repeated(R"(
title: equally near
clock: {start: 2025-01-06, run for: 3 years, report every: month, waits in: days}
districts: {north: {journey within: 10 min}, south: {journey within: 10 min}, middle: {journey within: 10 min}}
roads:
  - {from: north, to: south, journey: 20 min}
  - {from: north, to: middle, journey: 20 min}
  - {from: middle, to: south, journey: 20 min}
children: {needs: [autism, other, third]}
demand: {calls: {rate: 40 per year, enters: line}}
pathways:
  line:
    outcomes: [placed]
    steps: {agreed: {place: {kinds: [special school]}}, after: {wait: 60 days, next: placed}}
provision:
  a: {kind: special school, district: north, places: 20, ages: 0 to 25, stay: {kind: exponential, mean: 2 years}, needs: [autism, other]}
  b: {kind: special school, district: south, places: 20, ages: 0 to 25, stay: {kind: exponential, mean: 2 years}, needs: [other, third]}
  c: {kind: special school, district: middle, places: 20, ages: 0 to 25, stay: {kind: exponential, mean: 2 years}, needs: [autism, third]}
  d: {kind: special school, district: middle, places: 10, ages: 5 to 15, stay: {kind: exponential, mean: 2 years}}
placement: {first round: 2025-01-15, every: 8 weeks, matching: optimal}
)",
                                            3),
                                   3);
}

TEST(Parts, LeaveNothingBehindForTheNext) {
  const Model in_order = model_from(repeated(whole_world(), 3));
  Model reversed = in_order;
  std::reverse(reversed.parts.begin(), reversed.parts.end());
  model::Simulation first(in_order);
  model::Simulation second(reversed);
  for (std::uint32_t replication = 0; replication < 2; ++replication)
    expect_same(in_order, first.run(1, replication), second.run(1, replication));
}

// Nobody from the west comes to the step for which visits are bought, so that its list is of another part.
TEST(Parts, DoNotBuyVisitsForThoseWaitingInAnother) {
  expect_same_in_parts_and_at_once(R"(
title: bought for nobody
clock: {start: 2025-01-01, run for: 1 year, report every: month, waits in: days}
districts: {east: {}, west: {}}
mixes: {of the east: {district: {east: 1}}, of the west: {district: {west: 1}}}
demand:
  east: {rate: 0.1 per day, enters: eastern, children: of the east}
  west: {rate: 20 per day, enters: western, children: of the west}
services: {eastern team: {kind: team, staff: 1}, western team: {kind: team, staff: 1}}
pathways:
  eastern:
    outcomes: [done]
    steps:
      seen: {service: eastern team, time: 1 hour, next: [{when: {district: west}, to: over there}, {to: done}]}
      over there: {service: western team, time: 1 hour, next: done}
  western: {steps: {seen: {service: western team, time: 1 day}}}
bought from outside: {elsewhere: {pathway: eastern, step: over there, cases: 2 per week, price: "£100"}}
)",
                                   2);
}

// Had the compiler taken for two parts what is one, a child who crosses would be noticed, whichever comes
// first.
TEST(Parts, NoticeAChildWhoGoesWhereNoneCan) {
  const Model right = model_from(R"(
title: crossing
clock: {start: 2025-01-06, run for: 1 year, report every: month, waits in: days}
demand:
  east: {rate: 4 per day, enters: eastern}
  west: {rate: 2 per day, enters: western}
services: {eastern team: {kind: team, staff: 1}, western team: {kind: team, staff: 2}}
pathways:
  eastern: {outcomes: [done], steps: {seen: {service: eastern team, time: 1 hour}, over: {refer: western, next: done}}}
  western: {steps: {seen: {service: western team, time: 1 hour}}}
)");
  ASSERT_EQ(right.parts.size(), 1U);
  const auto part = [](Index number) {
    Part one;
    one.services = one.stations = one.pathways = one.streams = {number};
    return one;
  };
  for (const Index first : {Index{0}, Index{1}}) {
    Model wrong = right;
    wrong.parts = {part(first), part(1 - first)};
    model::Simulation simulation(wrong);
    EXPECT_THROW((void)simulation.run(1, 0), model::BrokenInvariant) << "part " << first << " first";
  }
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

/// When what happened, as it is told.
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

TEST(Parts, AreWatchedInOneOrderOfTime) {
  const Model model = model_from(repeated(whole_world(), 3));
  model::Simulation simulation(model);
  const model::Measures unwatched = simulation.run(1, 0);
  Clock clock;
  simulation.observe(&clock);
  expect_same(model, simulation.run(1, 0), unwatched);
  EXPECT_EQ(clock.turned_back, 0);
  ASSERT_EQ(clock.arrivals.size(), unwatched.children);
  for (std::size_t child = 0; child < clock.arrivals.size(); ++child)
    ASSERT_EQ(clock.arrivals[child], child + 1);
  simulation.observe(nullptr);
  expect_same(model, simulation.run(1, 0), unwatched);
}

TEST(NumberAcrossParts, IsTheSumAtEachMoment) {
  model::NumberAcrossParts number;
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
