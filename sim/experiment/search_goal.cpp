#include <algorithm>

#include "find_series.hpp"
#include "sendcap/experiment/search.hpp"
#include "sendcap/scenario/language/name_check.hpp"
#include "sendcap/scenario/language/quantity_text.hpp"

namespace sendcap::experiment {
namespace {

using scenario::Code;
using scenario::Goal;

constexpr const char* kPath = "goal";
constexpr const char* kEnd = "end";
constexpr const char* kWholeRun = "whole run";

// When the goal is looked at.
struct When {
  bool end = false;
  bool whole_run = false;
  std::string date;  // of a milestone

  [[nodiscard]] bool is_of(const Outcome& outcome) const {
    if (whole_run) return outcome.of_whole_run();
    return end ? outcome.at_end : outcome.date == date;
  }
};

std::optional<When> when_of(const Goal& goal, const model::Column& column, const scenario::Scenario& scenario,
                            scenario::Diagnostics& diagnostics) {
  When when;
  if (!goal.at) {
    when.whole_run = model::definition(column.measure).clock == model::MeasureClock::period;
    when.end = !when.whole_run;
    return when;
  }
  when.end = goal.at->text == kEnd;
  when.whole_run = goal.at->text == kWholeRun;
  if (when.end || when.whole_run) return when;
  std::vector<std::string_view> names = scenario.milestones.names();
  names.emplace_back(kEnd);
  names.emplace_back(kWholeRun);
  const auto found = scenario::resolve(*goal.at, names, "milestone", std::string(kPath) + ".at", diagnostics);
  if (!found) return std::nullopt;
  when.date = format(scenario.milestones[*found].date);
  return when;
}

void refuse(const Goal& goal, const model::Column& column, const std::vector<std::string>& moments,
            scenario::Diagnostics& diagnostics) {
  std::string text;
  for (const std::string& moment : moments) text += (text.empty() ? "" : ", ") + moment;
  diagnostics.error(
      Code::unknown_name, goal.at ? goal.at->place : goal.measure.place, kPath,
      "'" + column.name + "' of '" + column.subject + "' is not among the outcomes by which plans " +
          "are compared" + (moments.empty() ? "" : " then"),
      moments.empty() ? "take another measure, or all children; comparison.csv of sendcap compare "
                        "lists them"
                      : "it is at: " + text);
}

}  // namespace

std::optional<GoalOutcome> find_goal(const Goal& goal, const scenario::Scenario& scenario,
                                     const model::MeasureLayout& layout, const Outcomes& outcomes,
                                     scenario::Diagnostics& diagnostics) {
  const std::optional<Series> series =
      find_series({goal.measure, goal.subject, goal.group}, layout, kPath, diagnostics);
  if (!series) return std::nullopt;
  const std::optional<When> when = when_of(goal, *series->column, scenario, diagnostics);
  if (!when) return std::nullopt;
  std::vector<std::string> moments;
  for (std::size_t o = 0; o < outcomes.size(); ++o) {
    const Outcome& outcome = outcomes[o];
    if (outcome.name != series->column->name || outcome.subject != series->column->subject ||
        outcome.subject_kind != series->column->subject_kind || outcome.group != layout.groups[series->group])
      continue;
    if (!when->is_of(outcome)) {
      moments.push_back(outcome.at_end ? kEnd : outcome.label);
      continue;
    }
    if (goal.want == scenario::Want::as_the_measure && outcome.better == Better::neither) {
      diagnostics.error(Code::missing_field, goal.measure.place, kPath,
                        "whether less or more of '" + outcome.name + "' is better is not known",
                        "write want: least, or want: most");
      return std::nullopt;
    }
    const bool least = goal.want == scenario::Want::as_the_measure ? outcome.better == Better::lower
                                                                   : goal.want == scenario::Want::least;
    return GoalOutcome{o, least};
  }
  refuse(goal, *series->column, moments, diagnostics);
  return std::nullopt;
}

std::optional<Purse> purse_of(const std::optional<scenario::Budget>& budget, const Outcomes& outcomes,
                              double years, scenario::Diagnostics& diagnostics) {
  constexpr auto kPayers = scenario::enum_words(scenario::Payer{});
  Purse purse;
  for (std::size_t o = 0; o < outcomes.size(); ++o) {
    const Outcome& outcome = outcomes[o];
    if (outcome.measure != model::MeasureId::spent || !outcome.of_whole_run() || !outcome.is_total())
      continue;
    const bool counts =
        !budget || budget->paid_by.empty() ||
        std::any_of(budget->paid_by.begin(), budget->paid_by.end(), [&](scenario::Payer payer) {
          return kPayers[static_cast<std::size_t>(payer)] == outcome.subject;
        });
    if (counts) purse.spent.push_back(o);
  }
  purse.a_year = !budget || budget->a_year.has_value();
  if (purse.a_year) purse.divided_by = years;
  if (!budget) return purse;
  if (purse.spent.empty()) {
    diagnostics.error(Code::inconsistent, budget->place, "budget",
                      "the scenario knows no spending of this kind, so that a budget says nothing",
                      "give services, provision or changes a `cost`, or leave out `budget`");
    return std::nullopt;
  }
  constexpr double kUsualTolerance = 0.01;
  const double at_most = (purse.a_year ? budget->a_year : budget->in_all)->is.pounds;
  const double usual = at_most > 0 ? kUsualTolerance * at_most : 1;
  purse.limit = CostLimit{at_most, budget->give_or_take ? budget->give_or_take->pounds : usual};
  return purse;
}

}  // namespace sendcap::experiment
