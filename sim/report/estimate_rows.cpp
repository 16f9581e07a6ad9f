#include "estimate_rows.hpp"

#include <cmath>

#include "csv_text.hpp"

namespace sendcap::report {
namespace {

bool is_given(const model::MeasureLayout& layout, const model::Column& column, std::size_t group,
              std::size_t date, Detail detail) {
  if (group == 0 || detail == Detail::full) return true;
  return detail == Detail::milestones && given_by_group(layout, column, date);
}

}  // namespace

void for_each_estimate(const PlanResults& plan, const RunDescription& description, Detail detail,
                       const std::function<void(const EstimateRow&)>& visit) {
  const model::MeasureLayout& layout = plan.model->layout;
  const SmallCounts small_counts(layout, description.small_count);
  const std::vector<std::string> subjects = subject_names(layout);
  for (std::size_t c = 0; c < layout.columns.size(); ++c) {
    const model::Column& column = layout.columns[c];
    std::vector<double> at_start;
    if (column.by_group)
      at_start = small_counts.shown(c, [&](std::size_t cell) { return plan.estimates->tally(cell).mean(); });
    for (const std::size_t g : layout.groups_of(column))
      for (std::size_t d = 0; d < layout.dates.size(); ++d) {
        if (!is_given(layout, column, g, d, detail)) continue;
        const std::size_t cell = layout.cell(column, d, g);
        const engine::Tally& tally = plan.estimates->tally(cell);
        const bool guarded = small_counts.concern(column, d, g);
        if (tally.count() == 0 || (guarded && std::isnan(at_start[g]))) continue;
        EstimateRow row{layout.dates[d], column, subjects[c], layout.groups[g], tally.count(), 0, {}, 0};
        row.mean = guarded ? at_start[g] : tally.mean();
        if (!guarded) row.interval = plan.estimates->interval(cell, description.level);
        if (!guarded) row.standard_deviation = tally.standard_deviation();
        visit(row);
      }
  }
}

}  // namespace sendcap::report
