#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "../figure_words.hpp"
#include "../shown_number.hpp"
#include "chart.hpp"
#include "sections.hpp"

// What each plan changes, told from a `comparison.json`.

namespace sendcap::report {
namespace {

constexpr std::size_t kMostPanels = 8;
// What a panel asks first about a plan, in this order.
constexpr std::array<const char*, 5> kHeadlines{"waiting", "without a place",
                                                "done in time without exceptions, share",
                                                "wait of those seen, mean", "spent"};

bool changes_clearly(const Json& outcome) {
  return std::any_of(outcome.at("differences").begin(), outcome.at("differences").end(),
                     [](const Json& difference) { return difference.at("verdict") == "clear"; });
}

// The largest clear change of any plan beside the value as things stand.
double relative_change(const Json& outcome) {
  double largest = 0;
  const double stands = std::max(std::abs(interval_in(outcome.at("values").at(0)).mean), 1e-9);
  for (const Json& difference : outcome.at("differences"))
    if (difference.at("verdict") == "clear")
      largest = std::max(largest, std::abs(interval_in(difference).mean) / stands);
  return largest;
}

std::size_t rank_of(const Json& outcome) {
  const std::string measure = outcome.at("measure");
  const auto found = std::find(kHeadlines.begin(), kHeadlines.end(), measure);
  return static_cast<std::size_t>(found - kHeadlines.begin());
}

// Services are told of where a plan lengthens their queue; what people ask about is pathways.
// Those of the headlines that some plan clearly changes, at the last date at which one does, the most changed
// of each measure first.
std::vector<const Json*> panels(const Json& comparison) {
  std::vector<const Json*> chosen;
  for (const Json& outcome : comparison.at("outcomes")) {
    if (rank_of(outcome) == kHeadlines.size() || outcome.at("kind") == "service" || !changes_clearly(outcome))
      continue;
    const auto same = std::find_if(chosen.begin(), chosen.end(), [&](const Json* one) {
      return (*one).at("measure") == outcome.at("measure") && (*one).at("service") == outcome.at("service");
    });
    if (same != chosen.end())
      *same = &outcome;  // dates stand in order
    else
      chosen.push_back(&outcome);
  }
  std::stable_sort(chosen.begin(), chosen.end(), [](const Json* left, const Json* right) {
    return relative_change(*left) > relative_change(*right);
  });
  if (chosen.size() > kMostPanels) chosen.resize(kMostPanels);
  std::stable_sort(chosen.begin(), chosen.end(),
                   [](const Json* left, const Json* right) { return rank_of(*left) < rank_of(*right); });
  return chosen;
}

std::string when_words(const Json& outcome) {
  const std::string date = outcome.at("date");
  return (date == kWholeRun ? "over the whole run" : "on " + day_words(date)) + ", in " +
         outcome.at("unit").get<std::string>();
}

}  // namespace

namespace {

constexpr double kQueueGrows = 10;  // children; fewer are no finding

// The queues of services that a plan clearly lengthens: a shorter list of a pathway may only have moved on to
// the next service.
std::vector<std::string> longer_queues(const Json& comparison, std::size_t plan) {
  std::map<std::string, std::string> by_service;  // of the last date at which it does
  for (const Json& outcome : comparison.at("outcomes")) {
    if (outcome.at("kind") != "service" || outcome.at("measure") != "waiting") continue;
    const Json& difference = outcome.at("differences").at(plan - 1);
    const engine::Interval change = interval_in(difference);
    if (difference.at("verdict") != "clear" || change.mean < kQueueGrows) continue;
    const std::string service = outcome.at("service");
    by_service[service] = shown(change) + " more children are in the queue of the service “" + service +
                          "” " + "on " + day_words(outcome.at("date")) + ": " +
                          shown(interval_in(outcome.at("values").at(plan)).mean, 0) + " instead of " +
                          shown(interval_in(outcome.at("values").at(0)).mean, 0) + ".";
  }
  std::vector<std::string> sentences;
  for (const auto& [service, sentence] : by_service) sentences.push_back(sentence);
  return sentences;
}

std::string at_a_glance(const Json& comparison) {
  HtmlTable table;
  table.caption = "The plans at a glance";
  table.columns = {{"Plan"}, {"Costs more than as it stands, over the run", true}};
  const Json& plans = comparison.at("plans");
  for (const Json& target : plans.at(0).value("targets", Json::array()))
    table.columns.push_back({"Chance of target: " + target.at("target").get<std::string>(), true});
  for (const Json& plan : plans) {
    const Json cost = plan.value("extra_cost", Json());
    std::vector<std::string> row{plan.at("plan"), cost.is_object() && cost.at("mean").is_number()
                                                      ? change_words(interval_in(cost), "pounds") + ", " +
                                                            cost.at("verdict").get<std::string>()
                                                      : "–"};
    for (const Json& target : plan.value("targets", Json::array()))
      row.push_back(target.at("chance").at("mean").is_number()
                        ? shown(interval_in(target.at("chance")), Style::share)
                        : "nobody to measure");
    table.rows.push_back(std::move(row));
  }
  return html_table(table);
}

}  // namespace

std::string comparison_findings(const Json& comparison) {
  std::string html =
      at_a_glance(comparison) +
      "<p>A difference is called clear when chance does not explain it. All measures of a plan are judged "
      "together, as among hundreds some differ by luck; so what is unclear may have an interval that leaves "
      "0 "
      "out.</p>\n";
  std::size_t number_of_plan = 0;
  for (const Json& plan : comparison.at("plans")) {
    if (!plan.contains("findings")) {  // the scenario as it stands
      ++number_of_plan;
      continue;
    }
    html += "<h3>" + escaped(plan.at("plan").get<std::string>()) + "</h3>\n";
    if (plan.at("description").is_string() && !plan.at("description").get<std::string>().empty())
      html += "<p class=\"words\">" + escaped(plan.at("description").get<std::string>()) + "</p>\n";
    html += "<ul class=\"findings\">\n";
    for (const std::string& queue : longer_queues(comparison, number_of_plan))
      html += "<li>" + escaped(queue) + "</li>\n";
    for (const Json& finding : plan.at("findings"))
      html += "<li>" + escaped(finding.get<std::string>()) + "</li>\n";
    html += "</ul>\n";
    ++number_of_plan;
  }
  return html;
}

std::string differences_section(const Json& comparison) {
  Chart chart;
  chart.id = "differences";
  chart.picture = "differences";
  chart.table.caption = "Difference to the scenario as it stands";
  chart.table.columns = {
      {"Outcome"}, {"Plan"}, {"As it stands", true}, {"Difference, with interval", true}, {"Verdict"}};
  std::size_t clear = 0;
  for (const Json* outcome : panels(comparison)) {
    const std::string unit = (*outcome).at("unit");
    for (std::size_t p = 0; p < (*outcome).at("differences").size(); ++p) {
      const Json& difference = (*outcome).at("differences").at(p);
      const std::string plan = comparison.at("plans").at(p + 1).at("plan");
      const engine::Interval change = interval_in(difference);
      if (difference.at("verdict") == "clear") ++clear;
      const std::string service = outcome->at("service");
      const std::string measure = outcome->at("measure");
      chart.values.push_back({{"panel", service + "|" + measure + "|" + when_words(*outcome)},
                              {"plan", plan},
                              {"mean", number(change.mean)},
                              {"low", number(change.low)},
                              {"high", number(change.high)},
                              {"verdict", difference.at("verdict")}});
      chart.table.rows.push_back({service + ": " + measure + " " + when_words(*outcome), plan,
                                  value_words(interval_in((*outcome).at("values").at(0)), unit),
                                  change_words(change, unit), difference.at("verdict")});
    }
  }
  if (chart.values.empty())
    return "<p>No plan changes the lists, the waits, the places or the money in a way that can be told from "
           "chance.</p>\n";
  chart.heading = std::to_string(clear) + " of these " + std::to_string(chart.values.size()) +
                  " differences are larger than chance can explain";
  chart.words =
      "A panel for each outcome that some plan clearly changes; in it a point for each plan, the difference "
      "to the "
      "scenario as it stands with its interval. Filled points are clear; hollow ones can not be told from "
      "chance, or are the same.";
  return html_figure(chart);
}

namespace {

// The subject, and what of it, in a line each.
std::string in_two_lines(std::string of) {
  const std::size_t comma = of.find(", ");
  return comma == std::string::npos ? of : of.replace(comma, 2, "|");
}

Chart gains_chart(const Json& plan, std::size_t number_of_chart) {
  Chart chart;
  chart.id = "gains-" + std::to_string(number_of_chart);
  chart.picture = "gains";
  const std::string name = plan.at("plan");
  chart.table.caption = "Who gains and who loses with " + name;
  chart.table.columns = {{"Of what"}, {"By"}, {"Who"}};
  std::size_t gain = 0;
  std::size_t lose = 0;
  for (const Json& one : plan.at("gains_and_losses")) {
    chart.table.rows.push_back({one.at("of"), one.at("dimension"), one.at("words")});
    const bool drawn = chart.table.rows.size() <= kMostPanels;
    for (const Json& group : one.at("groups")) {
      ++(group.at("gains").get<bool>() ? gain : lose);
      if (!drawn) continue;
      const engine::Interval change = interval_in(group);
      chart.values.push_back(
          {{"panel", in_two_lines(one.at("of")) + "|by " + one.at("dimension").get<std::string>() + ", in " +
                         one.at("unit").get<std::string>()},
           {"group", group.at("group")},
           {"mean", number(change.mean)},
           {"low", number(change.low)},
           {"high", number(change.high)},
           {"who", group.at("gains").get<bool>() ? "gains" : "loses"}});
    }
  }
  chart.heading = name + ": groups clearly gain " + std::to_string(gain) + " times and lose " +
                  std::to_string(lose) + " times";
  chart.words =
      "A panel for each measure and dimension (the first " + std::to_string(kMostPanels) +
      "); in it a point for each group that clearly gains (circles) or loses (diamonds), the difference to "
      "the scenario as it stands with its interval.";
  return chart;
}

}  // namespace

std::string gains_section(const Json& comparison) {
  std::vector<Chart> charts;
  for (const Json& plan : comparison.at("plans"))
    if (plan.contains("gains_and_losses")) charts.push_back(gains_chart(plan, charts.size() + 1));
  const std::string html = html_figures(charts);
  if (html.empty()) return "<p>No group of children clearly gains or loses with any of the plans.</p>\n";
  return html;
}

}  // namespace sendcap::report
