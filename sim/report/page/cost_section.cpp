#include <algorithm>
#include <string>
#include <vector>

#include "../figure_words.hpp"
#include "../shown_number.hpp"
#include "chart.hpp"
#include "compared_lists.hpp"
#include "sections.hpp"

// What each plan costs beside what it takes off the longest lists, from a `comparison.json`.

namespace sendcap::report {
namespace {

constexpr std::size_t kMostPanels = 4;
constexpr double kMillion = 1e6;

struct Benefit {
  std::string list;
  std::string plan;
  engine::Interval fewer;  // children; negative when there are more
  engine::Interval cost;   // pounds
  bool moved_on = false;   // part of the gain waits further on
};

bool is_known(const Json& interval) {
  return interval.is_object() && interval.at("mean").is_number();
}

// The plan that takes most children off a list for what it costs beyond doing nothing. Where part of them has
// only moved on, that is not known.
const Benefit* most_for_the_money(const std::vector<Benefit>& benefits) {
  const Benefit* best = nullptr;
  for (const Benefit& one : benefits)
    if (one.cost.low > 0 && one.fewer.low > 0 && !one.moved_on &&
        (best == nullptr || one.fewer.mean / one.cost.mean > best->fewer.mean / best->cost.mean))
      best = &one;
  return best;
}

std::string heading_of(const std::vector<Benefit>& benefits) {
  const Benefit* best = most_for_the_money(benefits);
  const auto has_moved_on = [](const Benefit& one) { return one.moved_on && one.cost.low > 0; };
  if (best == nullptr && std::any_of(benefits.begin(), benefits.end(), has_moved_on))
    return "Where a plan that costs more shortens one of these lists, more then wait for what comes after it";
  if (best == nullptr) return "No plan that clearly costs more clearly shortens one of these lists";
  return "“" + best->plan + "” takes most off a list for its cost: " + shown_mean(best->fewer) +
         " fewer wait for " + best->list + ", for £" + shown(best->cost.mean / kMillion, 1) + " million more";
}

// What the panel of a list is called; where a gain on it has moved on, that stands there too.
std::string panel_of(const Json& comparison, const ComparedList& list) {
  std::string panel = list.name + "|fewer waiting on " + day_words(list.waiting.back()->at("date"));
  for (std::size_t plan = 1; plan < comparison.at("plans").size(); ++plan)
    if (const std::string but = but_moved_on(comparison, plan, list.name); !but.empty())
      panel += "|" + plan_title(comparison, plan) + ": " + but;
  return panel;
}

// The plans in one list's panel.
void add_panel(const Json& comparison, const ComparedList& list, Chart& chart,
               std::vector<Benefit>& benefits) {
  const Json& last = *list.waiting.back();
  for (std::size_t plan = 1; plan < comparison.at("plans").size(); ++plan) {
    const Json extra = comparison.at("plans").at(plan).value("extra_cost", Json());
    const Json& difference = last.at("differences").at(plan - 1);
    if (!is_known(extra) || !is_known(difference)) continue;
    const engine::Interval cost = interval_in(extra);
    const engine::Interval change = interval_in(difference);
    const std::string title = plan_title(comparison, plan);
    const bool clear = difference.at("verdict") == "clear";
    const std::string but = but_moved_on(comparison, plan, list.name);
    chart.values.push_back({{"panel", panel_of(comparison, list)},
                            {"plan", title},
                            {"cost", number(cost.mean / kMillion)},
                            {"cost_low", number(cost.low / kMillion)},
                            {"cost_high", number(cost.high / kMillion)},
                            {"fewer", number(-change.mean)},
                            {"low", number(-change.high)},
                            {"high", number(-change.low)},
                            {"verdict", difference.at("verdict")}});
    const Json each = last.at("cost_of_gain").at(plan - 1);
    chart.table.rows.push_back(
        {list.name, title, change_words(cost, "pounds"),
         change_words(change, "children") + ", " + difference.at("verdict").get<std::string>() +
             and_but_moved_on(comparison, plan, list.name),
         is_known(each) && but.empty() ? value_words(interval_in(each), "pounds") : "–"});
    if (clear)
      benefits.push_back({list.name, title, {-change.mean, -change.high, -change.low}, cost, !but.empty()});
  }
}

}  // namespace

std::string cost_section(const Json& comparison) {
  Chart chart;
  chart.id = "cost-against-benefit";
  chart.picture = "plan_front";
  chart.table.caption = "What each plan costs over the run, and how far it changes the list";
  chart.table.columns = {
      {"List"}, {"Plan"}, {"Extra cost", true}, {"Change of the list"}, {"Cost per child fewer", true}};
  std::vector<Benefit> benefits;
  std::size_t panels = 0;
  for (const ComparedList& list : compared_lists(comparison)) {
    if (panels == kMostPanels || plans_that_change({list.waiting.back()}).empty()) continue;
    ++panels;
    add_panel(comparison, list, chart, benefits);
  }
  if (chart.values.empty()) return {};
  chart.heading = heading_of(benefits);
  chart.words =
      "A panel for each of the longest lists that some plan clearly changes; in it a point for each plan: "
      "across, "
      "what it costs more than the scenario as it stands over the run, in million pounds and for all payers; "
      "upwards, how many fewer children wait. Lines are intervals; filled points change the list beyond "
      "chance. "
      "Up and to the left is better. The whole cost of a plan stands in each panel. Where more then wait for "
      "what comes after the list, part of the gain has only moved on: a cost per child fewer is not given.";
  return html_figure(chart);
}

}  // namespace sendcap::report
