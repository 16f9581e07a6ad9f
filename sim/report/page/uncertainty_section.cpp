#include <string>
#include <vector>

#include "../figure_words.hpp"
#include "../shown_number.hpp"
#include "chart.hpp"
#include "results_view.hpp"
#include "sections.hpp"

// What all uncertain figures at once do to an answer, and which of them drive it, from an `uncertainty.json`.

namespace sendcap::report {
namespace {

Chart drivers_chart(const Json& figure, std::size_t number_of_chart) {
  Chart chart;
  chart.id = "drivers-" + std::to_string(number_of_chart);
  chart.picture = "bars";
  const std::string about =
      figure.at("measure").get<std::string>() + ", " + figure.at("service").get<std::string>();
  chart.table.caption = "What drives " + about;
  chart.table.columns = {
      {"Input"}, {"Share of the spread it explains", true}, {"Rank correlation, with interval", true}};
  for (const Json& driver : figure.at("drivers")) {
    const double explains = driver.at("explains").is_number() ? driver.at("explains").get<double>() : 0;
    chart.table.rows.push_back({driver.at("input"), shown(explains, 0, Style::share),
                                shown(interval_in(driver.at("rank_correlation")))});
    chart.values.push_back({{"subject", driver.at("input")}, {"mean", number(explains)}});
  }
  if (!chart.table.rows.empty())
    chart.heading =
        chart.table.rows.front()[0] + " explains more of how uncertain it is than any other figure: " + about;
  chart.words =
      "A bar for each uncertain figure: the share of the spread of the outcome that it explains, from 0 to "
      "1.";
  return chart;
}

// With its sign where it is the effect of a plan.
std::string amount(const Json& figure, const engine::Interval& value) {
  const std::string unit = figure.at("unit");
  return figure.contains("less") ? change_words(value, unit) : value_words(value, unit);
}

std::string percentile(const Json& figure, const char* which) {
  const double number = figure.at(which);
  return amount(figure, {number, number, number});
}

// What was asked about as it stands, and where it lies when all ranges are open at once.
std::string how_sure(const Json& uncertainty) {
  HtmlTable table;
  table.caption = "Each answer with all uncertain figures at once within their ranges";
  table.columns = {{"What"},
                   {"Of"},
                   {"As it stands", true},
                   {"Over all ranges, on average", true},
                   {"In nine of ten points between", true},
                   {"Chance that the plan makes it better", true}};
  for (const Json& figure : uncertainty.at("figures")) {
    if (!figure.contains("percentile_5") || !figure.at("percentile_5").is_number()) continue;
    table.rows.push_back(
        {figure.at("measure").get<std::string>() + ", " + figure.at("service").get<std::string>(),
         figure.at("about"), amount(figure, interval_in(figure.at("as_it_stands"))),
         amount(figure, interval_in(figure.at("mean"))),
         percentile(figure, "percentile_5") + " and " + percentile(figure, "percentile_95"),
         figure.contains("chance_better") ? shown(interval_in(figure.at("chance_better")), Style::share)
                                          : "–"});
  }
  if (table.rows.empty()) return "<p>Too few points are complete to say how sure the answer is.</p>\n";
  return html_table(table);
}

}  // namespace

std::string uncertainty_section(const Json& uncertainty) {
  std::vector<Chart> charts;
  for (const Json& figure : uncertainty.at("figures"))
    if (figure.contains("drivers")) charts.push_back(drivers_chart(figure, charts.size() + 1));
  const std::string drivers = html_figures(charts);
  return how_sure(uncertainty) +
         (drivers.empty() ? "<p>No uncertain figure stands out as what drives the answer.</p>\n" : drivers);
}

}  // namespace sendcap::report
