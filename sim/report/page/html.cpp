#include "html.hpp"

namespace sendcap::report {

std::string escaped(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  for (const char letter : text) {
    switch (letter) {
      case '&':
        safe += "&amp;";
        break;
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '"':
        safe += "&quot;";
        break;
      default:
        // Control characters may not stand in HTML; U+FFFD stands for what can not be shown.
        if (static_cast<unsigned char>(letter) < 0x20U && letter != '\n' && letter != '\t')
          safe += "\xEF\xBF\xBD";
        else
          safe += letter;
    }
  }
  return safe;
}

std::string html_table(const HtmlTable& table) {
  std::string html =
      "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Table: " + escaped(table.caption) +
      "\">\n<table>\n<caption>" + escaped(table.caption) + "</caption>\n<thead><tr>";
  for (const HtmlTable::Column& column : table.columns)
    html += std::string("<th scope=\"col\"") + (column.number ? " class=\"number\"" : "") + ">" +
            escaped(column.heading) + "</th>";
  html += "</tr></thead>\n<tbody>\n";
  for (const std::vector<std::string>& row : table.rows) {
    html += "<tr>";
    for (std::size_t c = 0; c < row.size(); ++c) {
      if (c == 0)
        html += "<th scope=\"row\">" + escaped(row[c]) + "</th>";
      else
        html += std::string("<td") + (table.columns[c].number ? " class=\"number\"" : "") + ">" +
                escaped(row[c]) + "</td>";
    }
    html += "</tr>\n";
  }
  return html + "</tbody>\n</table>\n</div>\n";
}

}  // namespace sendcap::report
