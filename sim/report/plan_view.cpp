#include "plan_view.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

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

bool PlanView::leads_to_somebody(const Subject& pathway) const {
  const std::vector<model::Column>& columns = layout().columns;
  const auto column = std::find_if(columns.begin(), columns.end(), [&](const model::Column& one) {
    return one.subject_kind == pathway.kind && one.subject_index == pathway.index;
  });
  return column == columns.end() || column->leads_to_somebody;
}

// Whether children can leave its queue unseen, or be turned away from it.
bool PlanView::can_leave(const Subject& service) const {
  if (service.index < model().services.size() &&
      model().services[service.index].room != std::numeric_limits<std::uint64_t>::max())
    return true;
  return std::any_of(model().steps.begin(), model().steps.end(), [&](const model::Step& step) {
    const auto* end = step.services.data() + step.service_count;
    const bool visits = std::find(step.services.data(), end, service.index) != end;
    return visits && (step.has_patience || !step.hazards.empty());
  });
}

// Whether its list is longer at the end than at the start, beyond chance.
bool PlanView::has_grown(const Subject& service) const {
  const std::optional<engine::Interval> start = at_start(service, model::MeasureId::waiting);
  const std::optional<engine::Interval> end = at_end(service, model::MeasureId::waiting);
  return start && end && end->low > start->high;
}

Demand PlanView::demand_of(const Subject& service) const {
  const std::optional<engine::Interval> load = whole_run(service, model::MeasureId::load);
  if (!load || !(load->mean > 1)) return Demand::bearable;
  const bool no_interval = !std::isfinite(load->half_width());
  if (load->low <= 1 && !no_interval) return Demand::perhaps_too_much;
  return can_leave(service) && !has_grown(service) ? Demand::some_leave : Demand::list_grows;
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
