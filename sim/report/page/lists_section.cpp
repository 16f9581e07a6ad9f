#include <algorithm>
#include <cmath>

#include "../shown_number.hpp"
#include "chart.hpp"
#include "longest_lists.hpp"
#include "sections.hpp"
#include "sendcap/model/measure.hpp"

// How long the lists are and will be, and how long those on them have waited.

namespace sendcap::report {
namespace {

std::string change_of(const engine::Interval& start, const engine::Interval& end) {
  const double change = end.mean - start.mean;
  if (start.mean < 1) return "";
  if (std::abs(change) < 0.01 * start.mean) return ", about as many as at the start";
  return (change > 0 ? ", up from " : ", down from ") + shown(start.mean, 0) + " at the start";
}

// A measure of each list over the dates of the run: into the picture, and its first and last into the table.
void add_over_time(const Plans& plans, const std::vector<List>& lists, const std::string& measure,
                   Chart& chart) {
  for (const List& list : lists)
    for (const PlanEstimates& plan : plans) {
      const EstimateSeries series = plan.series(list.kind, measure, list.subject);
      for (std::size_t d = 0; d < series.dates.size(); ++d) {
        if (series.dates[d] == kWholeRun) continue;
        const engine::Interval& value = series.values[d];
        chart.values.push_back(drawn(
            {{"panel", list.name}, {"series", plan.name()}, {"kind", "estimate"}, {"date", series.dates[d]}},
            within_reach(value, Style::plain)));
      }
      if (const auto last = series.at(plan.dates().back()))
        chart.table.rows.push_back({list.name, plan.name(), shown_mean(series.values.front()), shown(*last)});
    }
}

Chart lists_over_time(const Plans& plans, const std::vector<List>& lists) {
  const std::string& end = plans.front().dates().back();
  Chart chart;
  chart.id = "lists-over-time";
  chart.picture = "trajectory";
  const List& longest = lists.front();
  chart.heading = shown(longest.at_end.mean, 0) + " children wait for " + longest.name + " on " +
                  day_words(end) + change_of(longest.at_start, longest.at_end);
  chart.words = "Lines: children waiting for each of the " + std::to_string(lists.size()) +
                " longest lists, with the band of the interval of the mean, from " +
                day_words(plans.front().dates().front()) + " to " + day_words(end) +
                ". A panel for each list.";
  chart.table.caption = "Children waiting";
  chart.table.columns = {{"List"}, {"Plan"}, {"At the start", true}, {"At the end, with interval", true}};
  add_over_time(plans, lists, "waiting", chart);
  return chart;
}

Chart waits_over_time(const Plans& plans, const std::vector<List>& lists) {
  const char* measure = "wait of those waiting, mean";
  const std::string& end = plans.front().dates().back();
  Chart chart;
  chart.id = "waits-over-time";
  chart.picture = "trajectory";
  chart.table.caption = "Mean wait so far of those waiting";
  chart.table.columns = {{"List"}, {"Plan"}, {"At the start", true}, {"At the end, with interval", true}};
  add_over_time(plans, lists, measure, chart);
  const EstimateSeries longest = plans.front().series(lists.front().kind, measure, lists.front().subject);
  const auto at_end = longest.at(end);
  if (!at_end) return {};
  chart.heading = "Those waiting for " + lists.front().name + " have waited " + shown_mean(*at_end) + " " +
                  longest.unit + " so far, on average, on " + day_words(end);
  chart.words = "Lines: how long those on each of these lists have waited so far on average, in " +
                longest.unit + ", with the band of the interval of the mean. A panel for each list.";
  return chart;
}

Chart waits_by_band(const PlanEstimates& plan, const std::vector<List>& lists) {
  const std::string& end = plan.dates().back();
  Chart chart;
  chart.id = "waits-by-band";
  chart.picture = "bands";
  double beyond_a_year = 0;
  double all = 0;
  chart.table.caption = "Children waiting on " + day_words(end) + ", by how long they have waited so far";
  chart.table.columns = {{"List"}};
  for (std::size_t band = 0; band < model::kWaitBandCount; ++band)
    chart.table.columns.push_back({std::string(model::wait_band_name(band)), true});
  for (const List& list : lists) {
    std::vector<std::string> row{list.name};
    for (std::size_t band = 0; band < model::kWaitBandCount; ++band) {
      const std::string name(model::wait_band_name(band));
      const auto waiting = plan.at_end(list.kind, "waiting: " + name, list.subject);
      const double mean = waiting ? waiting->mean : 0;
      all += mean;
      if (band + 2 >= model::kWaitBandCount) beyond_a_year += mean;
      row.push_back(shown(mean, 0));
      chart.values.push_back(
          {{"subject", list.name}, {"band", name}, {"order", band}, {"mean", number(mean)}});
    }
    chart.table.rows.push_back(std::move(row));
  }
  chart.heading = shown(all > 0 ? beyond_a_year / all : 0, 0, Style::share) +
                  " of those on these lists have waited over a year";
  chart.words =
      "Bars: children on each list on " + day_words(end) + " in '" + plan.name() +
      "', divided by how long they have waited, from a week (lightest) to over two years (darkest).";
  return chart;
}

}  // namespace

std::string lists_section(const Plans& plans) {
  const std::vector<List> lists = longest_lists(plans.front());
  if (lists.empty()) return {};
  return html_figures(
      {lists_over_time(plans, lists), waits_over_time(plans, lists), waits_by_band(plans.front(), lists)});
}

}  // namespace sendcap::report
