#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "../shown_number.hpp"
#include "compared_lists.hpp"
#include "in_time_chart.hpp"
#include "sections.hpp"

// What is done within its time in law by calendar year, plan by plan, from a `comparison.json`.

namespace sendcap::report {
namespace {

// The outcomes of a comparison about a clock at the ends of calendar years, by year.
using OfYear = std::pair<std::string, const Json*>;  // the year's name and the outcome
std::vector<OfYear> outcomes_by_year(const Json& comparison, const std::string& measure,
                                     const std::string& clock) {
  std::vector<OfYear> found;
  for (const Json& year : comparison.value("calendar_years", Json::array()))
    for (const Json& outcome : comparison.at("outcomes"))
      if (outcome.at("kind") == "clock" && outcome.at("measure") == measure &&
          outcome.at("service") == clock && outcome.at("date") == year.at("date"))
        found.emplace_back(year.at("year"), &outcome);
  return found;
}

std::vector<std::string> clocks_of(const Json& comparison) {
  std::vector<std::string> clocks;
  for (const Json& outcome : comparison.at("outcomes")) {
    const std::string clock = outcome.at("service");
    if (outcome.at("measure") == kInTime && std::find(clocks.begin(), clocks.end(), clock) == clocks.end())
      clocks.push_back(clock);
  }
  return clocks;
}

std::optional<engine::Interval> value_in_year(const std::vector<OfYear>& years, const std::string& year,
                                              std::size_t plan) {
  const auto found =
      std::find_if(years.begin(), years.end(), [&](const OfYear& one) { return one.first == year; });
  if (found == years.end()) return std::nullopt;
  return interval_in(found->second->at("values").at(plan));
}

// As things stand, and with the plans that clearly change a step in some year.
std::vector<InTime> in_time_of_comparison(const Json& comparison) {
  std::vector<const Json*> all;
  for (const std::string& clock : clocks_of(comparison))
    for (const OfYear& one : outcomes_by_year(comparison, kInTime, clock)) all.push_back(one.second);
  std::vector<std::size_t> plans = plans_drawn(all);
  plans.insert(plans.begin(), 0);
  std::vector<InTime> found;
  for (const std::string& clock : clocks_of(comparison)) {
    const std::vector<OfYear> shares = outcomes_by_year(comparison, kInTime, clock);
    const std::vector<OfYear> overdue = outcomes_by_year(comparison, "overdue", clock);
    for (const std::size_t plan : plans)
      for (const auto& [year, outcome] : shares) {
        const engine::Interval share = interval_in(outcome->at("values").at(plan));
        if (!(share.mean >= 0)) continue;  // nobody in that year
        found.push_back(
            {clock, plan_title(comparison, plan), year, share, value_in_year(overdue, year, plan)});
      }
  }
  return found;
}

// Of the steps of a pathway the last, which ends it: the law's twenty weeks.
std::vector<std::string> ends_of_pathways(const Json& comparison) {
  const auto pathway_of = [](const std::string& clock) { return clock.substr(0, clock.rfind(": ")); };
  std::vector<std::string> ends;
  for (const std::string& clock : clocks_of(comparison))
    if (!ends.empty() && pathway_of(ends.back()) == pathway_of(clock))
      ends.back() = clock;
    else
      ends.push_back(clock);
  return ends;
}

// The year and the step that a plan changes most, and how that goes on to the last year.
std::string most_changed(const Json& comparison) {
  const OfYear* most = nullptr;
  LargestChange largest;
  std::vector<OfYear> all;
  for (const std::string& clock : ends_of_pathways(comparison))
    for (const OfYear& one : outcomes_by_year(comparison, kInTime, clock)) all.push_back(one);
  for (const OfYear& one : all) {
    const std::optional<LargestChange> change = largest_change(*one.second);
    if (!change || (most != nullptr && std::abs(change->change.mean) <= std::abs(largest.change.mean)))
      continue;
    most = &one;
    largest = *change;
  }
  if (most == nullptr) return {};
  const Json& outcome = *most->second;
  const auto share = [&](const Json& of, std::size_t plan) {
    return shown_mean(interval_in(of.at("values").at(plan)), Style::share);
  };
  const std::string clock = outcome.at("service");
  std::string text = share(outcome, largest.plan) + " are done in time in " + most->first + " with “" +
                     plan_title(comparison, largest.plan) + "”, " + share(outcome, 0) +
                     " as things stand, of “" + clock + "”";
  const OfYear last = outcomes_by_year(comparison, kInTime, clock).back();
  if (last.first != most->first)
    text +=
        "; in " + last.first + ", " + share(*last.second, largest.plan) + " and " + share(*last.second, 0);
  return text;
}

}  // namespace

std::string compared_deadlines_section(const Json& comparison) {
  const std::vector<InTime> all = in_time_of_comparison(comparison);
  Chart in_time = in_time_chart(all);
  in_time.heading = most_changed(comparison);
  if (in_time.heading.empty()) in_time.heading = furthest_behind(all, plan_title(comparison, 0));
  in_time.words += " Beside the scenario as it stands, the plans that clearly change a step in some year.";
  return html_figures({in_time});
}

}  // namespace sendcap::report
