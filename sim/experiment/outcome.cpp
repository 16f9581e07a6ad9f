#include "sendcap/experiment/outcome.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

namespace sendcap::experiment {
namespace {

using model::Column;
using model::MeasureId;
using model::MeasureLayout;
using model::ReportDate;

// Of all children, at milestones and at the end.
bool is_recorded_at_dates(MeasureId measure) {
  switch (measure) {
    case MeasureId::waiting:
    case MeasureId::wait_of_waiting_mean:
    case MeasureId::wait_of_waiting_median:
    case MeasureId::wait_of_waiting_p90:
    case MeasureId::waiting_within_18_weeks:
    case MeasureId::plans_held:
    case MeasureId::without_a_place:
    case MeasureId::share_in_county:
    case MeasureId::share_independent:
    case MeasureId::children_there:
    case MeasureId::capacity:
    case MeasureId::occupied:
    case MeasureId::overdue:
    case MeasureId::share_in_time_in_year:
    case MeasureId::share_in_time_excepted_in_year:
      return true;
    default:
      return false;
  }
}

// Of all children, at the ends of calendar years too: deadlines are told year by year.
bool is_recorded_at_year_ends(MeasureId measure) {
  return measure == MeasureId::share_in_time_excepted_in_year || measure == MeasureId::overdue;
}

// Of all children, over the whole run.
bool is_recorded_of_run(MeasureId measure) {
  switch (measure) {
    case MeasureId::referrals:
    case MeasureId::seen:
    case MeasureId::wait_of_seen_mean:
    case MeasureId::new_plans:
    case MeasureId::time_without_a_place:
    case MeasureId::waited_without_support:
    case MeasureId::share_in_time:
    case MeasureId::happened:
    case MeasureId::utilisation:
    case MeasureId::spent:
      return true;
    default:
      return false;
  }
}

bool is_recorded_by_group_at_end(MeasureId measure) {
  switch (measure) {
    case MeasureId::waiting:
    case MeasureId::wait_of_waiting_mean:
    case MeasureId::without_a_place:
    case MeasureId::share_in_county:
    case MeasureId::children_there:
      return true;
    default:
      return false;
  }
}

bool is_recorded_by_group_of_run(MeasureId measure) {
  switch (measure) {
    case MeasureId::wait_of_seen_mean:
    case MeasureId::waited_without_support:
    case MeasureId::share_in_time:
    case MeasureId::happened:
      return true;
    default:
      return false;
  }
}

bool is_recorded(const Column& column, const ReportDate& date, bool last, bool total) {
  // The bands of a list are a measure of the same kind as the list.
  if (column.measure == MeasureId::waiting_band) return false;
  if (date.whole_run)
    return total ? is_recorded_of_run(column.measure) : is_recorded_by_group_of_run(column.measure);
  if (total && date.ends_calendar_year && is_recorded_at_year_ends(column.measure)) return true;
  if (total) return (last || date.milestone) && is_recorded_at_dates(column.measure);
  return last && is_recorded_by_group_at_end(column.measure);
}

std::string dimension_of(const MeasureLayout& layout, std::size_t group) {
  for (const MeasureLayout::Dimension& dimension : layout.dimensions)
    if (group >= dimension.first_group && group < dimension.first_group + dimension.group_count)
      return dimension.name;
  return {};
}

Outcome outcome_at(const MeasureLayout& layout, const Column& column, std::size_t date, std::size_t group) {
  const ReportDate& when = layout.dates[date];
  Outcome outcome;
  outcome.measure = column.measure;
  outcome.detail = column.detail;
  outcome.name = column.name;
  outcome.unit = column.unit;
  outcome.subject_kind = column.subject_kind;
  outcome.subject = column.subject;
  outcome.date = when.date;
  outcome.label = when.label;
  outcome.at_end = date + 2 == layout.dates.size();
  outcome.group = layout.groups[group];
  outcome.dimension = group == 0 ? std::string() : dimension_of(layout, group);
  outcome.leads_to_somebody = column.leads_to_somebody;
  outcome.better = column.leads_to_somebody ? better(column.measure) : Better::neither;
  return outcome;
}

// Calls back for each outcome of a world and the cell in which it stands.
template <class Found>
void for_each_outcome(const MeasureLayout& layout, const Found& found) {
  for (const Column& column : layout.columns)
    for (std::size_t date = 0; date < layout.dates.size(); ++date) {
      const bool last = date + 2 == layout.dates.size();
      for (const std::size_t group : layout.groups_of(column))
        if (is_recorded(column, layout.dates[date], last, group == 0))
          found(outcome_at(layout, column, date, group), layout.cell(column, date, group));
    }
}

using Key = std::tuple<std::string, model::SubjectKind, std::string, std::string, std::string>;
Key key_of(const Outcome& outcome) {
  return {outcome.name, outcome.subject_kind, outcome.subject, outcome.label, outcome.group};
}

// Where an outcome stands, among all cells of a world.
std::size_t find_cell(const MeasureLayout& layout, const Outcome& outcome) {
  const auto date = std::find_if(layout.dates.begin(), layout.dates.end(),
                                 [&](const ReportDate& one) { return one.label == outcome.label; });
  const auto group = std::find(layout.groups.begin(), layout.groups.end(), outcome.group);
  if (date == layout.dates.end() || group == layout.groups.end()) return Outcomes::kNowhere;
  for (const Column& column : layout.columns)
    if (column.name == outcome.name && column.subject_kind == outcome.subject_kind &&
        column.subject == outcome.subject &&
        layout.has_group(column, static_cast<std::size_t>(group - layout.groups.begin())))
      return layout.cell(column, static_cast<std::size_t>(date - layout.dates.begin()),
                         static_cast<std::size_t>(group - layout.groups.begin()));
  return Outcomes::kNowhere;
}

}  // namespace

Better better(MeasureId measure) {
  switch (measure) {
    case MeasureId::waiting:
    case MeasureId::wait_of_waiting_mean:
    case MeasureId::wait_of_waiting_median:
    case MeasureId::wait_of_waiting_p90:
    case MeasureId::without_a_place:
    case MeasureId::time_without_a_place:
    case MeasureId::waited_without_support:
    case MeasureId::overdue:
    case MeasureId::spent:
      return Better::lower;
    case MeasureId::waiting_within_18_weeks:
    case MeasureId::share_in_county:
    case MeasureId::share_in_time:
    case MeasureId::share_in_time_in_year:
    case MeasureId::share_in_time_excepted_in_year:
      return Better::higher;
    default:
      return Better::neither;
  }
}

std::vector<Outcome> outcomes_of(const MeasureLayout& layout) {
  std::vector<Outcome> outcomes;
  for_each_outcome(layout, [&](Outcome outcome, std::size_t) { outcomes.push_back(std::move(outcome)); });
  return outcomes;
}

void Outcomes::add(const MeasureLayout& layout) {
  std::map<Key, bool> known;
  for (const Outcome& outcome : outcomes_) known[key_of(outcome)] = true;
  for (Outcome& outcome : outcomes_of(layout))
    if (known.emplace(key_of(outcome), true).second) outcomes_.push_back(std::move(outcome));
}

std::size_t Outcomes::ask(const MeasureLayout& layout, const Column& column, std::size_t date,
                          std::size_t group) {
  Outcome asked = outcome_at(layout, column, date, group);
  const auto known = std::find(outcomes_.begin(), outcomes_.end(), asked);
  if (known != outcomes_.end()) return static_cast<std::size_t>(known - outcomes_.begin());
  asked_.push_back(outcomes_.size());
  outcomes_.push_back(std::move(asked));
  return outcomes_.size() - 1;
}

std::vector<std::size_t> Outcomes::cells_in(const MeasureLayout& layout) const {
  std::map<Key, std::size_t> cells;
  for_each_outcome(layout,
                   [&](const Outcome& outcome, std::size_t cell) { cells.emplace(key_of(outcome), cell); });
  std::vector<std::size_t> found(outcomes_.size(), kNowhere);
  for (std::size_t i = 0; i < outcomes_.size(); ++i)
    if (const auto cell = cells.find(key_of(outcomes_[i])); cell != cells.end()) found[i] = cell->second;
  for (const std::size_t asked : asked_) found[asked] = find_cell(layout, outcomes_[asked]);
  return found;
}

}  // namespace sendcap::experiment
