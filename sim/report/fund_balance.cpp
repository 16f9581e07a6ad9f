#include "fund_balance.hpp"

#include "year_ends.hpp"

namespace sendcap::report {

using model::MeasureId;

std::optional<engine::Interval> balance_over_run(const PlanView& plan, const Subject& money) {
  const std::vector<YearEnd> years = financial_years(plan.layout());
  const auto spent = plan.whole_run(money, MeasureId::spent);
  if (!spent || years.empty() || years.back().date + 2 != plan.layout().dates.size()) return std::nullopt;
  double income = 0;  // the scenario's: alike in every replication
  for (const YearEnd& year : years) {
    const auto of_year = plan.at(money, MeasureId::block_income_in_year, year.date);
    if (!of_year) return std::nullopt;
    income += of_year->mean;
  }
  return engine::Interval{income - spent->mean, income - spent->high, income - spent->low};
}

}  // namespace sendcap::report
