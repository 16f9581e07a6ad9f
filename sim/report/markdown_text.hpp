#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sendcap::report {

// Pieces of a Markdown page. All take plain text; what Markdown would take for marks is escaped.

// The text so that it is shown as it stands, on one line.
[[nodiscard]] std::string markdown(std::string_view plain);

// A heading of a level from 1, with an empty line after it.
[[nodiscard]] std::string heading(int level, std::string_view plain);

// A paragraph; nothing when there is no text.
[[nodiscard]] std::string paragraph(std::string_view plain);

// An item of a list, so many levels deep; the name before it in bold.
[[nodiscard]] std::string item(int depth, std::string_view plain);
[[nodiscard]] std::string item(int depth, std::string_view name, std::string_view plain);

// An item of a numbered list; what belongs to it is one level deeper.
[[nodiscard]] std::string numbered_item(std::size_t number, std::string_view name, std::string_view plain);

// Text as it stands, such as a command.
[[nodiscard]] std::string fenced(std::string_view text);

// A row of a table; after the first row stands the rule of so many columns.
[[nodiscard]] std::string table_row(const std::vector<std::string>& plain);
[[nodiscard]] std::string table_rule(std::size_t columns);

}  // namespace sendcap::report
