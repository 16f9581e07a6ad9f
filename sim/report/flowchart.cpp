#include "flowchart.hpp"

#include <fmt/format.h>

#include "shown_number.hpp"

namespace sendcap::report {
namespace {

constexpr std::size_t kLabelWidth = 34;

bool is_letter_or_digit(char letter) {
  return (letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'Z') ||
         (letter >= 'a' && letter <= 'z');
}

// Mermaid reads labels as Markdown and looks for marks of its own in them. What it takes for neither stands
// as it is; all else is written as its number (`#34;`).
bool is_harmless(std::string_view text, std::size_t at) {
  constexpr std::string_view kHarmless = " ,;()'/%+=?!";
  const char letter = text[at];
  if (static_cast<unsigned char>(letter) >= 0x80U || is_letter_or_digit(letter)) return true;
  const bool line_begins = text.find_first_not_of("0123456789-+") >= at;
  if (letter == '+') return !line_begins;  // it would begin a list, as would `1.` and `-`
  if (letter == '.' || letter == '-') return !line_begins;
  if (letter == ':') return at + 1 < text.size() && text[at + 1] == ' ';
  return kHarmless.find(letter) != std::string_view::npos;
}

std::string escaped(std::string_view line) {
  std::string text;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (is_harmless(line, at))
      text += line[at];
    else
      text += fmt::format("#{};", static_cast<int>(line[at]));
  }
  return text;
}

std::pair<std::string_view, std::string_view> brackets(Outline outline) {
  switch (outline) {
    case Outline::box:
      return {"[", "]"};
    case Outline::rounded:
      return {"(", ")"};
    case Outline::hexagon:
      return {"{{", "}}"};
    case Outline::parallel:
      return {"[/", "\\]"};
    case Outline::framed:
      return {"[[", "]]"};
    case Outline::diamond:
      return {"{", "}"};
    case Outline::pill:
      return {"([", "])"};
    case Outline::flag:
      return {">", "]"};
    case Outline::slanted:
      return {"[/", "/]"};
  }
  return {"[", "]"};
}

}  // namespace

std::string flowchart_label(const std::vector<std::string>& lines) {
  std::string label;
  for (const std::string& line : lines) {
    const std::string broken = wrapped(line, kLabelWidth);
    for (std::size_t begin = 0; begin < broken.size();) {
      const std::size_t end = broken.find('\n', begin);
      if (!label.empty()) label += "<br/>";
      label += escaped(std::string_view(broken).substr(begin, end - begin));
      begin = end + 1;
    }
  }
  return label;
}

std::string Flowchart::id(std::string_view sort, std::string_view name) {
  const auto [entry, is_new] = ids_.try_emplace({std::string(sort), std::string(name)});
  if (!is_new) return entry->second;
  std::string wanted = std::string(sort) + '_';
  for (const char letter : name) wanted += is_letter_or_digit(letter) ? letter : '_';
  std::string free = wanted;
  for (int number = 2; !taken_.insert(free).second; ++number) free = fmt::format("{}_{}", wanted, number);
  entry->second = free;
  return free;
}

// Whether it is new.
bool Flowchart::add(std::string line) {
  if (!drawn_.insert(line).second) return false;
  lines_.push_back(std::move(line));
  return true;
}

void Flowchart::node(std::string_view sort, std::string_view name, Outline outline,
                     const std::vector<std::string>& lines) {
  const std::string own = id(sort, name);
  if (!drawn_.insert(own).second) return;
  const auto [open, close] = brackets(outline);
  add(fmt::format("{}{}\"{}\"{}", own, open, flowchart_label(lines), close));
  nodes_.push_back({own, outline, lines});
}

void Flowchart::arrow(const std::pair<std::string, std::string>& from,
                      const std::pair<std::string, std::string>& to, std::string_view label, Arrow arrow) {
  const std::string_view line = arrow == Arrow::solid ? "-->" : "-.->";
  const std::string text = flowchart_label({std::string(label)});
  const std::string begin = id(from.first, from.second);
  const std::string end = id(to.first, to.second);
  const bool is_new = add(label.empty() ? fmt::format("{} {} {}", begin, line, end)
                                        : fmt::format("{} {}|\"{}\"| {}", begin, line, text, end));
  if (is_new) ways_.push_back({begin, end, std::string(label), arrow});
}

std::string Flowchart::fenced(std::string_view direction) const {
  std::string text = fmt::format("```mermaid\nflowchart {}\n", direction);
  for (const std::string& line : lines_) text.append("  ").append(line).append("\n");
  return text + "```\n\n";
}

}  // namespace sendcap::report
