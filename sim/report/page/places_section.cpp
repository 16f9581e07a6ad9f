#include <algorithm>
#include <map>
#include <utility>

#include "../shown_number.hpp"
#include "chart.hpp"
#include "sections.hpp"

// Places and those who hold them, and where the children are who have none.

namespace sendcap::report {
namespace {

// Of each school, base or unit with a limit.
Chart places(const PlanEstimates& plan) {
  Chart chart;
  chart.id = "places-and-children";
  chart.picture = "places";
  const std::string& end = plan.dates().back();
  chart.table.caption = "Provision with a limit of places, on " + day_words(end);
  chart.table.columns = {{"Provision"}, {"Places", true}, {"Children there", true}, {"Free", true}};
  double all_places = 0;
  double all_children = 0;
  for (const std::string& name : plan.subjects("provision", "places")) {
    const auto there = plan.at_end("provision", "places", name);
    const auto taken = plan.at_end("provision", "occupied", name);
    if (!there || !taken || there->mean < 1) continue;
    all_places += there->mean;
    all_children += taken->mean;
    chart.table.rows.push_back(
        {name, shown(there->mean, 0), shown(*taken), shown(std::max(there->mean - taken->mean, 0.0), 0)});
    for (const auto& [series, value] :
         {std::pair{"places", there->mean}, std::pair{"children there", taken->mean}})
      chart.values.push_back({{"subject", name}, {"series", series}, {"mean", number(value)}});
  }
  chart.heading =
      shown(all_children, 0) + " children are in settings with " + shown(all_places, 0) + " places";
  chart.words = "Two bars for each school, base or unit with a limit of places, on " + day_words(end) +
                " in '" + plan.name() + "': the places there are, and the children who hold one.";
  return chart;
}

// Where children live who are placed or wait, and where the places are; likewise by age.
struct Demand {
  double places = 0;
  double there = 0;
  double waiting = 0;
  double free = 0;  // by setting: one may be over its number while another has room
};

// Of what a panel is about, and no more, there is a bar.
struct Panel {
  std::string name;
  bool has_places = false;
  bool has_waiting = false;
};

void add_panel(Chart& chart, const Panel& panel, const std::vector<std::string>& order,
               std::map<std::string, Demand>& demand) {
  for (const std::string& subject : order) {
    const Demand& one = demand[subject];
    const auto add = [&](const char* series, double value) {
      chart.values.push_back(
          {{"panel", panel.name}, {"subject", subject}, {"series", series}, {"mean", number(value)}});
    };
    if (panel.has_places) add("places", one.places);
    if (panel.has_places) add("children there", one.there);
    if (panel.has_waiting) add("waiting for a place", one.waiting);
    chart.table.rows.push_back({subject, panel.name, panel.has_places ? shown(one.places, 0) : "",
                                panel.has_places ? shown(one.there, 0) : "",
                                panel.has_waiting ? shown(one.waiting, 0) : ""});
  }
}

// Those waiting, by a group such as `district: Redditch`, added to what is known of each.
void add_waiting(const PlanEstimates& plan, const std::string& dimension, std::vector<std::string>& order,
                 std::map<std::string, Demand>& demand) {
  for (const std::string& group : plan.groups(dimension)) {
    const auto waiting = plan.at_end("placement", "waiting", "placement", group);
    if (!waiting) continue;
    const std::string name = group.substr(dimension.size() + 2);
    if (demand.find(name) == demand.end()) order.push_back(name);
    demand[name].waiting = waiting->mean;
  }
}

// The places with a limit and who holds them, by a field of the provision.
std::vector<std::string> add_places(const PlanEstimates& plan, const Json& world, const std::string& field,
                                    std::map<std::string, Demand>& demand) {
  std::vector<std::string> order;
  for (const Json& provision : world.at("provision")) {
    const auto there = plan.at_end("provision", "places", provision.at("provision"));
    const auto taken = plan.at_end("provision", "occupied", provision.at("provision"));
    if (!there || !taken || there->mean < 1) continue;
    const std::string name =
        provision.at(field).is_string() ? provision.at(field).get<std::string>() : "no district";
    if (demand.find(name) == demand.end()) order.push_back(name);
    demand[name].places += there->mean;
    demand[name].there += taken->mean;
    demand[name].free += std::max(there->mean - taken->mean, 0.0);
  }
  return order;
}

// By the numbers in them: `ages 4 to 10` before `ages 11 to 15`.
bool younger(const std::string& left, const std::string& right) {
  const auto numbers = [](const std::string& text) {
    std::vector<int> found;
    for (std::size_t at = text.find_first_of("0123456789"); at != std::string::npos;) {
      const std::size_t end = std::min(text.find_first_not_of("0123456789", at), text.size());
      found.push_back(std::stoi(text.substr(at, end - at)));
      at = text.find_first_of("0123456789", end);
    }
    return found;
  };
  return std::pair(numbers(left), left) < std::pair(numbers(right), right);
}

Chart places_against_demand(const PlanEstimates& plan, const Json& world) {
  Chart chart;
  chart.id = "places-against-demand";
  chart.picture = "demand";
  const std::string& end = plan.dates().back();
  chart.table.caption = "Places with a limit, children there and children waiting, on " + day_words(end);
  chart.table.columns = {{"Of"}, {"By"}, {"Places", true}, {"Children there", true}, {"Waiting", true}};
  std::map<std::string, Demand> districts;
  std::vector<std::string> order = add_places(plan, world, "district", districts);
  add_waiting(plan, "district", order, districts);
  add_panel(chart, {"by district", true, true}, order, districts);
  std::map<std::string, Demand> phases;
  order = add_places(plan, world, "ages", phases);
  std::sort(order.begin(), order.end(), younger);
  add_panel(chart, {"by the ages that a setting takes", true, false}, order, phases);
  std::map<std::string, Demand> ages;
  order.clear();
  add_waiting(plan, "age", order, ages);
  add_panel(chart, {"by the age of those waiting", false, true}, order, ages);
  const auto waiting = plan.at_end("placement", "waiting", "placement");
  if (!waiting) return {};
  double free = 0;
  double all = 0;
  for (const auto& [district, one] : districts) {
    free += one.free;
    all += one.places;
  }
  chart.heading = shown(waiting->mean, 0) + " children wait for a place on " + day_words(end) + ", when " +
                  shown(free, 0) + " of " + shown(all, 0) + " places are free";
  chart.words =
      "Bars: the places of schools, bases and units with a limit where they stand, the children there, and "
      "the children waiting for a place where they live; by district, and by age. Those who wait for a place "
      "have "
      "asked for one and may be in another setting meanwhile; those without a place, below, are in none.";
  return chart;
}

Chart without_a_place(const PlanEstimates& plan) {
  Chart chart;
  chart.id = "without-a-place";
  chart.picture = "bars";
  const std::string& end = plan.dates().back();
  chart.table.caption = "Children without a place, on " + day_words(end) + ", by district";
  chart.table.columns = {{"District"}, {"Children, with interval", true}};
  const auto add = [&](const std::string& name, const engine::Interval& children) {
    chart.table.rows.push_back({name, shown(children)});
    chart.values.push_back(drawn({{"subject", name}}, within_reach(children, Style::plain)));
  };
  const auto all = plan.at_end("plans", "without a place", "plans");
  if (!all) return chart;
  chart.heading = shown(all->mean, 0) + " children with a plan have no place on " + day_words(end);
  const std::string dimension = "district";
  for (const std::string& group : plan.groups(dimension))
    if (const auto children = plan.at_end("plans", "without a place", "plans", group))
      add(group.substr(dimension.size() + 2), *children);
  if (chart.table.rows.empty()) add("all", *all);
  chart.words =
      "A bar for each district: children with a plan who are not placed, with the interval of the mean.";
  return chart;
}

}  // namespace

std::string places_section(const Plans& plans, const Json& world) {
  std::vector<Chart> charts{places(plans.front())};
  if (!charts.front().table.rows.empty() && world.is_object())
    charts.push_back(places_against_demand(plans.front(), world));
  charts.push_back(without_a_place(plans.front()));
  return html_figures(charts);
}

}  // namespace sendcap::report
