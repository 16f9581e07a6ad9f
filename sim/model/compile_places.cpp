#include <algorithm>

#include "compiler.hpp"
#include "sendcap/model/journeys.hpp"

// Provision, and the journeys to it.

namespace sendcap::model {
namespace {
constexpr std::string_view kPlanEnds = "plan ends";
}  // namespace

void Compiler::provision() {
  for (const scenario::Provision& given : scenario_.provision) {
    const std::string path = below("provision", given.name);
    Provision compiled;
    compiled.name = given.name;
    compiled.kind = given.kind;
    compiled.out_of_county = given.out_of_county;
    compiled.district = Provision::kEverywhere;
    if (given.district) {
      const auto district = scenario::resolve(*given.district, names_.districts, "district",
                                              below(path, "district"), diagnostics_);
      compiled.district = static_cast<std::uint16_t>(district.value_or(0));
    }
    places(given, path, compiled);
    scenario::Condition suits;
    suits.need = given.needs;
    suits.flag = given.flags;
    suits.district = given.takes_from;
    compiled.suits = condition(suits, path);
    compiled.has_stay = given.stay.has_value();
    if (given.stay) compiled.stay = distribution(*given.stay, below(path, "stay"));
    compiled.has_remaining_stay = given.remaining_stay.has_value();
    if (given.remaining_stay)
      compiled.remaining_stay = distribution(*given.remaining_stay, below(path, "remaining stay"));
    compiled.at_start = static_cast<std::uint32_t>(constant(given.at_start, below(path, "at start")));
    if (compiled.at_start > 0 && model_.warm_up > 0)
      error(given.place, path, "a run that warms up from an empty world has nobody `at start`");
    compiled.mix = mix_index(given.mix, below(path, "mix"));
    compiled.source = key_of_name("provision", given.name);
    compiled.purpose_stay = key_of_name(given.name, "stay");
    compiled.purpose_afterwards = key_of_name(given.name, "afterwards");
    afterwards(given, path, compiled);
    compiled.cost_per_place = pounds_a_day(given.cost.per_place, below(path, "cost"));
    compiled.cost_per_child = pounds_a_day(given.cost.per_child, below(path, "cost"));
    compiled.cost_over_number = pounds_a_day(given.cost.over_number, below(path, "cost"));
    compiled.cost_transport = pounds_a_day(given.cost.transport, below(path, "cost"));
    model_.provision.push_back(std::move(compiled));
  }
  if (!model_.provision.empty()) enrolments();
}

void Compiler::places(const scenario::Provision& given, const std::string& path, Provision& compiled) {
  if (given.places.has_value() != given.groups.empty())
    error(given.place, path, "a provision needs either `places` or `groups`, and not both");
  if (given.ages) {
    compiled.first_age = static_cast<int>(given.ages->first.value);
    compiled.last_age = static_cast<int>(given.ages->last.value);
  }
  compiled.over_number = timeline(given.over_number, below(path, "over number"));
  compiled.first_group = static_cast<Index>(model_.place_groups.size());
  const auto index = static_cast<Index>(model_.provision.size());
  if (given.places)
    model_.place_groups.push_back(
        {index, compiled.first_age, compiled.last_age, timeline(*given.places, below(path, "places"))});
  int after = -1;
  for (const scenario::PlacesGroup& group : given.groups) {
    const int first = static_cast<int>(group.ages.first.value);
    const int last = static_cast<int>(group.ages.last.value);
    if (first <= after)
      error(group.place, below(path, "groups"), "the groups' ages overlap or are not in order");
    after = last;
    model_.place_groups.push_back({index, first, last, timeline(group.places, below(path, "groups"))});
  }
  if (!given.groups.empty() && !given.ages) {
    compiled.first_age = model_.place_groups[compiled.first_group].first_age;
    compiled.last_age = after;
  }
  if (model_.place_groups.size() == compiled.first_group)
    model_.place_groups.push_back({index, 0, 120, Timeline(0.0)});
  compiled.group_count = static_cast<Index>(model_.place_groups.size()) - compiled.first_group;
}

void Compiler::afterwards(const scenario::Provision& given, const std::string& path, Provision& compiled) {
  const std::string here = below(path, "afterwards");
  for (const scenario::NextRule& rule : given.afterwards) {
    if (!compiled.afterwards.empty() && !compiled.afterwards.back().conditional)
      error(rule.place, here, "this rule is never reached: the one before it fits every child");
    AfterwardsRule one;
    one.conditional = rule.when.has_value() && !rule.when->empty();
    if (one.conditional) one.when = condition(*rule.when, here);
    for (const scenario::Name& name : targets_named(rule, here))
      one.targets.push_back(afterwards_target(name, here));
    if (one.targets.empty()) one.targets.emplace_back();
    if (!rule.to) one.shares = Shares(cumulative_shares(rule, here));
    compiled.afterwards.push_back(std::move(one));
  }
}

Afterwards Compiler::afterwards_target(const scenario::Name& name, const std::string& path) {
  Afterwards target;
  if (name.text == kPlanEnds) return target;
  if (const auto provision = names_.provision.find(name.text)) {
    target.kind = Afterwards::Kind::provision;
    target.index = static_cast<Index>(*provision);
  } else if (const auto pathway = names_.pathways.find(name.text)) {
    target.kind = Afterwards::Kind::pathway;
    target.index = static_cast<Index>(*pathway);
  } else {
    std::vector<std::string_view> known{kPlanEnds};
    known.insert(known.end(), names_.provision.names().begin(), names_.provision.names().end());
    known.insert(known.end(), names_.pathways.names().begin(), names_.pathways.names().end());
    (void)scenario::resolve(name, known, "provision or pathway", path, diagnostics_);
  }
  return target;
}

// A step for those enrolled in each provision, on a pathway that nobody else enters.
void Compiler::enrolments() {
  model_.first_enrolled_step = static_cast<Index>(model_.steps.size());
  model_.enrolled_pathway = static_cast<Index>(model_.pathways.size());
  for (Provision& provision : model_.provision) {
    provision.step = static_cast<Index>(model_.steps.size());
    Step enrolled;
    enrolled.name = "placed in " + provision.name;
    enrolled.pathway = model_.enrolled_pathway;
    enrolled.simple_next = true;
    enrolled.only_next = Target{Target::kOutcomeBit};
    model_.steps.push_back(std::move(enrolled));
  }
  Pathway own;
  own.first_step = model_.first_enrolled_step;
  own.outcomes = {"left"};
  model_.pathways.push_back(std::move(own));
}

Index Compiler::provision_index(const scenario::Name& name, const std::string& path) {
  const auto found = scenario::resolve(name, names_.provision, "provision", path, diagnostics_);
  return found ? static_cast<Index>(*found) : 0;
}

void Compiler::placement() {
  const scenario::Placement& given = scenario_.placement;
  model_.placement.every = given.every.days;
  model_.placement.rule = given.rule;
  model_.placement.matching = given.matching;
  if (given.over_number_after)
    model_.placement.over_number_after = timeline(*given.over_number_after, "placement.over number after");
  const std::string without = "placement.without a place";
  model_.placement.without_a_place = by_district(given.without_a_place, without, [&](const auto& name) {
    const Index counted_in = provision_index(name, without);
    if (!model_.provision.empty() &&
        model_.provision[counted_in].kind != scenario::ProvisionKind::not_in_education)
      error(name.place, without, "this provision is not of the kind `not in education`");
    return counted_in;
  });
  double first = time_of(given.first_round);
  if (first < 0) first += std::ceil(-first / given.every.days) * given.every.days;
  model_.placement.first_round = first;
  for (const scenario::TravelLimit& limit : given.travel_limits)
    model_.placement.travel_limits.push_back({static_cast<int>(limit.age.first.value),
                                              static_cast<int>(limit.age.last.value),
                                              timeline(limit.journey, "placement.travel limits")});
  if (model_.end / given.every.days > 1e7)
    error(given.place, "placement.every", "more than ten million placement rounds would be held");
  if (model_.has_placement && model_.provision.empty())
    error(scenario_.place, "provision", "children wait for places, but there is no provision");
  if (!model_.provision.empty()) journeys();
}

namespace {

// The longest journey that a child of some of these ages may ever have.
double longest_journey_ever(const Placement& placement, int first_age, int last_age) {
  double longest = 0;
  for (int age = first_age; age <= last_age; ++age) {
    const auto limit = std::find_if(
        placement.travel_limits.begin(), placement.travel_limits.end(),
        [age](const Placement::TravelLimit& one) { return one.first_age <= age && age <= one.last_age; });
    if (limit == placement.travel_limits.end()) return kNoRoad;
    longest = std::max(longest, limit->journey_days.greatest());
  }
  return longest;
}

// Whether children of a district can have a place in a provision at all.
bool takes_from(const Provision& provision, std::size_t district) {
  return std::all_of(
      provision.suits.tests.begin(), provision.suits.tests.end(),
      [&](const Condition::Test& test) { return test.attribute != 0 || test.allowed[district] != 0; });
}

}  // namespace

// Of a whole nation's provision, few are near enough to a district to be looked at for its children.
void Compiler::journeys() {
  const std::size_t count = scenario_.districts.size();
  std::vector<RoadBetween> roads;
  for (const scenario::Road& road : scenario_.roads) {
    const auto from = scenario::resolve(road.from, names_.districts, "district", "roads", diagnostics_);
    const auto to = scenario::resolve(road.to, names_.districts, "district", "roads", diagnostics_);
    if (from && to) roads.push_back({*from, *to, constant(road.journey, "roads")});
  }
  const std::vector<std::vector<double>> quickest = quickest_journeys(count, roads);
  std::vector<double> longest;
  for (const Provision& provision : model_.provision)
    longest.push_back(longest_journey_ever(model_.placement, provision.first_age, provision.last_age));
  model_.placement.reachable_from.resize(std::max<std::size_t>(count, 1));
  for (std::size_t from = 0; from < model_.placement.reachable_from.size(); ++from) {
    std::vector<double> distance;
    if (count > 0) {
      distance = quickest[from];
      distance[from] = constant(scenario_.districts[from].journey_within, "districts");
    }
    for (Index p = 0; p < model_.provision.size(); ++p) {
      const Provision& provision = model_.provision[p];
      const double journey = provision.district == Provision::kEverywhere ? 0 : distance[provision.district];
      if (journey < kNoRoad && journey <= longest[p] && takes_from(provision, from))
        model_.placement.reachable_from[from].push_back({p, journey});
    }
  }
}

}  // namespace sendcap::model
