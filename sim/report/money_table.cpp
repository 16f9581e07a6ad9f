#include <string>
#include <vector>

#include "fund_balance.hpp"
#include "plan_table.hpp"
#include "sendcap/scenario/money.hpp"
#include "standing_rows.hpp"
#include "year_ends.hpp"

namespace sendcap::report {

using model::MeasureId;

std::string money_table(const PlanView& plan) {
  if (!plan.model().has_costs) return {};
  const std::vector<YearEnd> years = financial_years(plan.layout());
  StandingRows rows(plan);
  rows.heading("MONEY, by financial year", "", "million pounds");
  const auto words = scenario::enum_words(scenario::Payer{});
  for (model::Index payer = 0; payer < words.size(); ++payer) {
    const Subject money{model::SubjectKind::money, payer, std::string(words[payer])};
    const auto write = [&](const std::string& what, MeasureId measure) {
      for (const YearEnd& year : years)
        rows.flow(what + year.label, plan.at(money, measure, year.date), Style::millions);
    };
    rows.line(money.name);
    write("spent in ", MeasureId::spent_in_year);
    write("income of ", MeasureId::block_income_in_year);
    write("balance of ", MeasureId::block_balance_in_year);
    rows.flow("balance over the run", balance_over_run(plan, money), Style::millions);
  }
  return rows.text();
}

}  // namespace sendcap::report
