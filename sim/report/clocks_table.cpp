#include <string>
#include <vector>

#include "plan_table.hpp"
#include "standing_rows.hpp"
#include "year_ends.hpp"

namespace sendcap::report {

using model::MeasureId;

std::string clocks_table(const PlanView& plan) {
  if (plan.model().clocks.empty()) return {};
  const std::vector<YearEnd> years = calendar_years(plan.layout());
  StandingRows rows(plan);
  rows.heading("DONE IN TIME");
  for (model::Index c = 0; c < plan.model().clocks.size(); ++c) {
    const Subject clock{model::SubjectKind::clock, c, plan.model().clocks[c].name};
    rows.line(clock.name);
    for (const YearEnd& year : years)
      rows.flow("in time in " + year.label,
                plan.at(clock, MeasureId::share_in_time_excepted_in_year, year.date), Style::share);
    rows.standing("open beyond their time", clock, MeasureId::overdue);
  }
  return rows.text();
}

}  // namespace sendcap::report
