#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "../figure_words.hpp"
#include "../shown_number.hpp"
#include "chart.hpp"
#include "finding.hpp"
#include "sections.hpp"

// What is spent, by financial year and who pays, and what is left of the high-needs block.

namespace sendcap::report {
namespace {

constexpr double kMillion = 1e6;
constexpr const char* kYearEnd = "ends_financial_year";

// How much is said of a sum: `£59.5 million`, or with its interval.
enum class Told { bare, with_interval };

// With one decimal at the most.
std::string millions(const engine::Interval& pounds, Told told) {
  const engine::Interval size = scaled(pounds, 1 / kMillion);
  const int decimals = std::min(decimals_of(size), 1);
  const std::string mean = "£" + shown(size.mean, decimals) + " million";
  if (told == Told::bare || !std::isfinite(size.half_width()) || size.half_width() == 0) return mean;
  return mean + " (" + shown(size.low, decimals) + " to " + shown(size.high, decimals) + ")";
}

Chart spent_by_year(const PlanEstimates& plan) {
  Chart chart;
  chart.id = "money-by-year";
  chart.picture = "money";
  chart.table.caption = "Spent, in million pounds";
  chart.table.columns = {{"Financial year"}, {"Who pays"}, {"£ million, with interval", true}};
  engine::Interval most;
  std::string most_in;
  for (const YearInRun& year : plan.years(kYearEnd)) {
    engine::Interval total;  // at its widest, as if what is spent by each rose and fell together
    std::size_t order = 0;
    for (const std::string& payer : plan.subjects("money", "spent, financial year so far")) {
      const auto spent = plan.series("money", "spent, financial year so far", payer).at(year.ends);
      if (!spent) continue;
      total = {total.mean + spent->mean, total.low + spent->low, total.high + spent->high};
      chart.table.rows.push_back({year.label, payer, shown(*spent, Style::millions)});
      chart.values.push_back({{"year", year.label},
                              {"series", payer},
                              {"order", order++},
                              {"mean", number(spent->mean / kMillion)}});
    }
    if (total.mean > most.mean) {
      most = total;
      most_in = year.label;
    }
  }
  if (most.mean == 0) return {};
  chart.heading = millions(most, Told::bare) + " is spent in " + most_in;
  chart.words = "A bar for each financial year, divided by who pays, in '" + plan.name() +
                "'. A year that is not whole says from when or to when.";
  return chart;
}

constexpr const char* kBalance = "balance, financial year so far";

// Of a fund and a plan; what lies in no full year is told of the whole run only.
struct Balance {
  std::string fund;
  std::string last_year;  // the last that lies in the run as a whole; empty when none does
  engine::Interval in_last_year;
  std::optional<engine::Interval> over_run;
};

Balance balance_of(const PlanEstimates& plan, const std::string& fund) {
  Balance found{fund, {}, {}, {}};
  const EstimateSeries series = plan.series("money", kBalance, fund);
  for (const YearInRun& year : plan.years(kYearEnd))
    if (const auto balance = series.at(year.ends); balance && year.whole) {
      found.last_year = year.label;
      found.in_last_year = *balance;
    }
  for (const Json& one : plan.document().value("balances", Json::array()))
    if (one.at("service") == fund) found.over_run = interval_in(one);
  return found;
}

// The size of what is left or overspent.
std::string size_of(const engine::Interval& balance, Told told) {
  return millions(balance.mean < 0 ? engine::Interval{-balance.mean, -balance.high, -balance.low} : balance,
                  told);
}

// `spends £59.5 million more than its income`
std::string left_words(const engine::Interval& balance, Told told) {
  return balance.mean < 0 ? "spends " + size_of(balance, told) + " more than its income"
                          : "is left with " + size_of(balance, told);
}

std::string run_words(const PlanEstimates& plan) {
  return "from " + day_words(plan.dates().front()) + " to " + day_words(plan.dates().back());
}

// The last full year and the run; empty when neither is known.
std::string balance_words(const PlanEstimates& plan, const Balance& balance, Told told) {
  const bool year = !balance.last_year.empty();
  if (!year && !balance.over_run) return {};
  std::string words = "The " + balance.fund + " ";
  if (year) words += left_words(balance.in_last_year, told) + " in " + balance.last_year;
  if (year && balance.over_run) words += ", and ";
  if (!balance.over_run) return words;
  const bool alike = year && (balance.in_last_year.mean < 0) == (balance.over_run->mean < 0);
  words += alike ? size_of(*balance.over_run, told) + (balance.over_run->mean < 0 ? " more" : "")
                 : left_words(*balance.over_run, told);
  return words + " " + run_words(plan);
}

void add_balances(Chart& chart, const PlanEstimates& plan, const Balance& balance) {
  const EstimateSeries series = plan.series("money", kBalance, balance.fund);
  for (const YearInRun& year : plan.years(kYearEnd)) {
    const auto of_year = series.at(year.ends);
    if (!of_year) continue;
    chart.table.rows.push_back({year.label, balance.fund, plan.name(), change_words(*of_year, "pounds")});
    chart.values.push_back(drawn(
        {{"panel", balance.fund + ", million pounds"}, {"subject", year.label}, {"series", plan.name()}},
        scaled(*of_year, 1 / kMillion)));
  }
  if (balance.over_run)
    chart.table.rows.push_back(
        {run_words(plan), balance.fund, plan.name(), change_words(*balance.over_run, "pounds")});
}

// Of whoever has an income: the high-needs block. A part of a year is never its heading.
Chart balance_by_year(const Plans& plans) {
  Chart chart;
  chart.id = "balance-by-year";
  chart.picture = "by_year";
  chart.table.caption = "Income less spending";
  chart.table.columns = {{"Financial year"}, {"Of what"}, {"Plan"}, {"Pounds, with interval", true}};
  for (const std::string& fund : plans.front().subjects("money", kBalance))
    for (const PlanEstimates& plan : plans) {
      const Balance balance = balance_of(plan, fund);
      add_balances(chart, plan, balance);
      if (&plan == &plans.front()) chart.heading = balance_words(plan, balance, Told::bare);
    }
  if (chart.heading.empty()) chart.heading = "Income less spending in parts of financial years";
  chart.words =
      "A point for each financial year and plan: the income of the high-needs block less what is spent from "
      "it, in million pounds, with the interval of the mean. Below nothing it is overspent. A year that is "
      "not whole says from when or to when.";
  return chart;
}

}  // namespace

// When it is overspent.
std::vector<Finding> balance_findings(const PlanEstimates& plan) {
  std::vector<Finding> found;
  for (const std::string& fund : plan.subjects("money", kBalance)) {
    const Balance balance = balance_of(plan, fund);
    const bool overspent = balance.last_year.empty() ? balance.over_run && balance.over_run->mean < 0
                                                     : balance.in_last_year.mean < 0;
    if (!overspent) continue;
    found.push_back({balance_words(plan, balance, Told::with_interval) +
                         ". Its income and what else is spent from it are figures of the scenario.",
                     "balance-by-year"});
  }
  return found;
}

std::string money_section(const Plans& plans) {
  return html_figures({spent_by_year(plans.front()), balance_by_year(plans)});
}

}  // namespace sendcap::report
