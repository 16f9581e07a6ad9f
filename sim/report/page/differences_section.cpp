#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "../figure_words.hpp"
#include "../shown_number.hpp"
#include "chart.hpp"
#include "compared_lists.hpp"
#include "longest_lists.hpp"
#include "sections.hpp"

// The plans beside each other, outcome by outcome, from a `comparison.json`.

namespace sendcap::report {
namespace {

// What is asked first about a plan beside the lists, in this order, and how many of each are shown.
struct Headline {
  const char* measure;
  std::size_t most;
  const char* words;  // in a panel
};
constexpr std::size_t kMostListPanels = 4;
constexpr std::array<Headline, 3> kHeadlines{
    {{"without a place", 1, "without a place"},
     {"done in time without exceptions, share, calendar year so far", 2, "in time, calendar year so far"},
     {"spent", 2, "spent"}}};

// The most changed first; those that no plan clearly changes left out.
void keep_most_changed(std::vector<const Json*>& outcomes, std::size_t most) {
  const auto size = [](const Json* outcome) {
    const std::optional<LargestChange> largest = largest_change(*outcome);
    return largest ? std::abs(largest->change.mean) : 0.0;
  };
  outcomes.erase(std::remove_if(outcomes.begin(), outcomes.end(),
                                [&](const Json* outcome) { return size(outcome) == 0; }),
                 outcomes.end());
  std::stable_sort(outcomes.begin(), outcomes.end(),
                   [&](const Json* left, const Json* right) { return size(left) > size(right); });
  if (outcomes.size() > most) outcomes.resize(most);
}

// The outcomes of a measure, each at its last date.
std::vector<const Json*> at_the_end(const Json& comparison, const std::string& measure) {
  std::vector<const Json*> found;
  for (const Json& outcome : comparison.at("outcomes")) {
    if (outcome.at("measure") != measure || outcome.at("kind") == "service") continue;
    const auto same = std::find_if(found.begin(), found.end(), [&](const Json* one) {
      return one->at("service") == outcome.at("service");
    });
    if (same != found.end())
      *same = &outcome;  // dates stand in order
    else
      found.push_back(&outcome);
  }
  return found;
}

std::vector<const Json*> panels(const Json& comparison) {
  std::vector<const Json*> chosen;
  for (const ComparedList& list : compared_lists(comparison)) chosen.push_back(list.waiting.back());
  keep_most_changed(chosen, kMostListPanels);
  for (const Headline& headline : kHeadlines) {
    std::vector<const Json*> of_measure = at_the_end(comparison, headline.measure);
    keep_most_changed(of_measure, headline.most);
    chosen.insert(chosen.end(), of_measure.begin(), of_measure.end());
  }
  return chosen;
}

std::string measure_words(const Json& outcome) {
  const std::string measure = outcome.at("measure");
  const auto headline = std::find_if(kHeadlines.begin(), kHeadlines.end(),
                                     [&](const Headline& one) { return one.measure == measure; });
  return headline == kHeadlines.end() ? measure : headline->words;
}

// What an outcome is about, for people.
std::string subject_of(const Json& outcome) {
  if (outcome.at("kind") == "plans") return "children with a plan";
  return list_name(outcome.at("kind"), outcome.at("service"));
}

std::string when_words(const Json& outcome) {
  const std::string date = outcome.at("date");
  return date == kWholeRun ? "over the whole run" : "on " + day_words(date);
}

// The unit of a picture's axis, and what a number is multiplied by to be in it.
struct Axis {
  std::string unit;
  double scale = 1;
};
Axis axis_of(const std::string& unit) {
  if (unit == "pounds") return {"£ million", 1e-6};
  if (unit == "share") return {"percentage points", 100};
  return {unit, 1};
}

// What is to be said beside the change of a list.
std::string but_words(const Json& comparison, const Json& outcome, std::size_t plan) {
  return outcome.at("measure") == "waiting" ? and_but_moved_on(comparison, plan, outcome.at("service")) : "";
}

// `The largest of these changes is that of “bundle”: ADHD assessment, waiting −1,473 (−1,490 to −1,456)`.
std::string heading_of(const Json& comparison, const Json& outcome, const LargestChange& largest) {
  return "The largest of these changes is that of “" + plan_title(comparison, largest.plan) +
         "”: " + subject_of(outcome) + ", " + measure_words(outcome) + " " +
         change_words(largest.change, outcome.at("unit")) + but_words(comparison, outcome, largest.plan);
}

void add_panel(const Json& comparison, const Json& outcome, Chart& chart) {
  const std::string unit = outcome.at("unit");
  const std::string service = subject_of(outcome);
  const std::string measure = measure_words(outcome);
  const Axis axis = axis_of(unit);
  for (std::size_t plan = 1; plan <= outcome.at("differences").size(); ++plan) {
    const Json& difference = outcome.at("differences").at(plan - 1);
    const engine::Interval change = interval_in(difference);
    chart.values.push_back(
        drawn({{"panel", service + "|" + measure + "|" + when_words(outcome) + ", in " + axis.unit},
               {"plan", plan_title(comparison, plan)},
               {"verdict", difference.at("verdict")}},
              scaled(change, axis.scale)));
    chart.table.rows.push_back(
        {service + ": " + measure + " " + when_words(outcome), plan_title(comparison, plan),
         value_words(interval_in(outcome.at("values").at(0)), unit), change_words(change, unit),
         difference.at("verdict").get<std::string>() + but_words(comparison, outcome, plan)});
  }
}

}  // namespace

std::string differences_section(const Json& comparison) {
  const std::vector<const Json*> shown_outcomes = panels(comparison);
  if (shown_outcomes.empty())
    return "<p>No plan changes the lists, the deadlines, the places or the money in a way that can be told "
           "from "
           "chance.</p>\n";
  Chart chart;
  chart.id = "differences";
  chart.picture = "differences";
  chart.heading = heading_of(comparison, *shown_outcomes.front(), *largest_change(*shown_outcomes.front()));
  chart.words =
      "A panel for each outcome that some plan clearly changes (the lists changed most, children without a "
      "place, "
      "deadlines, spending); in it a point for each plan, the difference to the scenario as it stands with "
      "its "
      "interval. Filled points are clear; hollow ones can not be told from chance, or are the same.";
  chart.table.caption = "Difference to the scenario as it stands";
  chart.table.columns = {
      {"Outcome"}, {"Plan"}, {"As it stands", true}, {"Difference, with interval", true}, {"Verdict"}};
  for (const Json* outcome : shown_outcomes) add_panel(comparison, *outcome, chart);
  return html_figure(chart);
}

}  // namespace sendcap::report
