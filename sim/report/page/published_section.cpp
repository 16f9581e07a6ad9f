#include <algorithm>

#include "../figure_words.hpp"
#include "../shown_number.hpp"
#include "chart.hpp"
#include "sections.hpp"

// What the model says of that which is published, with the published points beside it.

namespace sendcap::report {
namespace {

// A point may have been published before the run begins, where the model says nothing, or at its start, where
// it says what it was given.
std::string model_at(const PlanEstimates& plan, const EstimateSeries& series, const std::string& date) {
  const std::string& start = plan.dates().front();
  if (date < start) return "before the run";
  const auto value = series.at(date);
  if (!value) return "not told";
  return value_words(*value, series.unit) + (date == start ? ", as it was given" : "");
}

// Gives how many of the points lie within the run.
std::size_t add_series(const PlanEstimates& plan, const Json& published, Chart& chart) {
  const EstimateSeries series =
      plan.find(published.at("measure"), published.at("subject"), published.at("group"));
  const std::string title = published.at("title");
  for (std::size_t d = 0; d < series.dates.size(); ++d) {
    if (series.dates[d] == kWholeRun) continue;
    chart.values.push_back(
        drawn({{"panel", title}, {"series", plan.name()}, {"kind", "estimate"}, {"date", series.dates[d]}},
              within_reach(series.values[d], Style::plain)));
  }
  std::size_t within = 0;
  for (const Json& point : published.at("points")) {
    const double value = point.at("value");
    chart.values.push_back({{"panel", title},
                            {"series", plan.name()},
                            {"kind", "published"},
                            {"date", point.at("date")},
                            {"mean", value}});
    chart.table.rows.push_back({title, day_words(point.at("date")),
                                value_words({value, value, value}, published.at("unit")),
                                model_at(plan, series, point.at("date")), published.at("source")});
    const bool is_within = plan.dates().front() < point.at("date").get<std::string>();
    if (is_within && series.at(point.at("date"))) ++within;
  }
  return within;
}

}  // namespace

std::string published_section(const Plans& plans, const Json& world) {
  if (!world.is_object()) return {};
  Chart chart;
  chart.id = "published";
  chart.picture = "trajectory";
  chart.table.caption = "Published figures and the model's";
  chart.table.columns = {{"What"}, {"On"}, {"Published"}, {"The model, with interval"}, {"Source"}};
  std::size_t within = 0;
  for (const Json& published : world.at("published")) within += add_series(plans.front(), published, chart);
  chart.heading = std::to_string(within) + " of " + std::to_string(chart.table.rows.size()) +
                  " published figures fall on dates within the run";
  chart.words =
      "A panel for each published series: the line of the model with its band, and a diamond for each "
      "published figure. A figure that was used to set the model is no test of it: its source says "
      "so.";
  return html_figures({chart});
}

}  // namespace sendcap::report
