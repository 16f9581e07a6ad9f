#include "pace.hpp"

#include "year_ends.hpp"

namespace sendcap::report {
namespace {

using model::MeasureId;

std::optional<double> months(double waiting, double a_month) {
  if (!(a_month > 0)) return std::nullopt;
  return waiting / a_month;
}

// Those counted in the periods after a date up to the end; of a period without a value nobody.
double counted_since(const PlanView& plan, const Subject& list, MeasureId measure, std::size_t since) {
  if (since == 0) {
    const auto all = plan.whole_run(list, measure);
    return all ? all->mean : 0;
  }
  double sum = 0;
  for (std::size_t d = since + 1; d + 1 < plan.layout().dates.size(); ++d) {
    if (!plan.layout().dates[d].ends_period) continue;
    const auto period = plan.at(list, measure, d);
    if (period) sum += period->mean;
  }
  return sum;
}

}  // namespace

std::optional<double> Pace::months_by_seen() const {
  return months(waiting, seen_a_month);
}

std::optional<double> Pace::months_by_leaving() const {
  return months(waiting, leaving_a_month);
}

std::optional<Pace> pace_of(const PlanView& plan, const Subject& list) {
  const auto& dates = plan.layout().dates;
  const std::size_t end = dates.size() - 2;
  const std::size_t since = year_before_end(plan.layout()).value_or(0);
  const auto before = plan.at(list, MeasureId::waiting, since);
  const auto after = plan.at(list, MeasureId::waiting, end);
  if (!before || !after || after->mean < 1 || !plan.whole_run(list, MeasureId::seen) ||
      !plan.whole_run(list, MeasureId::referrals))
    return std::nullopt;
  const double a_month = (dates[end].time - dates[since].time) / (model::kDaysPerYear / 12);
  // Who joined and is not on the list any more has left it, seen or unseen.
  const double left = counted_since(plan, list, MeasureId::referrals, since) - (after->mean - before->mean);
  return Pace{since, after->mean, counted_since(plan, list, MeasureId::seen, since) / a_month,
              left / a_month};
}

}  // namespace sendcap::report
