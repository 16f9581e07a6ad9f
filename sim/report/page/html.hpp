#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sendcap::report {

// Text as it stands in HTML, in elements and in attributes in double quotes.
[[nodiscard]] std::string escaped(std::string_view text);

// A table behind a picture or by itself. The first column names the row.
struct HtmlTable {
  struct Column {
    std::string heading;
    bool number = false;
  };
  std::string caption;
  std::vector<Column> columns;
  std::vector<std::vector<std::string>> rows;
};

// `<table>…</table>` in a region that scrolls sideways by itself, also by keyboard.
[[nodiscard]] std::string html_table(const HtmlTable& table);

}  // namespace sendcap::report
