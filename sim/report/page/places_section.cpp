#include <algorithm>

#include "../shown_number.hpp"
#include "chart.hpp"
#include "sections.hpp"

// Places and those who hold them, and where the children are who have none.

namespace sendcap::report {
namespace {

// Places of a kind of provision are the sum over its provision; a kind may have no limit.
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
  chart.heading = shown(all_children, 0) + " children hold " + shown(all_places, 0) + " places";
  chart.words = "Two bars for each school, base or unit with a limit of places, on " + day_words(end) +
                " in '" + plan.name() + "': the places there are, and the children who hold one.";
  return chart;
}

Chart without_a_place(const PlanEstimates& plan) {
  Chart chart;
  chart.id = "without-a-place";
  chart.picture = "bars";
  const std::string& end = plan.dates().back();
  chart.table.caption = "Children without a place, on " + day_words(end) + ", by district";
  chart.table.columns = {{"District"}, {"Children, with interval", true}};
  for (const std::string& group : plan.groups("district")) {
    const auto children = plan.at_end("plans", "without a place", "plans", group);
    if (!children) continue;
    const std::string district = group.substr(std::string("district: ").size());
    chart.table.rows.push_back({district, shown(*children)});
    chart.values.push_back({{"subject", district},
                            {"mean", number(children->mean)},
                            {"low", number(std::max(children->low, 0.0))},
                            {"high", number(children->high)}});
  }
  if (const auto all = plan.at_end("plans", "without a place", "plans"))
    chart.heading = shown(all->mean, 0) + " children with a plan have no place on " + day_words(end);
  chart.words =
      "A bar for each district: children with a plan who are not placed, with the interval of the mean.";
  return chart;
}

}  // namespace

std::string places_section(const Plans& plans) {
  std::string html;
  for (const Chart& chart : {places(plans.front()), without_a_place(plans.front())})
    if (!chart.table.rows.empty()) html += html_figure(chart);
  return html;
}

}  // namespace sendcap::report
