#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "../figure_words.hpp"
#include "../shown_number.hpp"
#include "html.hpp"
#include "results_view.hpp"
#include "sections.hpp"
#include "target_words.hpp"

// What each plan changes in words, told from a `comparison.json`.

namespace sendcap::report {
namespace {

// `Target: plans in time (at least 60% wanted)`.
std::string target_heading(const Json& target) {
  const std::string want = wanted(target, target.value("unit", ""));
  return "Target: " + target.at("target").get<std::string>() + (want.empty() ? "" : " (" + want + " wanted)");
}

// `86% (85% to 87%) expected; met in 100% (84% to 100%) of runs`.
std::string target_fares(const Json& target) {
  if (!target.at("chance").at("mean").is_number()) return "nobody to measure";
  return value_words(interval_in(target.at("value")), target.value("unit", "")) + " expected; met in " +
         shown(interval_in(target.at("chance")), Style::share) + " of runs";
}

std::string cost_words(const Json& cost) {
  if (!cost.is_object() || !cost.at("mean").is_number()) return "–";
  return change_words(interval_in(cost), "pounds") + ", " + cost.at("verdict").get<std::string>();
}

// A row for each plan; its cells are words that wrap, so that the table fits where it can be read.
std::string at_a_glance(const Json& comparison) {
  HtmlTable table;
  table.caption = "The plans at a glance: what they cost, what is expected of each target, and its chance";
  table.columns = {{"Plan"}, {"Costs more than as it stands, over the run"}};
  const Json& plans = comparison.at("plans");
  for (const Json& target : plans.at(0).value("targets", Json::array()))
    table.columns.push_back({target_heading(target)});
  for (const Json& plan : plans) {
    std::vector<std::string> row{plan.at("plan"), cost_words(plan.value("extra_cost", Json()))};
    for (const Json& target : plan.value("targets", Json::array())) row.push_back(target_fares(target));
    table.rows.push_back(std::move(row));
  }
  return html_table(table);
}

std::string list_of(const Json& findings, std::size_t begin, std::size_t end) {
  std::string html = "<ul class=\"findings\">\n";
  for (std::size_t f = begin; f < end; ++f)
    html += "<li>" + escaped(findings.at(f).get<std::string>()) + "</li>\n";
  return html + "</ul>\n";
}

// What weighs most; what else is clear can be opened; what is small, unclear or the same.
std::string findings_of(const Json& plan) {
  const Json& all = plan.at("findings");
  const std::size_t first = plan.value("findings_told_first", all.size());
  const std::size_t rest = all.size() - plan.value("findings_of_the_rest", std::size_t{0});
  std::string html = list_of(all, 0, std::min(first, all.size()));
  if (rest > first)
    html += "<details><summary>And " + std::to_string(rest - first) + " more clear " +
            (rest - first == 1 ? "change" : "changes") + "</summary>\n" + list_of(all, first, rest) +
            "</details>\n";
  if (rest < all.size()) html += list_of(all, rest, all.size());
  return html;
}

}  // namespace

std::string comparison_findings(const Json& comparison) {
  std::string html =
      at_a_glance(comparison) +
      "<p>A difference is called clear when chance does not explain it. All measures of a plan are judged "
      "together, as among hundreds some differ by luck; so what is unclear may have an interval that leaves "
      "0 "
      "out.</p>\n";
  for (const Json& plan : comparison.at("plans")) {
    if (!plan.contains("findings")) continue;  // the scenario as it stands
    html += "<h3>" + escaped(plan.at("plan").get<std::string>()) + "</h3>\n";
    if (plan.at("description").is_string() && !plan.at("description").get<std::string>().empty())
      html += "<p class=\"words\">" + escaped(plan.at("description").get<std::string>()) + "</p>\n";
    html += findings_of(plan);
  }
  return html;
}

}  // namespace sendcap::report
