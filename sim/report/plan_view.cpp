#include "plan_view.hpp"

#include <algorithm>

namespace sendcap::report {

std::optional<engine::Interval> PlanView::at(const Subject& subject, model::MeasureId measure,
                                             std::size_t date) const {
  for (const model::Column& column : layout().columns) {
    if (column.measure != measure || column.subject_kind != subject.kind ||
        column.subject_index != subject.index)
      continue;
    const std::size_t cell = layout().cell(column, date, 0);
    if (plan_.estimates->tally(cell).count() == 0) return std::nullopt;
    return plan_.estimates->interval(cell, level_);
  }
  return std::nullopt;
}

std::optional<engine::Interval> PlanView::a_month(const Subject& subject, model::MeasureId measure) const {
  const std::optional<engine::Interval> total = whole_run(subject, measure);
  const double days = layout().dates.back().time - layout().dates.front().time;
  if (!total || !(days > 0)) return std::nullopt;
  const double months = days / (model::kDaysPerYear / 12);
  return engine::Interval{total->mean / months, total->low / months, total->high / months};
}

bool PlanView::has_children(const Subject& subject) const {
  const auto some = [](const std::optional<engine::Interval>& count) { return count && count->mean > 0; };
  return some(at_start(subject, model::MeasureId::waiting)) ||
         some(at_end(subject, model::MeasureId::waiting)) ||
         some(whole_run(subject, model::MeasureId::referrals));
}

std::string PlanView::wait_unit() const {
  for (const model::Column& column : layout().columns)
    if (model::definition(column.measure).unit == "wait") return column.unit;
  return "weeks";
}

bool PlanView::single_period() const {
  return std::count_if(layout().dates.begin(), layout().dates.end(), [](const model::ReportDate& date) {
           return date.ends_period && !date.whole_run;
         }) <= 1;
}

}  // namespace sendcap::report
