#include <string>

#include "../shown_number.hpp"
#include "chart.hpp"
#include "sections.hpp"

// What is spent, by financial year and who pays.

namespace sendcap::report {
namespace {

constexpr double kMillion = 1e6;

// The dates on which a financial year ends within the run: the last report on or before 1 April, as the sums
// "so far" begin anew after it.
std::vector<std::string> ends_of_years(const PlanEstimates& plan) {
  std::vector<std::string> ends;
  for (const std::string& date : plan.dates())
    if (date.substr(4) == "-04-01" && date != plan.dates().front()) ends.push_back(date);
  if (!plan.dates().empty() && (ends.empty() || ends.back() != plan.dates().back()))
    ends.push_back(plan.dates().back());
  return ends;
}

std::string year_of(const std::string& end) {
  const int year = std::stoi(end.substr(0, 4));
  const bool whole = end.substr(4) == "-04-01";
  const int first = whole || end.substr(5, 2) < "04" ? year - 1 : year;
  const std::string name = std::to_string(first) + "/" + std::to_string(first + 1).substr(2);
  return whole ? name : name + " up to " + day_words(end);
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
  for (const std::string& end : ends_of_years(plan)) {
    double total = 0;
    std::size_t order = 0;
    for (const std::string& payer : plan.subjects("money", "spent, financial year so far")) {
      const auto spent = plan.series("money", "spent, financial year so far", payer).at(end);
      if (!spent) continue;
      total += spent->mean;
      chart.table.rows.push_back({year_of(end), payer, shown(*spent, Style::millions)});
      chart.values.push_back({{"year", year_of(end)},
                              {"series", payer},
                              {"order", order++},
                              {"mean", number(spent->mean / kMillion)}});
    }
    if (total > most) {
      most = total;
      most_in = year_of(end);
    }
  }
  if (chart.table.rows.empty()) return {};
  chart.heading = "£" + shown(most / kMillion, 1) + " million is spent in " + most_in;
  chart.words = "A bar for each financial year, divided by who pays, in '" + plan.name() +
                "'. The first and the last year may not be whole.";
  return html_figure(chart);
}

}  // namespace sendcap::report
