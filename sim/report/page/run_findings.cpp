#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "../interval_caveat.hpp"
#include "../shown_number.hpp"
#include "finding.hpp"
#include "html.hpp"
#include "longest_lists.hpp"
#include "sections.hpp"

// What a run shows, in a few sentences with their numbers.

namespace sendcap::report {
namespace {

std::vector<Finding> list_findings(const PlanEstimates& plan) {
  const std::vector<List> lists = longest_lists(plan);
  if (lists.empty()) return {};
  const List& longest = lists.front();
  const auto growth = [](const List& list) { return list.at_end.mean - list.at_start.mean; };
  const auto growing = std::max_element(lists.begin(), lists.end(), [&](const List& left, const List& right) {
    return growth(left) < growth(right);
  });
  std::vector<Finding> found{{"On " + day_words(plan.dates().back()) + ", " + shown(longest.at_end) +
                                  " children wait for " + longest.name + ", the longest list; " +
                                  shown(longest.at_start.mean, 0) + " did at the start.",
                              "lists-over-time"}};
  if (growth(*growing) >= 1 && growing != lists.begin())
    found.push_back({"The list that grows most is " + growing->name + ", from " +
                         shown(growing->at_start.mean, 0) + " to " + shown(growing->at_end) + ".",
                     "lists-over-time"});
  return found;
}

std::vector<Finding> place_findings(const PlanEstimates& plan) {
  const auto without = plan.at_end("plans", "without a place", "plans");
  if (!without || without->mean < 1) return {};
  return {{shown(*without) + " children with a plan have no place on " + day_words(plan.dates().back()) + ".",
           "without-a-place"}};
}

std::vector<Finding> all_findings(const PlanEstimates& plan) {
  std::vector<Finding> all;
  for (const auto& of :
       {target_findings, list_findings, wait_findings, unequal_findings, place_findings, balance_findings})
    for (Finding& finding : of(plan)) all.push_back(std::move(finding));
  return all;
}

std::string in_html(const std::vector<Finding>& findings) {
  std::string html = "<ul class=\"findings\">\n";
  for (const Finding& finding : findings)
    html += "<li>" + escaped(finding.words) + " (<a href=\"#" + finding.figure +
            "\">picture and numbers</a>)</li>\n";
  return html + "</ul>\n";
}

// Commands, which stand between backticks, as code.
std::string caveat_in_html() {
  const std::string text = interval_caveat();
  std::string html;
  bool code = false;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t tick = std::min(text.find('`', from), text.size());
    html += escaped(text.substr(from, tick - from));
    if (tick < text.size()) html += code ? "</code>" : "<code>";
    code = !code;
    from = tick + 1;
  }
  return "<p>" + html + "</p>\n";
}

}  // namespace

std::string run_findings(const Plans& plans) {
  std::string html;
  for (const PlanEstimates& plan : plans) {
    const std::vector<Finding> findings = all_findings(plan);
    if (findings.empty()) continue;
    if (plans.size() > 1)
      html += "<h3>" + escaped(&plan == &plans.front() ? "As things stand" : "With “" + plan.name() + "”") +
              "</h3>\n";
    html += in_html(findings);
  }
  return html.empty() ? html : html + caveat_in_html();
}

}  // namespace sendcap::report
