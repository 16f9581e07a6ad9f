#include <algorithm>

#include "../shown_number.hpp"
#include "html.hpp"
#include "longest_lists.hpp"
#include "sections.hpp"

// What a run shows, in a few sentences with their numbers.

namespace sendcap::report {
namespace {

std::string item(const std::string& words, const std::string& figure) {
  return "<li>" + escaped(words) + " (<a href=\"#" + figure + "\">picture and numbers</a>)</li>\n";
}

// Of fewer a tenth is nobody.
constexpr double kFewest = 10;

std::string of_lists(const PlanEstimates& plan) {
  const std::vector<List> lists = longest_lists(plan);
  if (lists.empty()) return {};
  const List& longest = lists.front();
  const auto growth = [](const List& list) { return list.at_end.mean - list.at_start.mean; };
  const auto growing = std::max_element(lists.begin(), lists.end(), [&](const List& left, const List& right) {
    return growth(left) < growth(right);
  });
  std::string html =
      item("On " + day_words(plan.dates().back()) + ", " + shown(longest.at_end) + " children wait for " +
               longest.name + ", the longest list; " + shown(longest.at_start.mean, 0) + " did at the start.",
           "lists-over-time");
  if (growth(*growing) >= 1 && growing != lists.begin())
    html += item("The list that grows most is " + growing->name + ", from " +
                     shown(growing->at_start.mean, 0) + " to " + shown(growing->at_end) + ".",
                 "lists-over-time");
  return html;
}

std::string of_waits(const PlanEstimates& plan) {
  std::string slowest;
  std::string unit;
  engine::Interval longest;
  for (const List& list : longest_lists(plan)) {
    const EstimateSeries waits =
        plan.series(list.kind, "wait of those waiting, 90th percentile", list.subject);
    const auto wait = waits.at(plan.dates().back());
    if (!wait || list.at_end.mean < kFewest || wait->mean <= longest.mean) continue;
    longest = *wait;
    unit = waits.unit;
    slowest = list.name;
  }
  if (slowest.empty()) return {};
  return item("One in ten of those waiting for " + slowest + " has waited " + shown(longest) + " " + unit +
                  " or longer.",
              "waits-by-band");
}

std::string of_places(const PlanEstimates& plan) {
  const auto without = plan.at_end("plans", "without a place", "plans");
  if (!without || without->mean < 1) return {};
  return item(
      shown(*without) + " children with a plan have no place on " + day_words(plan.dates().back()) + ".",
      "without-a-place");
}

std::string of_targets(const PlanEstimates& plan) {
  std::size_t unlikely = 0;
  std::size_t all = 0;
  for (const Json& target : plan.document().at("targets")) {
    if (!target.at("chance").is_number()) continue;  // nobody to measure
    ++all;
    if (target.at("chance").get<double>() < 0.5) ++unlikely;
  }
  if (all == 0) return {};
  return item(std::to_string(unlikely) + " of " + std::to_string(all) +
                  " targets will more likely be missed than met, as things stand.",
              "targets");
}

}  // namespace

std::string run_findings(const Plans& plans) {
  const PlanEstimates& plan = plans.front();
  const std::string items = of_lists(plan) + of_waits(plan) + of_places(plan) + of_targets(plan);
  return items.empty() ? std::string() : "<ul class=\"findings\">\n" + items + "</ul>\n";
}

}  // namespace sendcap::report
