#include "chart.hpp"

namespace sendcap::report {

std::string in_script(const Json& json) {
  std::string text = json.dump();
  for (std::size_t at = text.find('<'); at != std::string::npos; at = text.find('<', at))
    text.replace(at, 1, "\\u003c");
  return text;
}

Json drawn(Json fields, const engine::Interval& value) {
  fields.update(interval(value));
  return fields;
}

engine::Interval scaled(const engine::Interval& value, double factor) {
  return {value.mean * factor, value.low * factor, value.high * factor};
}

std::string html_figure(const Chart& chart) {
  const std::string id = escaped(chart.id);
  return "<figure id=\"" + id + "\" data-picture=\"" + escaped(chart.picture) + "\" data-values=\"" + id +
         "-values\">\n<figcaption><h3 id=\"" + id + "-heading\">" + escaped(chart.heading) +
         "</h3>\n<p class=\"words\" id=\"" + id + "-words\">" + escaped(chart.words) +
         "</p></figcaption>\n<div class=\"picture\"></div>\n<details><summary>The numbers behind this "
         "picture</summary>\n" +
         html_table(chart.table) + "</details>\n<script type=\"application/json\" id=\"" + id + "-values\">" +
         in_script(chart.values) + "</script>\n</figure>\n";
}

std::string html_figures(const std::vector<Chart>& charts) {
  std::string html;
  for (const Chart& chart : charts)
    if (!chart.table.rows.empty()) html += html_figure(chart);
  return html;
}

}  // namespace sendcap::report
