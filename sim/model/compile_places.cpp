#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <limits>

#include "compiler.hpp"

// Provision, and the journeys to it. The only file that needs Boost.Graph, which is slow to compile.

namespace sendcap::model {

void Compiler::provision() {
  for (const scenario::Provision& given : scenario_.provision) {
    const std::string path = below("provision", given.name);
    Provision compiled;
    compiled.name = given.name;
    compiled.kind = given.kind;
    const auto district = scenario::resolve(given.district, scenario_.districts, "district",
                                            below(path, "district"), diagnostics_);
    compiled.district = static_cast<std::uint16_t>(district.value_or(0));
    compiled.places = timeline(given.places, below(path, "places"));
    if (given.ages) {
      compiled.first_age = static_cast<int>(given.ages->first.value);
      compiled.last_age = static_cast<int>(given.ages->last.value);
    }
    scenario::Condition suits;
    suits.need = given.needs;
    suits.flag = given.flags;
    compiled.suits = condition(suits, path);
    compiled.has_stay = given.stay.has_value();
    if (given.stay) compiled.stay = distribution(*given.stay, below(path, "stay"));
    if (!given.stay && !given.ages)
      error(given.place, path, "a provision needs either `stay` or `ages`, or children would never leave");
    compiled.has_remaining_stay = given.remaining_stay.has_value();
    if (given.remaining_stay)
      compiled.remaining_stay = distribution(*given.remaining_stay, below(path, "remaining stay"));
    compiled.at_start = static_cast<std::uint32_t>(constant(given.at_start, below(path, "at start")));
    if (compiled.at_start > 0 && model_.warm_up > 0)
      error(given.place, path, "a run that warms up from an empty world has nobody `at start`");
    compiled.mix = mix_index(given.mix, below(path, "mix"));
    compiled.source = key_of_name("provision", given.name);
    compiled.purpose_stay = key_of_name(given.name, "stay");
    model_.provision.push_back(std::move(compiled));
  }
  if (model_.provision.empty()) return;
  // Children placed at the start hold their place in a step of a pathway of their own.
  Step placed;
  placed.name = "placed at start";
  placed.pathway = static_cast<Index>(model_.pathways.size());
  placed.kind = StepKind::place;
  placed.simple_next = true;
  placed.only_next = Target{Target::kOutcomeBit};
  model_.step_of_those_placed = static_cast<Index>(model_.steps.size());
  Pathway own;
  own.first_step = model_.step_of_those_placed;
  own.outcomes = {"left"};
  model_.steps.push_back(std::move(placed));
  model_.pathways.push_back(std::move(own));
}

void Compiler::placement() {
  const scenario::Placement& given = scenario_.placement;
  model_.placement.every = given.every.days;
  model_.placement.rule = given.rule;
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

// Quickest journeys between districts over the road graph (Dijkstra 1959).
void Compiler::journeys() {
  using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property,
                                      boost::property<boost::edge_weight_t, double>>;
  const std::size_t count = scenario_.districts.size();
  Graph graph(count);
  for (const scenario::Road& road : scenario_.roads) {
    const auto from = scenario::resolve(road.from, scenario_.districts, "district", "roads", diagnostics_);
    const auto to = scenario::resolve(road.to, scenario_.districts, "district", "roads", diagnostics_);
    if (from && to) boost::add_edge(*from, *to, constant(road.journey, "roads"), graph);
  }
  constexpr double kNoRoad = std::numeric_limits<double>::infinity();
  model_.placement.journey_days.assign(count * count, kNoRoad);
  for (std::size_t from = 0; from < count; ++from) {
    std::vector<double> distance(count, kNoRoad);
    boost::dijkstra_shortest_paths(graph, from, boost::distance_map(distance.data()).distance_inf(kNoRoad));
    distance[from] = constant(scenario_.districts[from].journey_within, "districts");
    std::copy(distance.begin(), distance.end(),
              model_.placement.journey_days.begin() + static_cast<std::ptrdiff_t>(from * count));
  }
}

}  // namespace sendcap::model
