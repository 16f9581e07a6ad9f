#include "../figure_words.hpp"
#include "chart.hpp"
#include "results_view.hpp"
#include "sections.hpp"

// Which uncertain figures an answer hangs on: a tornado for each outcome, from a `sensitivity.json`.

namespace sendcap::report {
namespace {

std::string about(const Json& tornado) {
  std::string words = tornado["measure"].get<std::string>() + ", " + tornado["service"].get<std::string>();
  if (tornado.contains("date") && tornado["date"].is_string())
    words += ", " + day_words(tornado["date"].get<std::string>());
  return words;
}

Chart tornado_chart(const Json& tornado, std::size_t number_of_chart) {
  const std::string unit = tornado["unit"];
  Chart chart;
  chart.id = "tornado-" + std::to_string(number_of_chart);
  chart.picture = "tornado";
  chart.table.caption = about(tornado);
  chart.table.columns = {
      {"Input"}, {"Is"}, {"At its low end"}, {"Changes by", true}, {"At its high end"}, {"Changes by", true}};
  for (const Json& swing : tornado["leading"]) {
    const std::string input = swing["input"];
    std::vector<std::string> row{input, swing["is"]};
    for (const char* end : {"low_end", "high_end"}) {
      const engine::Interval change = interval_in(swing[end]["change"]);
      chart.values.push_back(
          {{"input", input},
           {"end", std::string(end) == "low_end" ? "low end of its range" : "high end of its range"},
           {"mean", number(change.mean)},
           {"value", swing[end]["value"]}});
      row.push_back(swing[end]["value"]);
      row.push_back(change_words(change, unit));
    }
    chart.table.rows.push_back(std::move(row));
  }
  if (!chart.table.rows.empty())
    chart.heading = chart.table.rows.front().front() + " moves it most: " + about(tornado);
  chart.words = "Two bars for each uncertain figure: how far the outcome (" + unit +
                ") moves when that figure alone stands at the low and at the high end of its range. The "
                "longest on top.";
  return chart;
}

}  // namespace

std::string tornado_section(const Json& sensitivity) {
  std::string html;
  std::size_t drawn = 0;
  for (const Json& tornado : sensitivity["tornadoes"])
    if (!tornado["leading"].empty()) html += html_figure(tornado_chart(tornado, ++drawn));
  if (html.empty())
    return "<p>No uncertain figure moves what was asked about in a way that can be told from chance.</p>\n";
  return html;
}

}  // namespace sendcap::report
