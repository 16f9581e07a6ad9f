#include <string>
#include <utility>
#include <vector>

#include "../figure_words.hpp"
#include "../shown_number.hpp"
#include "html.hpp"
#include "results_view.hpp"
#include "sections.hpp"

// What each plan changes in words, told from a `comparison.json`.

namespace sendcap::report {
namespace {

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
  for (const Json& plan : comparison.at("plans")) {
    if (!plan.contains("findings")) continue;  // the scenario as it stands
    html += "<h3>" + escaped(plan.at("plan").get<std::string>()) + "</h3>\n";
    if (plan.at("description").is_string() && !plan.at("description").get<std::string>().empty())
      html += "<p class=\"words\">" + escaped(plan.at("description").get<std::string>()) + "</p>\n";
    html += "<ul class=\"findings\">\n";
    for (const Json& finding : plan.at("findings"))
      html += "<li>" + escaped(finding.get<std::string>()) + "</li>\n";
    html += "</ul>\n";
  }
  return html;
}

}  // namespace sendcap::report
