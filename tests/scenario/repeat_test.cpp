#include "sendcap/scenario/repeat.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "scenario/repeat/when_repeated.hpp"
#include "sendcap/scenario/language/reader.hpp"
#include "sendcap/scenario/language/shape_of.hpp"
#include "sendcap/scenario/language/writer.hpp"
#include "sendcap/scenario/language/yaml.hpp"

namespace sendcap::scenario {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// Goes through all that a file may hold and notes what nothing was said about.
class Unsaid {
 public:
  void look_at(const Shape& shape) {
    if (const auto* optional = std::get_if<OptionalShape>(&shape.as)) look_at(optional->item());
    if (const auto* list = std::get_if<ListShape>(&shape.as)) look_at(list->item());
    if (const auto* named = std::get_if<NamedShape>(&shape.as)) look_at(named->list.item());
    if (const auto* variant = std::get_if<VariantShape>(&shape.as))
      for (const VariantShape::Alternative& one : variant->alternatives) look_at(one.shape());
    const auto* block = std::get_if<StructShape>(&shape.as);
    if (block == nullptr || !seen_.insert(block).second) return;
    for (const FieldShape& field : block->fields) {
      if (must_be_said(field) && !when_repeated(block->title, field.key))
        found.push_back(std::string(block->title) + ": " + std::string(field.key));
      look_at(field.shape());
    }
  }

  std::vector<std::string> found;

 private:
  std::set<const StructShape*> seen_;
};

TEST(WhenRepeated, SaysWhatBecomesOfEveryFieldThatCouldCountOrName) {
  Unsaid unsaid;
  unsaid.look_at(shape_of<Scenario>());
  EXPECT_THAT(unsaid.found, IsEmpty())
      << "say in sim/scenario/repeat/when_repeated.cpp what becomes of these";
}

Scenario world_of(const std::string& yaml) {
  Sources sources;
  Diagnostics diagnostics;
  const std::optional<Node> node = read_yaml(sources, sources.add("county.yaml", yaml), diagnostics);
  Scenario world;
  Reader reader(diagnostics);
  if (node) read(reader, *node, world);
  EXPECT_FALSE(diagnostics.has_errors()) << render(diagnostics, sources);
  return world;
}

Repeated repeated(const std::string& yaml, const RepeatOrder& order) {
  Diagnostics diagnostics;
  std::optional<Repeated> result = repeat(world_of(yaml), order, diagnostics);
  EXPECT_TRUE(result);
  return result.value_or(Repeated{});
}

std::string text_of(const Scenario& world) {
  return to_yaml(write(world));
}

constexpr const char* kCounty = R"(
title: A county
clock: {start: 2025-01-01, run for: 1 year}
districts: {north: {population: 1001}, south: {}}
roads: [{from: north, to: south, journey: 20 min}]
children: {needs: [autism], flags: [has a plan]}
mixes:
  pupils: {district: {north: 2, south: 1}, age: {4 to 10: 1}, flags: {has a plan: 100%}}
  from the south: {joint: [{district: south, weight: 3}]}
demand:
  referrals: {rate: {is: 120 per year, range: [100 per year, 150 per year], source: counted, quality: sourced}, enters: therapy}
services:
  therapists: {kind: team, staff: 4.5, caseload: 3, cost: "£50,000", queue: {room for: 7}}
  clinic: {kind: clinic, sessions: 6 per week, slots: {new: {per session: 4}}, cost: "£800", not brought: 10%}
bought from outside:
  more: {pathway: therapy, step: seen, cases: 2 per week, price: "£1,000"}
pathways:
  therapy:
    outcomes: [helped, place wanted]
    re-referrals: [{after: [gone, helped], chance: 10%, delay: 1 year}]
    steps:
      seen: {service: therapists, work: 2 hours, at start: {children: 25, waited: 3 weeks, mix: pupils}, next: {split: {place: 50%, helped: 50%}}}
      place: {refer: place, next: place wanted}
  place:
    steps:
      checked: {service: clinic, slot: new}
      wanted: {place: {kinds: [special school]}, at start: {children: 3, among: [mainstream]}}
  review: {steps: {review: {wait: 1 year, next: done}}}
while waiting:
  gone: {at: [therapists, place], rate: 0.1 per year, moves to: mainstream}
plans: {flag: has a plan, reviewed on: review}
provision:
  school: {kind: special school, district: north, places: {is: 12, then: {2025-06-01: 20}}, over number: 3, at start: 11, mix: pupils, afterwards: {split: {mainstream: 40%, place: 30%, plan ends: 30%}}}
  mainstream: {kind: mainstream, places: unlimited, at start: 40}
  nowhere: {kind: not in education, places: unlimited}
placement: {without a place: nowhere, transfer: {asked: [{from: [mainstream], share: 10%, enters: place}]}}
money: {high-needs block: £10m, one-off: {roof: {on: 2025-05-01, amount: "£30,000"}}}
targets: {seen soon: {measure: seen, subject: therapists, at: spring, at least: 3}}
milestones: {spring: {date: 2025-04-01}}
)";

TEST(Repeat, OnceAndOfTheSameSizeIsTheSameWorldWithoutPromises) {
  Scenario world = world_of(kCounty);
  world.targets.clear();
  EXPECT_EQ(text_of(repeated(kCounty, {}).scenario), text_of(world));
}

TEST(Repeat, ChildrenCapacityAndMoneyGrowAndRulesStay) {
  const Repeated ten = repeated(kCounty, {.size = 10});
  const Scenario& world = ten.scenario;
  EXPECT_EQ(format(world.demand[0].rate->is), "1200 per year");
  EXPECT_EQ(format(world.demand[0].rate->range->least), "1000 per year");
  EXPECT_EQ(world.demand[0].rate->source, "10 times what is given in: counted");
  EXPECT_EQ(world.demand[0].rate->quality, Quality::derived) << "no source says ten times as many";
  const auto& team = std::get<Team>(world.services[0].is);
  EXPECT_EQ(team.staff.is.value, 45);
  EXPECT_EQ(team.caseload.is.value, 3);
  EXPECT_EQ(team.cost.is.pounds, 50'000) << "a price";
  EXPECT_EQ(team.queue.room_for->value, 70);
  const auto& clinic = std::get<Clinic>(world.services[1].is);
  EXPECT_EQ(format(clinic.sessions.is), "60 per week");
  EXPECT_EQ(clinic.slots[0].per_session.is.value, 4);
  EXPECT_EQ(clinic.cost.is.pounds, 800);
  EXPECT_EQ(clinic.not_brought.is.value, 0.1);
  EXPECT_NEAR(world.bought_from_outside[0].cases.is.per_day, 20.0 / 7, 1e-12);
  EXPECT_EQ(world.pathways[0].steps[0].at_start->children.is.value, 250);
  EXPECT_EQ(world.provision[0].places->is.value, 120);
  EXPECT_EQ(world.provision[0].places->then[0].is.value, 200);
  EXPECT_EQ(world.provision[0].over_number.is.value, 30);
  EXPECT_EQ(world.provision[0].at_start.is.value, 110);
  EXPECT_TRUE(std::isinf(world.provision[1].places->is.value));
  EXPECT_EQ(world.money.high_needs_block->is.pounds, 100'000'000);
  EXPECT_EQ(world.money.one_off[0].amount.is.pounds, 300'000);
  EXPECT_EQ(world.while_waiting[0].rate.is.per_day, world_of(kCounty).while_waiting[0].rate.is.per_day);
  EXPECT_EQ(world.mixes[0].district[0].weight.is.value, 2);
}

TEST(Repeat, ASmallerWorldHasAsManySessionsWithFewerSlots) {
  const Scenario world = repeated(kCounty, {.size = 0.5}).scenario;
  const auto& clinic = std::get<Clinic>(world.services[1].is);
  EXPECT_EQ(format(clinic.sessions.is), "6 per week");
  EXPECT_EQ(clinic.slots[0].per_session.is.value, 2);
  EXPECT_EQ(clinic.cost.is.pounds, 400);
  EXPECT_EQ(std::get<Team>(world.services[0].is).staff.is.value, 2.25);
}

TEST(Repeat, EveryAreaHasItsOwnOfEverythingAndNoWayToAnother) {
  const Scenario world = repeated(kCounty, {.areas = 2}).scenario;
  EXPECT_THAT(world.services.names(),
              ElementsAre("area 1: therapists", "area 1: clinic", "area 2: therapists", "area 2: clinic"));
  EXPECT_EQ(world.demand[1].enters.text, "area 2: therapy");
  EXPECT_EQ(world.demand[1].children->text, "area 2: any child of the area");
  EXPECT_EQ(world.roads[1].from.text, "area 2: north");
  const Pathway& therapy = *world.pathways.find("area 2: therapy");
  EXPECT_EQ(therapy.steps[0].service[0].text, "area 2: therapists");
  EXPECT_EQ(therapy.steps[0].at_start->mix->text, "area 2: pupils");
  EXPECT_EQ(therapy.steps[0].next[0].split[0].name, "place") << "a step, though a pathway has that name too";
  EXPECT_EQ(therapy.steps[1].refer->text, "area 2: place");
  EXPECT_EQ(therapy.re_referrals[0].after[0].text, "area 2: gone");
  EXPECT_EQ(therapy.re_referrals[0].after[1].text, "helped");
  const std::vector<Name> here{{"area 2: north", {}}, {"area 2: south", {}}};
  EXPECT_EQ(world.pathways.find("area 2: place")->steps[1].at_start->when.district, here);
  const WhileWaiting& gone = *world.while_waiting.find("area 2: gone");
  EXPECT_EQ(gone.at[0].text, "area 2: therapists");
  EXPECT_EQ(gone.at[1].text, "place");
  EXPECT_EQ(gone.moves_to->text, "area 2: mainstream");
  EXPECT_EQ(gone.when.district, here);
  const Provision& school = *world.provision.find("area 2: school");
  EXPECT_EQ(school.takes_from, here);
  EXPECT_EQ(school.afterwards[0].split[0].name, "area 2: mainstream");
  EXPECT_EQ(school.afterwards[0].split[1].name, "area 2: place");
  EXPECT_EQ(school.afterwards[0].split[2].name, "plan ends");
  EXPECT_EQ(world.placement.without_a_place[1].to.text, "area 2: nowhere");
  EXPECT_EQ(world.placement.without_a_place[1].district, here);
  EXPECT_EQ(world.plans->reviewed_on[1].to.text, "area 2: review");
  EXPECT_EQ(world.placement.transfer->asked[1].enters.text, "area 2: place");
  EXPECT_EQ(world.money.high_needs_block->is.pounds, 20'000'000) << "one purse";
  EXPECT_EQ(world.children.needs, std::vector<std::string>{"autism"});
}

TEST(Repeat, WhatIsWrittenReadsBackAsTheSame) {
  const Scenario world = repeated(kCounty, {.areas = 3, .size = 0.7, .spread = 0.5}).scenario;
  EXPECT_EQ(text_of(world_of(text_of(world))), text_of(world));
}

TEST(Repeat, WholeNumbersOfTheAreasAddUp) {
  const Repeated many = repeated(kCounty, {.areas = 20, .size = 0.3, .spread = 0.6});
  double places = 0;
  double at_start = 0;
  for (const Provision& provision : many.scenario.provision) {
    if (!provision.district) continue;
    places += provision.places->is.value;
    at_start += static_cast<double>(provision.at_start.is.value);
    EXPECT_EQ(std::floor(provision.places->is.value), provision.places->is.value);
    EXPECT_LE(static_cast<double>(provision.at_start.is.value), provision.places->is.value + 1);
  }
  EXPECT_EQ(places, 12 * 20 * 0.3);
  EXPECT_EQ(at_start, 11 * 20 * 0.3);
  EXPECT_GT(many.rounded_to_nothing, 0U) << "of 3 children, most areas have none";
}

TEST(Repeat, ArrivalsByIntervalsCanNotGrow) {
  std::string yaml = kCounty;
  yaml.replace(yaml.find("rate: {is: 120"), yaml.find(", enters: therapy") - yaml.find("rate: {is: 120"),
               "intervals: 3 days");
  const Scenario world = world_of(yaml);
  Diagnostics diagnostics;
  EXPECT_FALSE(repeat(world, {.size = 2}, diagnostics));
  EXPECT_THAT(diagnostics.all().front().message, HasSubstr("`intervals` can not be made larger"));
  Diagnostics none;
  EXPECT_TRUE(repeat(world, {.areas = 2}, none));
}

TEST(AreaSizes, AreAlikeOrSpreadAsAskedAndKeepTheirMean) {
  EXPECT_THAT(area_sizes({.areas = 3, .size = 2}), ElementsAre(2, 2, 2));
  const std::vector<double> sizes = area_sizes({.areas = 151, .size = 0.7, .spread = 0.62});
  EXPECT_NEAR(std::accumulate(sizes.begin(), sizes.end(), 0.0) / 151, 0.7, 1e-12);
  EXPECT_TRUE(std::is_sorted(sizes.begin(), sizes.end()));
  double square = 0;
  for (const double size : sizes) square += std::pow(std::log(size / sizes[75]), 2);
  EXPECT_NEAR(std::sqrt(square / 151), 0.62, 0.01);
}

}  // namespace
}  // namespace sendcap::scenario
