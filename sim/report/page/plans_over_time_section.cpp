#include <algorithm>
#include <cctype>
#include <optional>
#include <string>
#include <vector>

#include "../figure_words.hpp"
#include "../shown_number.hpp"
#include "chart.hpp"
#include "compared_lists.hpp"
#include "sections.hpp"

// How the longest lists, and the waits of those on them, go on with each plan, from a `comparison.json`.

namespace sendcap::report {
namespace {

using OutcomesOf = std::vector<const Json*> ComparedList::*;

void add_line(const Json& comparison, const ComparedList& list, const std::vector<const Json*>& outcomes,
              std::size_t plan, Chart& chart) {
  const std::string title = plan_title(comparison, plan);
  for (const Json* outcome : outcomes) {
    const engine::Interval value = interval_in(outcome->at("values").at(plan));
    chart.values.push_back(
        drawn({{"panel", list.name}, {"series", title}, {"kind", "estimate"}, {"date", outcome->at("date")}},
              within_reach(value, Style::plain)));
    chart.table.rows.push_back(
        {list.name, title, day_words(outcome->at("date")), shown(within_reach(value, Style::plain))});
  }
}

// `3,267 wait for autism assessment on 1 April 2029 with bundle, 4,454 as things stand`: the plan that moves
// the longest list that any plan clearly moves, most.
std::string heading_of(const Json& comparison, const std::vector<ComparedList>& lists, OutcomesOf outcomes) {
  for (const ComparedList& list : lists) {
    if ((list.*outcomes).empty()) continue;
    const Json& last = *(list.*outcomes).back();
    const std::optional<LargestChange> largest = largest_change(last);
    if (!largest) continue;
    const std::string title = plan_title(comparison, largest->plan);
    const std::string with = shown_mean(interval_in(last.at("values").at(largest->plan)));
    const std::string without = shown_mean(interval_in(last.at("values").at(0)));
    const std::string unit = last.at("unit");
    const std::string on = " on " + day_words(last.at("date"));
    const std::string text = unit == "children"
                                 ? with + " wait for " + list.name + on + " with “" + title + "”, " + without
                                 : "Those waiting for " + list.name + on + " have waited " + with + " " +
                                       unit + " with “" + title + "”, " + without;
    return text + " as things stand" + and_but_moved_on(comparison, largest->plan, list.name);
  }
  return "No plan moves these lists in a way that can be told from chance";
}

Chart over_time(const Json& comparison, const std::vector<ComparedList>& lists, OutcomesOf outcomes,
                const std::string& id, const std::string& of_what) {
  const std::vector<const Json*>& first = lists.front().*outcomes;
  const std::string unit = first.empty() ? "" : first.front()->at("unit");
  const std::string in_unit = unit.empty() || unit == "children" ? "" : ", in " + unit + ",";
  Chart chart;
  chart.id = id;
  chart.picture = "trajectory";
  chart.heading = heading_of(comparison, lists, outcomes);
  chart.words =
      "Lines: " + of_what + in_unit +
      " at the dates that are compared, with the band of the interval of the mean. A panel for each of "
      "the longest lists; in it the scenario as it stands and the plans that clearly change it.";
  chart.table.caption = of_what;
  chart.table.caption.front() = static_cast<char>(std::toupper(chart.table.caption.front()));
  chart.table.columns = {{"List"}, {"Plan"}, {"Date"}, {"Mean, with interval", true}};
  std::vector<const Json*> all;
  for (const ComparedList& list : lists)
    all.insert(all.end(), (list.*outcomes).begin(), (list.*outcomes).end());
  const std::vector<std::size_t> drawn = plans_drawn(all);
  for (const ComparedList& list : lists) {
    add_line(comparison, list, list.*outcomes, 0, chart);
    for (const std::size_t plan : plans_that_change(list.*outcomes))
      if (std::find(drawn.begin(), drawn.end(), plan) != drawn.end())
        add_line(comparison, list, list.*outcomes, plan, chart);
  }
  return chart;
}

}  // namespace

std::string plans_over_time_section(const Json& comparison) {
  const std::vector<ComparedList> lists = compared_lists(comparison);
  if (lists.empty()) return {};
  return html_figures(
      {over_time(comparison, lists, &ComparedList::waiting, "plans-lists", "children waiting"),
       over_time(comparison, lists, &ComparedList::waits, "plans-waits",
                 "how long those waiting have waited so far on average")});
}

}  // namespace sendcap::report
