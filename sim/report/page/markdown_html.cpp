#include "markdown_html.hpp"

#include <algorithm>
#include <sstream>
#include <string_view>
#include <utility>
#include <vector>

#include "html.hpp"

namespace sendcap::report {
namespace {

constexpr std::size_t kLongTable = 15;
constexpr std::size_t kIndent = 4;
constexpr std::size_t kDeepestHeading = 6;

// Text without its marks: `\*` is a star, what stands between `**` is bold.
std::string inline_html(std::string_view text) {
  std::string html;
  std::string plain;
  bool bold = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\\' && at + 1 < text.size()) {
      plain += text[++at];
    } else if (text.substr(at, 2) == "**") {
      html += escaped(std::exchange(plain, {})) + (bold ? "</strong>" : "<strong>");
      bold = !bold;
      ++at;
    } else {
      plain += text[at];
    }
  }
  return html + escaped(plain);
}

std::string plain_text(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\\' && at + 1 < text.size()) ++at;
    plain += text[at];
  }
  return plain;
}

// The cells of `| a | b |`; a bar behind a backslash is text.
std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::size_t begin = 1;
  for (std::size_t at = 1; at < line.size(); ++at) {
    if (line[at] == '\\') {
      ++at;
    } else if (line[at] == '|') {
      const std::string cell = line.substr(begin, at - begin);
      const std::size_t first = cell.find_first_not_of(' ');
      const std::size_t last = cell.find_last_not_of(' ');
      cells.push_back(first == std::string::npos ? "" : plain_text(cell.substr(first, last - first + 1)));
      begin = at + 1;
    }
  }
  return cells;
}

class Converter {
 public:
  std::string html_of(const std::string& page) {
    std::istringstream lines(page);
    for (std::string line; std::getline(lines, line);) take(line);
    end_blocks();
    return std::move(html_);
  }

 private:
  void take(const std::string& line) {
    if (line.rfind("```", 0) == 0) return begin_or_end_fence(line);
    if (fence_ == Fence::text) html_ += escaped(line) + "\n";
    if (fence_ != Fence::none) return;
    const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
    const std::string text = line.substr(indent);
    if (!text.empty() && text[0] == '|') return add_row(text);
    end_table();
    const std::size_t mark = mark_of_item(text);
    if (mark > 0) return add_item(indent / kIndent, text.substr(mark));
    if (text.empty()) return;
    end_lists();
    if (text[0] == '#')
      add_heading(text);
    else
      html_ += "<p>" + inline_html(text) + "</p>\n";
  }

  // Text in a fence stands as it is; pictures are left out, as the page draws its own.
  void begin_or_end_fence(const std::string& line) {
    end_blocks();
    if (fence_ == Fence::none) {
      fence_ = line == "```" ? Fence::text : Fence::picture;
      if (fence_ == Fence::text) html_ += "<pre><code>";
      return;
    }
    if (fence_ == Fence::text) html_ += "</code></pre>\n";
    fence_ = Fence::none;
  }

  // How long `- ` or `12. ` is at the beginning of an item; 0 where there is none.
  static std::size_t mark_of_item(const std::string& text) {
    if (text.rfind("- ", 0) == 0) return 2;
    const std::size_t digits = text.find_first_not_of("0123456789");
    return digits != std::string::npos && digits > 0 && text.compare(digits, 2, ". ") == 0 ? digits + 2 : 0;
  }

  void add_heading(const std::string& text) {
    const std::size_t level = text.find_first_not_of('#');
    if (level == 1 || level == std::string::npos) return;
    heading_ = plain_text(text.substr(level + 1));
    const std::string tag = "h" + std::to_string(std::min(level + 1, kDeepestHeading));
    html_ += "<" + tag + ">" + escaped(heading_) + "</" + tag + ">\n";
  }

  void add_item(std::size_t depth, const std::string& text) {
    if (depth + 1 > lists_) {
      html_ += "<ul>\n";
      ++lists_;
    } else {
      html_ += "</li>\n";
      for (; lists_ > depth + 1; --lists_) html_ += "</ul></li>\n";
    }
    html_ += "<li>" + inline_html(text);
  }

  void add_row(const std::string& text) {
    end_lists();
    if (text.find_first_not_of("|-: ") == std::string::npos && !table_.columns.empty()) return;
    std::vector<std::string> cells = cells_of(text);
    if (!table_.columns.empty()) return table_.rows.push_back(std::move(cells));
    table_.caption = heading_;
    for (std::string& cell : cells) table_.columns.push_back({std::move(cell), false});
  }

  void end_table() {
    if (table_.columns.empty()) return;
    for (std::vector<std::string>& row : table_.rows) row.resize(table_.columns.size());
    if (table_.rows.size() > kLongTable)
      html_ += "<details><summary>" + escaped(table_.caption) + ": " + std::to_string(table_.rows.size()) +
               " rows</summary>\n" + html_table(table_) + "</details>\n";
    else
      html_ += html_table(table_);
    table_ = {};
  }

  void end_lists() {
    for (; lists_ > 0; --lists_) html_ += "</li></ul>\n";
  }

  void end_blocks() {
    end_table();
    end_lists();
  }

  std::string html_;
  std::string heading_;
  HtmlTable table_;
  std::size_t lists_ = 0;
  enum class Fence { none, picture, text };
  Fence fence_ = Fence::none;
};

}  // namespace

std::string html_of_markdown(const std::string& page) {
  return Converter().html_of(page);
}

}  // namespace sendcap::report
