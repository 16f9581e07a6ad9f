#include "sendcap/experiment/targets.hpp"

#include <algorithm>
#include <cmath>

#include "find_series.hpp"
#include "sendcap/scenario/language/name_check.hpp"
#include "sendcap/scenario/language/quantity_text.hpp"

namespace sendcap::experiment {
namespace {

using scenario::Code;
using scenario::Target;

// The report date of a milestone; none when it lies outside the run.
std::optional<std::size_t> date_of(const scenario::Milestone& milestone, const model::MeasureLayout& layout) {
  const std::string wanted = format(milestone.date);
  for (std::size_t d = 0; d < layout.dates.size(); ++d)
    if (layout.dates[d].milestone && layout.dates[d].date == wanted) return d;
  return std::nullopt;
}

// Whether what is asked for can be answered at all; says why not.
bool is_sound(const Target& target, const model::Column& column, const model::ReportDate& date,
              const std::string& path, scenario::Diagnostics& diagnostics) {
  if (!target.at_least && !target.at_most) {
    diagnostics.error(Code::missing_field, target.place, path,
                      "this target says neither `at least` nor `at most`",
                      "write `at least: 0.92` or `at most: 18`, in the measure's unit");
    return false;
  }
  if (target.at_least && target.at_most && target.at_least->is.value > target.at_most->is.value) {
    diagnostics.error(Code::inconsistent, target.place, path,
                      "nothing is at least the one and at most the other",
                      "`at least` is the smaller number");
    return false;
  }
  const auto outside = [](const std::optional<scenario::Value<scenario::Number>>& bound) {
    return bound && !(bound->is.value >= 0 && bound->is.value <= 1);
  };
  if (column.unit == "share" && (outside(target.at_least) || outside(target.at_most))) {
    diagnostics.error(Code::out_of_range, target.place, path,
                      "'" + column.name + "' is a share, between 0 and 1", "write 92% as 0.92");
    return false;
  }
  if (model::definition(column.measure).clock == model::MeasureClock::period && !date.ends_period) {
    diagnostics.error(Code::inconsistent, target.at.place, path + ".at",
                      "'" + column.name + "' is of a period, and no period ends at this milestone",
                      "move the milestone to an end of `report every`, or take a measure at a date");
    return false;
  }
  return true;
}

std::optional<TargetCell> find(const Target& target, const scenario::Scenario& scenario,
                               const model::MeasureLayout& layout, scenario::Diagnostics& diagnostics) {
  const std::string path = "targets." + target.name;
  const std::optional<std::size_t> milestone =
      scenario::resolve(target.at, scenario.milestones, "milestone", path, diagnostics);
  const std::optional<Series> series =
      find_series({target.measure, target.subject, target.group}, layout, path, diagnostics);
  if (!milestone || !series) return std::nullopt;
  const std::optional<std::size_t> date = date_of(scenario.milestones[*milestone], layout);
  if (!date || !is_sound(target, *series->column, layout.dates[*date], path, diagnostics))
    return std::nullopt;
  TargetCell found;
  found.name = target.name;
  found.source = (target.at_least ? target.at_least : target.at_most)->source;
  found.unit = series->column->unit;
  found.column = static_cast<std::size_t>(series->column - layout.columns.data());
  found.date = *date;
  found.group = series->group;
  found.cell = layout.cell(*series->column, *date, series->group);
  if (target.at_least) found.at_least = target.at_least->is.value;
  if (target.at_most) found.at_most = target.at_most->is.value;
  return found;
}

}  // namespace

std::vector<TargetCell> find_targets(const scenario::Scenario& scenario, const model::MeasureLayout& layout,
                                     scenario::Diagnostics& diagnostics) {
  std::vector<TargetCell> targets;
  for (const Target& target : scenario.targets)
    if (const std::optional<TargetCell> found = find(target, scenario, layout, diagnostics))
      targets.push_back(*found);
  return targets;
}

void TargetRecord::add(const model::Measures& measures) {
  for (std::size_t t = 0; t < targets_.size(); ++t) {
    const double value = measures.values[targets_[t].cell];
    if (std::isnan(value)) continue;
    values_[t].add(value);
    if (targets_[t].is_met_by(value)) ++met_[t];
  }
}

}  // namespace sendcap::experiment
