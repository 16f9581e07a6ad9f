#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "../shown_number.hpp"
#include "chart.hpp"
#include "sections.hpp"

// Places and those who hold them, and where the children are who have none.

namespace sendcap::report {
namespace {

// Of a provision with a limit, or of several.
struct Places {
  engine::Interval there;
  engine::Interval taken;
  engine::Interval free;
  engine::Interval over;

  void add(const Places& one) {
    there.mean += one.there.mean;
    taken.mean += one.taken.mean;
    free.mean += one.free.mean;
    over.mean += one.over.mean;
  }
};

std::optional<Places> places_of(const PlanEstimates& plan, const std::string& provision) {
  const auto there = plan.at_end("provision", "places", provision);
  const auto taken = plan.at_end("provision", "occupied", provision);
  if (!there || !taken || there->mean < 1) return std::nullopt;
  const auto of = [&](const char* measure) {
    return plan.at_end("provision", measure, provision).value_or(engine::Interval{});
  };
  return Places{*there, *taken, of("free"), of("over number")};
}

std::vector<std::string> row_of(const std::string& name, const Places& places) {
  return {name, shown(places.there.mean, 0), shown(places.taken), shown_mean(places.free),
          shown_mean(places.over)};
}

// Of each school, base or unit with a limit.
Chart places(const PlanEstimates& plan) {
  Chart chart;
  chart.id = "places-and-children";
  chart.picture = "grouped_bars";
  const std::string& end = plan.dates().back();
  chart.table.caption = "Provision with a limit of places, on " + day_words(end);
  chart.table.columns = {{"Provision"},
                         {"Places", true},
                         {"Children there", true},
                         {"Free", true},
                         {"Children over number", true}};
  Places all;
  for (const std::string& name : plan.subjects("provision", "places")) {
    const auto one = places_of(plan, name);
    if (!one) continue;
    all.add(*one);
    chart.table.rows.push_back(row_of(name, *one));
    for (const auto& [series, value] :
         {std::pair{"places", one->there}, std::pair{"children there", one->taken}})
      chart.values.push_back(
          {{"subject", name}, {"series", series}, {"mean", number(value.mean)}, {"text", shown_mean(value)}});
  }
  if (chart.table.rows.empty()) return chart;
  chart.table.rows.push_back({"all of them", shown(all.there.mean, 0), shown(all.taken.mean, 0),
                              shown(all.free.mean, 0), shown(all.over.mean, 0)});
  chart.heading = shown(all.taken.mean, 0) + " children are in settings with " + shown(all.there.mean, 0) +
                  " places: " + shown(all.over.mean, 0) + " over number in some, and " +
                  shown(all.free.mean, 0) + " places free in others";
  chart.words =
      "Two bars for each school, base or unit with a limit of places, on " + day_words(end) + " in '" +
      plan.name() +
      "': the places there are, and the children who hold one. Numbers are means over the runs, so "
      "that a half of a place is free for half of them. Over number are children beyond the places of "
      "their phase or year group, so that a school can have places free and children over number.";
  return chart;
}

// Where children live who are placed or wait, and where the places are; likewise by age.
struct Demand {
  double places = 0;
  double there = 0;
  double waiting = 0;
  double free = 0;
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
    const auto places = places_of(plan, provision.at("provision"));
    if (!places) continue;
    const std::string name =
        provision.at(field).is_string() ? provision.at(field).get<std::string>() : "no district";
    if (demand.find(name) == demand.end()) order.push_back(name);
    demand[name].places += places->there.mean;
    demand[name].there += places->taken.mean;
    demand[name].free += places->free.mean;
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

// By district, or of all where nothing is known by district.
std::vector<std::pair<std::string, engine::Interval>> without_by_district(const PlanEstimates& plan) {
  const std::string dimension = "district";
  std::vector<std::pair<std::string, engine::Interval>> found;
  for (const std::string& group : plan.groups(dimension))
    if (const auto children = plan.at_end("plans", "without a place", "plans", group))
      found.emplace_back(group.substr(dimension.size() + 2), *children);
  const auto all = plan.at_end("plans", "without a place", "plans");
  if (found.empty() && all) found.emplace_back("all", *all);
  return found;
}

Chart without_a_place(const Plans& plans) {
  Chart chart;
  chart.id = "without-a-place";
  chart.picture = "bars";
  const std::string& end = plans.front().dates().back();
  chart.table.caption = "Children without a place, on " + day_words(end) + ", by district";
  chart.table.columns = {{"District"}, {"Plan"}, {"Children, with interval", true}};
  const auto all = plans.front().at_end("plans", "without a place", "plans");
  if (!all) return chart;
  chart.heading = shown(all->mean, 0) + " children with a plan have no place on " + day_words(end);
  for (const PlanEstimates& plan : plans)
    for (const auto& [district, children] : without_by_district(plan)) {
      chart.table.rows.push_back({district, plan.name(), shown(children)});
      if (&plan == &plans.front())
        chart.values.push_back(drawn({{"subject", district}}, within_reach(children, Style::plain)));
    }
  chart.words = "A bar for each district, in '" + plans.front().name() +
                "': children with a plan who are not placed, with the interval of the mean.";
  return chart;
}

}  // namespace

std::string places_section(const Plans& plans, const Json& world) {
  std::vector<Chart> charts{places(plans.front())};
  if (!charts.front().table.rows.empty() && world.is_object())
    charts.push_back(places_against_demand(plans.front(), world));
  charts.push_back(without_a_place(plans));
  return html_figures(charts);
}

}  // namespace sendcap::report
