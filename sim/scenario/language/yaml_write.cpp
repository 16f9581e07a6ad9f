#include <algorithm>
#include <utility>

#include "scenario/language/text.hpp"
#include "sendcap/scenario/language/yaml.hpp"

namespace sendcap::scenario {

namespace {

bool has_control_character(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char letter) {
    return static_cast<unsigned char>(letter) < ' ' || letter == '\x7F';
  });
}

/// Whether a text can stand without quotes and stay the same text.
bool stands_plain(std::string_view text) {
  constexpr std::string_view kFirst = "-?:,[]{}#&*!|>'\"%@`=";
  constexpr std::string_view kAnywhere = ",[]{}\"";
  const std::string lower = lower_case(text);
  if (text.empty() || text != trimmed(text) || lower == "~" || lower == "null" || text == "<<") return false;
  if (kFirst.find(text.front()) != std::string_view::npos) return false;
  // At the front of a file it would be dropped.
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark) return false;
  return text.find_first_of(kAnywhere) == std::string_view::npos &&
         text.find(": ") == std::string_view::npos && text.find(" #") == std::string_view::npos &&
         text.back() != ':';
}

std::string in_double_quotes(std::string_view text) {
  constexpr std::string_view kHexadecimal = "0123456789ABCDEF";
  std::string result = "\"";
  for (const char letter : text) {
    const auto code = static_cast<unsigned char>(letter);
    if (letter == '\n') {
      result += "\\n";
    } else if (letter == '\t') {
      result += "\\t";
    } else if (letter == '"' || letter == '\\') {
      result += {'\\', letter};
    } else if (code < ' ' || code == 0x7F) {
      result += {'\\', 'x', kHexadecimal[code >> 4U], kHexadecimal[code & 0xFU]};
    } else {
      result += letter;
    }
  }
  return result + "\"";
}

std::string scalar_text(std::string_view text, bool quoted) {
  if (has_control_character(text)) return in_double_quotes(text);
  if (!quoted && stands_plain(text)) return std::string(text);
  std::string result = "'";
  for (const char letter : text) result.append(letter == '\'' ? 2 : 1, letter);
  return result + "'";
}

bool is_flat_list(const Node& node) {
  return node.is_list() && std::all_of(node.children.begin(), node.children.end(),
                                       [](const Node& item) { return item.is_scalar(); });
}

/// `[least, most]`, and whatever has nothing in it, stands behind its key on one line.
bool stands_on_one_line(const Node& node) {
  return node.is_null() || node.is_scalar() || node.children.empty() || is_flat_list(node);
}

class YamlText {
 public:
  void write(const Node& node, std::size_t indent) {
    if (stands_on_one_line(node)) {
      text_ += std::string(indent, ' ') + to_yaml_line(node) + "\n";
      return;
    }
    for (const Node& child : node.children) write_child(child, node.is_list(), indent, true);
  }

  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  /// An entry (`key: …`) or item (`- …`). The first entry of an item stands behind its dash.
  void write_child(const Node& child, bool item, std::size_t indent, bool indented) {
    if (indented) text_ += std::string(indent, ' ');
    text_ += item ? "-" : scalar_text(child.key, false) + ":";
    if (stands_on_one_line(child)) {
      const std::string line = child.is_null() ? std::string() : to_yaml_line(child);
      text_ += (line.empty() ? "" : " ") + line + "\n";
    } else if (item && child.is_mapping()) {
      text_ += " ";
      for (const Node& entry : child.children) {
        write_child(entry, false, indent + 2, &entry != &child.children.front());
      }
    } else {
      text_ += "\n";
      write(child, indent + 2);
    }
  }

  std::string text_;
};

}  // namespace

std::string to_yaml(const Node& node) {
  YamlText text;
  text.write(node, 0);
  return text.take();
}

std::string to_yaml_line(const Node& node) {
  if (node.is_null()) return "null";
  if (node.is_scalar()) return scalar_text(node.text, node.quoted);
  std::string result = node.is_list() ? "[" : "{";
  for (const Node& child : node.children) {
    if (&child != &node.children.front()) result += ", ";
    if (node.is_mapping()) result += scalar_text(child.key, false) + ": ";
    result += to_yaml_line(child);
  }
  return result + (node.is_list() ? "]" : "}");
}

}  // namespace sendcap::scenario
