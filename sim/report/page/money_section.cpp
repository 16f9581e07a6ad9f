#include <cmath>
#include <string>

#include "../figure_words.hpp"
#include "../shown_number.hpp"
#include "chart.hpp"
#include "sections.hpp"

// What is spent, by financial year and who pays, and what is left of the high-needs block.

namespace sendcap::report {
namespace {

constexpr double kMillion = 1e6;
constexpr const char* kYearEnd = "ends_financial_year";

Chart spent_by_year(const PlanEstimates& plan) {
  Chart chart;
  chart.id = "money-by-year";
  chart.picture = "money";
  chart.table.caption = "Spent, in million pounds";
  chart.table.columns = {{"Financial year"}, {"Who pays"}, {"£ million, with interval", true}};
  double most = 0;
  std::string most_in;
  for (const YearInRun& year : plan.years(kYearEnd)) {
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
  return chart;
}

// Of whoever has an income: the high-needs block.
Chart balance_by_year(const PlanEstimates& plan) {
  const char* measure = "balance, financial year so far";
  Chart chart;
  chart.id = "balance-by-year";
  chart.picture = "bars";
  chart.table.caption = "Income less spending, in million pounds";
  chart.table.columns = {{"Financial year"}, {"Of what"}, {"£ million, with interval", true}};
  for (const std::string& fund : plan.subjects("money", measure))
    for (const YearInRun& year : plan.years(kYearEnd)) {
      const auto balance = plan.series("money", measure, fund).at(year.ends);
      if (!balance) continue;
      chart.heading = (balance->mean < 0 ? "The " + fund + " spends £" : "The " + fund + " is left with £") +
                      shown(std::abs(balance->mean) / kMillion, 1) +
                      (balance->mean < 0 ? " million more than its income in " : " million in ") + year.label;
      chart.table.rows.push_back({year.label, fund, change_words(*balance, "pounds")});
      chart.values.push_back(drawn({{"subject", year.label}}, scaled(*balance, 1 / kMillion)));
    }
  chart.words =
      "A bar for each financial year: the income of the high-needs block less what is spent from it, in "
      "million pounds, with its interval, in '" +
      plan.name() + "'. Below nothing it is overspent.";
  return chart;
}

}  // namespace

std::string money_section(const Plans& plans) {
  return html_figures({spent_by_year(plans.front()), balance_by_year(plans.front())});
}

}  // namespace sendcap::report
