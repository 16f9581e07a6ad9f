#pragma once

#include <string>
#include <vector>

#include "../json_text.hpp"
#include "html.hpp"

namespace sendcap::report {

// A picture of the report: a Vega-Lite specification (charts/NAME.vl.json) with the data it draws, and what
// says the same to those who do not see it.
struct Chart {
  std::string id;       // in the page
  std::string picture;  // name of the specification
  std::string heading;  // states what is to be seen
  std::string words;    // the text alternative: what is drawn and what it shows
  Json values = Json::array();
  HtmlTable table;  // the data behind it
};

// What a picture draws of one thing: these fields, and the interval as `mean`, `low` and `high`.
[[nodiscard]] Json drawn(Json fields, const engine::Interval& value);

// An interval in another unit: all of it multiplied.
[[nodiscard]] engine::Interval scaled(const engine::Interval& value, double factor);

// `<figure>…</figure>` with heading, words, the place of the picture, its data and the table behind it.
[[nodiscard]] std::string html_figure(const Chart& chart);

// The same of each that has rows in its table.
[[nodiscard]] std::string html_figures(const std::vector<Chart>& charts);

// JSON that may stand in a script element of HTML.
[[nodiscard]] std::string in_script(const Json& json);

}  // namespace sendcap::report
