#include <string>

#include "../shown_number.hpp"
#include "chart.hpp"
#include "sections.hpp"

// What is spent, by financial year and who pays.

namespace sendcap::report {
namespace {

constexpr double kMillion = 1e6;

struct FinancialYear {
  std::string ends;
  std::string label;
};

// Those of which something lies in the run.
std::vector<FinancialYear> financial_years_of(const PlanEstimates& plan) {
  std::vector<FinancialYear> years;
  for (const Json& date : plan.document().at("dates"))
    if (date.contains("ends_financial_year") && date.at("ends_financial_year").is_string())
      years.push_back({date.at("date"), date.at("ends_financial_year")});
  return years;
}

}  // namespace

std::string money_section(const Plans& plans) {
  const PlanEstimates& plan = plans.front();
  Chart chart;
  chart.id = "money-by-year";
  chart.picture = "money";
  chart.table.caption = "Spent, in million pounds";
  chart.table.columns = {{"Financial year"}, {"Who pays"}, {"£ million, with interval", true}};
  double most = 0;
  std::string most_in;
  for (const FinancialYear& year : financial_years_of(plan)) {
    double total = 0;
    std::size_t order = 0;
    for (const std::string& payer : plan.subjects("money", "spent, financial year so far")) {
      const auto spent = plan.series("money", "spent, financial year so far", payer).at(year.ends);
      if (!spent) continue;
      total += spent->mean;
      chart.table.rows.push_back({year.label, payer, shown(*spent, Style::millions)});
      chart.values.push_back({{"year", year.label},
                              {"series", payer},
                              {"order", order++},
                              {"mean", number(spent->mean / kMillion)}});
    }
    if (total > most) {
      most = total;
      most_in = year.label;
    }
  }
  if (most == 0) return {};
  chart.heading = "£" + shown(most / kMillion, 1) + " million is spent in " + most_in;
  chart.words = "A bar for each financial year, divided by who pays, in '" + plan.name() +
                "'. A year that is not whole says from when or to when.";
  return html_figure(chart);
}

}  // namespace sendcap::report
