#include <fmt/format.h>

#include <cmath>

#include "diagrams.hpp"
#include "flowchart.hpp"
#include "pathway_links.hpp"
#include "scenario_words.hpp"

namespace sendcap::report {
namespace {

using namespace scenario;  // all that a scenario is made of

std::string_view sort_of(Part part) {
  constexpr std::array<std::string_view, 5> kSorts{"demand", "pathway", "happening", "kind", "plans"};
  return kSorts[static_cast<std::size_t>(part)];
}

std::pair<std::string, std::string> key_of(const End& end) {
  return {std::string(sort_of(end.part)), end.name};
}

// How many settings of a kind there are, and their places at the start.
std::string extent(const Scenario& scenario, const std::string& kind) {
  std::int64_t settings = 0;
  double places = 0;
  for (const Provision& provision : scenario.provision) {
    if (word_of(provision.kind) != kind) continue;
    ++settings;
    if (provision.places) places += provision.places->is.value;
    for (const PlacesGroup& group : provision.groups) places += group.places.is.value;
  }
  const std::string text = counted(settings, "setting", "settings");
  if (places == 0) return text;
  return fmt::format("{}, {} places", text, amount(Capacity{places}));
}

void draw_demand(const Scenario& scenario, Flowchart& chart) {
  for (const Demand& demand : scenario.demand)
    chart.node(sort_of(Part::demand), demand.name, Outline::flag,
               demand.rate ? std::vector{demand.name, amount(demand.rate->is)} : std::vector{demand.name});
}

void draw_end(const Scenario& scenario, const End& end, Flowchart& chart) {
  if (end.part == Part::pathway) chart.node(sort_of(end.part), end.name, Outline::framed, {end.name});
  if (end.part == Part::provision_kind)
    chart.node(sort_of(end.part), end.name, Outline::hexagon, {end.name, extent(scenario, end.name)});
  if (end.part == Part::happening) chart.node(sort_of(end.part), end.name, Outline::slanted, {end.name});
  if (end.part == Part::plans) chart.node(sort_of(end.part), end.name, Outline::rounded, {"plans held"});
}

// The way of every case, or what happens to some children beside it.
void draw_links(const Scenario& scenario, bool usual, Flowchart& chart) {
  for (const Link& link : links(scenario)) {
    if (link.usual != usual) continue;
    draw_end(scenario, link.from, chart);
    draw_end(scenario, link.to, chart);
    chart.arrow(key_of(link.from), key_of(link.to), link.label, usual ? Arrow::solid : Arrow::dotted);
  }
}

}  // namespace

Flowchart overview_chart(const Scenario& scenario) {
  Flowchart chart;
  draw_demand(scenario, chart);
  for (const Pathway& pathway : scenario.pathways)
    chart.node(sort_of(Part::pathway), pathway.name, Outline::framed, {pathway.name});
  draw_links(scenario, true, chart);
  return chart;
}

std::string overview_diagram(const Scenario& scenario) {
  return overview_chart(scenario).fenced("LR");
}

std::string meanwhile_diagram(const Scenario& scenario) {
  Flowchart chart;
  draw_links(scenario, false, chart);
  return chart.fenced("LR");
}

}  // namespace sendcap::report
