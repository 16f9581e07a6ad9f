#include "../figure_words.hpp"
#include "chart.hpp"
#include "results_view.hpp"
#include "sections.hpp"

// What each plan of a search costs and brings, from a `search.json`.

namespace sendcap::report {

std::string front_section(const Json& search) {
  const Json& goal = search.at("goal");
  const std::string unit = goal.at("unit");
  Chart chart;
  chart.id = "front";
  chart.picture = "front";
  chart.table.caption =
      "Plans tried: " + goal.at("measure").get<std::string>() + ", " + goal.at("service").get<std::string>();
  chart.table.columns = {
      {"Plan"}, {"Extra cost", true}, {"Change", true}, {"Beaten?"}, {"What became of it"}};
  std::size_t on_front = 0;
  for (const Json& plan : search.at("plans")) {
    const engine::Interval cost = interval_in(plan.at("extra_cost"));
    const engine::Interval change = interval_in(plan.at("change"));
    const bool best = plan.at("fate") == "best";
    if (plan.at("front") == "on it") ++on_front;
    chart.table.rows.push_back({plan.at("plan"), value_words(cost, "pounds"), change_words(change, unit),
                                plan.at("front"), plan.at("fate")});
    chart.values.push_back({{"plan", plan.at("plan")},
                            {"cost", number(cost.mean / 1e6)},
                            {"change", number(change.mean)},
                            {"low", number(change.low)},
                            {"high", number(change.high)},
                            {"standing", best ? "best" : plan.at("front").get<std::string>()}});
  }
  if (chart.values.empty()) return {};
  chart.heading = std::to_string(on_front) + " of " + std::to_string(chart.values.size()) +
                  " plans are beaten by none that costs less and brings more";
  chart.words =
      "A point for each plan tried: what it costs more than the scenario as it stands (across, in million "
      "pounds) and how far it changes the goal (up and down), with the interval. Filled points are beaten by "
      "none.";
  return html_figure(chart);
}

}  // namespace sendcap::report
