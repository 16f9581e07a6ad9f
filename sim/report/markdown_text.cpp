#include "markdown_text.hpp"

#include <fmt/format.h>

namespace sendcap::report {
namespace {

// Bytes of UTF-8 beyond ASCII belong to words.
bool is_of_word(char letter) {
  const auto byte = static_cast<unsigned char>(letter);
  return byte >= 0x80U || (letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'Z') ||
         (letter >= 'a' && letter <= 'z');
}

bool is_space(char letter) {
  return letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r';
}

// Whether a letter would be taken for a mark where it stands. An underline within a word is none, which keeps
// addresses of pages whole.
bool is_mark(std::string_view text, std::size_t at) {
  constexpr std::string_view kMarks = "\\`*[]<>|~";
  const char letter = text[at];
  const bool word_before = at > 0 && is_of_word(text[at - 1]);
  const bool word_after = at + 1 < text.size() && is_of_word(text[at + 1]);
  if (letter == '_') return !(word_before && word_after);
  if (letter == '&') return at + 1 < text.size() && (word_after || text[at + 1] == '#');
  return kMarks.find(letter) != std::string_view::npos;
}

// How far what belongs to a numbered item stands in.
std::string indent(int depth) {
  constexpr std::size_t kStep = 4;
  return std::string(static_cast<std::size_t>(depth) * kStep, ' ');
}

std::string named(std::string_view name, std::string_view plain) {
  return fmt::format("**{}**{}{}", markdown(name), plain.empty() ? "" : ": ", markdown(plain));
}

}  // namespace

std::string markdown(std::string_view plain) {
  std::string text;
  bool space = false;
  for (std::size_t at = 0; at < plain.size(); ++at) {
    if (is_space(plain[at])) {
      space = !text.empty();
      continue;
    }
    if (space) text += ' ';
    space = false;
    if (is_mark(plain, at)) text += '\\';
    text += plain[at];
  }
  return text;
}

std::string heading(int level, std::string_view plain) {
  return fmt::format("{} {}\n\n", std::string(static_cast<std::size_t>(level), '#'), markdown(plain));
}

std::string paragraph(std::string_view plain) {
  const std::string text = markdown(plain);
  return text.empty() ? text : text + "\n\n";
}

std::string item(int depth, std::string_view plain) {
  return fmt::format("{}- {}\n", indent(depth), markdown(plain));
}

std::string item(int depth, std::string_view name, std::string_view plain) {
  return fmt::format("{}- {}\n", indent(depth), named(name, plain));
}

std::string numbered_item(std::size_t number, std::string_view name, std::string_view plain) {
  return fmt::format("{}. {}\n", number, named(name, plain));
}

std::string table_row(const std::vector<std::string>& plain) {
  std::string row = "|";
  for (const std::string& cell : plain) row += fmt::format(" {} |", markdown(cell));
  return row += '\n';
}

std::string fenced(std::string_view text) {
  return "```\n" + std::string(text) + "\n```\n\n";
}

std::string table_rule(std::size_t columns) {
  std::string rule = "|";
  for (std::size_t column = 0; column < columns; ++column) rule += "---|";
  return rule += '\n';
}

}  // namespace sendcap::report
