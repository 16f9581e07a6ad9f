#include <string>

#include "plan_table.hpp"
#include "sendcap/scenario/provision.hpp"
#include "standing_rows.hpp"
#include "year_ends.hpp"

namespace sendcap::report {
namespace {

using model::MeasureId;
using model::SubjectKind;

void write_plans(const PlanView& plan, StandingRows& rows) {
  const Subject plans{SubjectKind::plans, 0, "plans"};
  rows.heading("CHILDREN WITH A PLAN");
  rows.standing("have a plan", plans, MeasureId::plans_held);
  rows.standing("of these without a place", plans, MeasureId::without_a_place);
  rows.year_before(plans, MeasureId::without_a_place);
  rows.standing("placed in county", plans, MeasureId::share_in_county, Style::share);
  rows.standing("independent, of special places", plans, MeasureId::share_independent, Style::share);
  for (const YearEnd& year : calendar_years(plan.layout()))
    rows.flow("new plans in " + year.label, plan.at(plans, MeasureId::new_plans_in_year, year.date));
}

void write_kinds(StandingRows& rows) {
  rows.heading("CHILDREN BY KIND OF PROVISION");
  const auto words = scenario::enum_words(scenario::ProvisionKind{});
  for (model::Index kind = 0; kind < words.size(); ++kind)
    rows.standing(std::string(words[kind]), {SubjectKind::provision_kind, kind, {}},
                  MeasureId::children_there);
}

}  // namespace

std::string plans_table(const PlanView& plan) {
  StandingRows rows(plan);
  if (plan.model().plans) write_plans(plan, rows);
  if (!plan.model().provision.empty()) write_kinds(rows);
  return rows.text();
}

}  // namespace sendcap::report
