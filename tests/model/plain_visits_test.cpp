// Plain visits are simulated by a shorter way, which must lead to the same numbers.

#include <gtest/gtest.h>

#include <cstring>
#include <string>

#include "run_text.hpp"
#include "sendcap/model/simulation.hpp"
#include "sendcap/model/trace.hpp"

namespace sendcap::testing {
namespace {

// Whoever watches is told by the longer way.
class Watching : public model::Observer {
 public:
  void note(const model::TraceRecord&, const model::Child&) override { ++told; }
  std::size_t told = 0;
};

// Three desks in a row and a circle; some give up, some come back, those of an age are a group of their own,
// `queue` is how the first desk sees them.
std::string desks(const std::string& queue) {
  return R"(
title: desks
clock: {start: 2025-01-01, run for: 300 days, report every: month, waits in: days}
children: {needs: [autism, other], age bands: {young: under 11, old: 11 and over}}
mixes:
  all: {need: {autism: 1, other: 2}, age: {3: 1, 12: 1}}
demand:
  new: {rate: 2 per day, enters: visit, children: all}
  more: {intervals: {kind: exponential, mean: 3 days}, enters: advice, children: all}
services:
  first:
    kind: team
    staff: {is: 2, then: {2025-03-01: 3}}
    queue: {)" +
         queue + R"(}
  second: {kind: team, staff: 1.5}
  third: {kind: team, staff: unlimited}
pathways:
  visit:
    steps:
      seen:
        service: first
        time: {kind: exponential, mean: 1 day}
        next: {split: {again: 30%, advised: 30%, done: 40%}}
      again:
        service: second
        time: 1.5 days
        patience: {kind: exponential, mean: 20 days}
        next: {split: {seen: 20%, done: 80%}}
      advised: {service: third, time: {kind: gamma, mean: 4 days, shape: 2}}
    outcomes: [done]
    re-referrals: [{after: [done], chance: 20%, delay: 30 days}]
  advice: {steps: {heard: {service: third, time: 2 days}, seen too: {service: first, time: 1 day}}}
)";
}

bool all_visits_are_plain(const model::Model& model) {
  for (const model::Step& step : model.steps)
    if (step.kind == model::StepKind::visit && !step.plain) return false;
  return true;
}

std::string with(std::string text, const std::string& part, const std::string& instead) {
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + instead.size()))
    text.replace(at, part.size(), instead);
  return text;
}

void expect_same_by_the_longer_way(const std::string& world) {
  const model::Model model = model_from(world);
  ASSERT_TRUE(all_visits_are_plain(model));
  for (std::uint32_t replication = 0; replication < 20; ++replication) {
    const model::Measures shorter = model::Simulation(model).run(5, replication);
    Watching watching;
    model::Simulation watched(model);
    watched.observe(&watching);
    const model::Measures longer = watched.run(5, replication);
    EXPECT_GT(watching.told, 1000U);
    EXPECT_EQ(shorter.events, longer.events);
    ASSERT_EQ(shorter.values.size(), longer.values.size());
    EXPECT_EQ(
        std::memcmp(shorter.values.data(), longer.values.data(), shorter.values.size() * sizeof(double)), 0);
  }
}

TEST(PlainVisits, LeadToTheSameNumbersAsTheLongerWay) {
  expect_same_by_the_longer_way(desks("rule: first come"));
}

// Counts, waits and numbers of those who are all of one group go a way of their own.
TEST(PlainVisits, LeadToTheSameNumbersWhereAllAreOfOneGroup) {
  std::string world = desks("rule: first come");
  world =
      with(world, "children: {needs: [autism, other], age bands: {young: under 11, old: 11 and over}}\n", "");
  world = with(world, "mixes:\n  all: {need: {autism: 1, other: 2}, age: {3: 1, 12: 1}}\n", "");
  world = with(world, ", children: all", "");
  ASSERT_TRUE(model_from(world).dimensions.empty());
  expect_same_by_the_longer_way(world);
  expect_same_by_the_longer_way(with(world, "report every: month", "report every: whole run"));
}

// Not every way leads straight to a desk.
TEST(PlainVisits, LeadToTheSameNumbersWhoeverComesToWhichDesk) {
  expect_same_by_the_longer_way(with(
      desks("rule: first come"),
      "  visit:\n    steps:", "  visit:\n    begins at: {split: {seen: 50%, advised: 50%}}\n    steps:"));
}

// All that a plain service lacks, one at a time.
TEST(PlainVisits, AreNotThoseAtWhichMoreCanHappen) {
  for (const char* queue : {"rule: longest wait", "rule: random", "room for: 5",
                            "classes: {young: {when: {age: under 11}}, others: {}}"}) {
    const model::Model model = model_from(desks(queue));
    for (const model::Step& step : model.steps) {
      if (step.service_count > 0 && step.services[0] == 0) {
        EXPECT_FALSE(step.plain) << queue;
      }
    }
  }
}

// One step at which more happens makes no visit to its service plain: its cases stand in the same queue.
TEST(PlainVisits, AreThoseOfAServiceOrNone) {
  std::string twice_heard = desks("rule: first come");
  twice_heard.replace(twice_heard.find("heard: {"), 8, "heard: {contacts: 2, between contacts: 5 days, ");
  const model::Model model = model_from(twice_heard);
  for (const model::Step& step : model.steps) {
    if (step.service_count > 0) {
      EXPECT_EQ(step.plain, model.services[step.services[0]].name != "third") << step.name;
    }
  }
}

}  // namespace
}  // namespace sendcap::testing
