#include "sendcap/scenario/language/diagnostic.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace sendcap::scenario {

void Diagnostics::add(Diagnostic diagnostic) {
  if (diagnostic.severity == Severity::error) ++errors_;
  all_.push_back(std::move(diagnostic));
}

void Diagnostics::error(Code code, Place place, std::string path, std::string message, std::string hint) {
  add({code, Severity::error, place, std::move(path), std::move(message), std::move(hint), {}});
}

void Diagnostics::warning(Code code, Place place, std::string path, std::string message, std::string hint) {
  add({code, Severity::warning, place, std::move(path), std::move(message), std::move(hint), {}});
}

std::vector<Diagnostic> Diagnostics::sorted() const {
  std::vector<Diagnostic> result = all_;
  std::stable_sort(result.begin(), result.end(), [](const Diagnostic& left, const Diagnostic& right) {
    const auto key = [](Place place) { return std::make_tuple(place.file, place.line, place.column); };
    return key(left.place) < key(right.place);
  });
  return result;
}

namespace {

constexpr std::size_t kTabWidth = 4;
constexpr std::string_view kIndent = "    ";

constexpr std::size_t kWidestLine = 160;

/// The part of a line around a character that can be shown, and where the character then stands.
std::string_view part_to_show(std::string_view line, std::uint32_t& column) {
  if (line.size() <= kWidestLine) return line;
  const auto begins_character = [&](std::size_t byte) {
    return byte >= line.size() || (static_cast<unsigned char>(line[byte]) & 0xC0U) != 0x80U;
  };
  std::size_t begin = 0;
  // As many characters are cut off in front as leave the column in the first half.
  while (column > kWidestLine / 2) {
    do {
      ++begin;
    } while (!begins_character(begin));
    --column;
  }
  std::size_t end = std::min(line.size(), begin + kWidestLine);
  while (!begins_character(end)) ++end;
  return line.substr(begin, end - begin);
}

/// A line as it is shown, with tabs as spaces, and the caret under one of its characters.
std::string line_with_caret(std::string_view whole_line, std::uint32_t column) {
  const std::string_view line = part_to_show(whole_line, column);
  std::string shown;
  std::size_t width = 0;
  std::size_t caret = 0;
  std::uint32_t character = 0;
  for (const char byte : line) {
    const bool begins_character = (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
    if (begins_character && ++character == column) caret = width;
    if (byte == '\t') {
      const std::size_t spaces = kTabWidth - width % kTabWidth;
      shown.append(spaces, ' ');
      width += spaces;
    } else {
      shown += byte;
      if (begins_character) ++width;
    }
  }
  if (column > character) caret = width;
  std::string result(kIndent);
  result.append(shown).append("\n").append(kIndent).append(std::string(caret, ' ')).append("^\n");
  return result;
}

std::string source_line(Place place, const Sources& sources) {
  if (!place.known()) return {};
  const std::string_view line = sources.line(place.file, place.line);
  return line.empty() ? std::string() : line_with_caret(line, place.column);
}

std::string headed(Place place, const Sources& sources, std::string_view text) {
  std::string where = sources.describe(place);
  if (!where.empty()) where += ": ";
  return where.append(text).append("\n") + source_line(place, sources);
}

}  // namespace

std::string render(const Diagnostic& diagnostic, const Sources& sources) {
  std::string head = diagnostic.severity == Severity::error ? "error " : "warning ";
  head += to_string(diagnostic.code) + ": " + diagnostic.message;
  if (!diagnostic.path.empty()) head += " (in " + diagnostic.path + ")";
  std::string result = headed(diagnostic.place, sources, head);
  if (!diagnostic.hint.empty()) result += "hint: " + diagnostic.hint + "\n";
  for (const Note& note : diagnostic.notes) result += headed(note.place, sources, "note: " + note.message);
  return result;
}

std::string render(const Diagnostics& diagnostics, const Sources& sources, std::size_t most_shown) {
  const std::vector<Diagnostic> sorted = diagnostics.sorted();
  std::string result;
  for (std::size_t index = 0; index < std::min(most_shown, sorted.size()); ++index) {
    result += render(sorted[index], sources);
  }
  if (sorted.size() > most_shown) result += "… and " + std::to_string(sorted.size() - most_shown) + " more\n";
  return result;
}

}  // namespace sendcap::scenario
