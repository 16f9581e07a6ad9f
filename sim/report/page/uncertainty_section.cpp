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

}  // namespace

std::string uncertainty_section(const Json& uncertainty) {
  std::vector<Chart> charts;
  for (const Json& figure : uncertainty.at("figures"))
    if (figure.contains("drivers")) charts.push_back(drivers_chart(figure, charts.size() + 1));
  return html_figures(charts);
}

}  // namespace sendcap::report
