#include "../figure_words.hpp"
#include "chart.hpp"
#include "results_view.hpp"
#include "sections.hpp"

// Which uncertain figures an answer hangs on: a tornado for each outcome, from a `sensitivity.json`.

namespace sendcap::report {
namespace {

std::string about(const Json& tornado) {
  std::string words =
      tornado.at("measure").get<std::string>() + ", " + tornado.at("service").get<std::string>();
  if (tornado.contains("date") && tornado.at("date").is_string())
    words += ", " + day_words(tornado.at("date").get<std::string>());
  return words;
}

// A path in lines of at most so many letters, broken before its dots; `|` stands between lines.
std::string in_lines(const std::string& path) {
  constexpr std::size_t kLine = 40;
  std::string lines;
  std::size_t used = 0;
  for (std::size_t from = 0; from < path.size();) {
    const std::size_t dot = path.find('.', from + 1);
    const std::string part = path.substr(from, dot == std::string::npos ? dot : dot - from);
    if (used > 0 && used + part.size() > kLine) {
      lines += '|';
      used = 0;
    }
    lines += part;
    used += part.size();
    from += part.size();
  }
  return lines;
}

Chart tornado_chart(const Json& tornado, std::size_t number_of_chart) {
  const std::string unit = tornado.at("unit");
  Chart chart;
  chart.id = "tornado-" + std::to_string(number_of_chart);
  chart.picture = "tornado";
  chart.table.caption = about(tornado);
  chart.table.columns = {
      {"Input"}, {"Is"}, {"At its low end"}, {"Changes by", true}, {"At its high end"}, {"Changes by", true}};
  for (const Json& swing : tornado.at("leading")) {
    const std::string input = swing.at("input");
    std::vector<std::string> row{input, swing.at("is")};
    for (const char* end : {"low_end", "high_end"}) {
      const engine::Interval change = interval_in(swing.at(end).at("change"));
      chart.values.push_back(
          {{"input", in_lines(input)},
           {"end", std::string(end) == "low_end" ? "low end of its range" : "high end of its range"},
           {"mean", number(change.mean)},
           {"value", swing.at(end).at("value")}});
      row.push_back(swing.at(end).at("value"));
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
  std::vector<Chart> charts;
  for (const Json& tornado : sensitivity.at("tornadoes"))
    charts.push_back(tornado_chart(tornado, charts.size() + 1));
  const std::string html = html_figures(charts);
  if (html.empty())
    return "<p>No uncertain figure moves what was asked about in a way that can be told from chance.</p>\n";
  return html;
}

}  // namespace sendcap::report
