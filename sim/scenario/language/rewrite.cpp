#include "sendcap/scenario/language/rewrite.hpp"

#include <algorithm>
#include <cctype>
#include <string_view>
#include <utility>

#include "scenario/language/text.hpp"
#include "sendcap/scenario/language/node.hpp"
#include "sendcap/scenario/language/yaml.hpp"

namespace sendcap::scenario {

namespace {

constexpr auto kQualities = enum_words(Quality{});

/// Bytes that are replaced.
struct Splice {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string text;
};

bool same_place(Place left, Place right) {
  return left.line == right.line && left.column == right.column;
}

Node* node_at(Node& node, Place place) {
  const bool value = node.is_scalar() || (node.is_mapping() && node.find("is") != nullptr);
  if (value && same_place(node.where(), place)) return &node;
  for (Node& child : node.children)
    if (Node* found = node_at(child, place)) return found;
  return nullptr;
}

/// Where things stand in the bytes of a text.
class Layout {
 public:
  explicit Layout(std::string_view text) : text_(text) {}

  [[nodiscard]] std::size_t byte(Place place) const {
    std::size_t at = 0;
    for (std::uint32_t line = 1; line < place.line; ++line) at = text_.find('\n', at) + 1;
    for (std::uint32_t column = 1; column < place.column; ++column) at = after_character(at);
    return at;
  }

  [[nodiscard]] std::size_t end_of_line(std::size_t at) const {
    const std::size_t end = std::min(text_.find('\n', at), text_.size());
    return end > at && text_[end - 1] == '\r' ? end - 1 : end;
  }

  /// Of the value of an entry of a mapping, or of a value alone: behind an anchor, if there is one.
  [[nodiscard]] std::size_t begin_of(const Node& node) const {
    std::size_t at = byte(node.where());
    if (!node.key.empty()) {
      std::size_t behind = text_.find(':', byte(node.key_place)) + 1;
      behind = text_.find_first_not_of(" \t", behind);
      if (behind < end_of_line(byte(node.key_place)) && text_[behind] != '#') at = behind;
    }
    if (text_[at] == '&') at = text_.find_first_not_of(" \t", text_.find_first_of(" \t", at));
    return at;
  }

  /// The end of a value that begins at a byte; nothing when it is written in a way that is not known here.
  [[nodiscard]] std::optional<std::size_t> end_of(const Node& node, std::size_t begin) const {
    const char first = text_[begin];
    if (node.is_list()) return first == '[' ? end_of_brackets(begin) : std::nullopt;
    if (!node.is_scalar()) return std::nullopt;
    if (first == '\'' || first == '"') return end_of_quotes(begin);
    if (first != '>' && first != '|' && text_.substr(begin, node.text.size()) == node.text)
      return begin + node.text.size();
    return end_of_block(node, begin);
  }

 private:
  [[nodiscard]] std::size_t after_character(std::size_t at) const {
    ++at;
    while (at < text_.size() && (static_cast<unsigned char>(text_[at]) & 0xC0U) == 0x80U) ++at;
    return at;
  }

  [[nodiscard]] std::optional<std::size_t> end_of_quotes(std::size_t begin) const {
    const char quote = text_[begin];
    for (std::size_t at = begin + 1; at < text_.size(); ++at) {
      if (quote == '"' && text_[at] == '\\')
        ++at;
      else if (text_[at] == quote && quote == '\'' && text_.substr(at + 1, 1) == "'")
        ++at;
      else if (text_[at] == quote)
        return at + 1;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<std::size_t> end_of_brackets(std::size_t begin) const {
    for (std::size_t at = begin; at < text_.size(); ++at) {
      if (text_[at] == ']') return at + 1;
      if (text_[at] != '"' && text_[at] != '\'') continue;
      const std::optional<std::size_t> end = end_of_quotes(at);
      if (!end) return std::nullopt;
      at = *end - 1;
    }
    return std::nullopt;
  }

  /// Of a text over several lines: those that stand farther in than their key.
  [[nodiscard]] std::optional<std::size_t> end_of_block(const Node& node, std::size_t begin) const {
    if (node.key.empty()) return std::nullopt;
    const std::size_t indent = node.key_place.column - 1;
    std::size_t end = end_of_line(begin);
    for (std::size_t line = text_.find('\n', begin); line < text_.size();) {
      const std::size_t start = line + 1;
      const std::size_t stop = end_of_line(std::min(start, text_.size()));
      const std::size_t first = text_.find_first_not_of(' ', start);
      if (first < stop) {
        if (first - start <= indent) break;
        end = stop;
      }
      line = text_.find('\n', start);
    }
    return end;
  }

  std::string_view text_;
};

Node number(QuantityKind kind, double value) {
  return Node::scalar(format_quantity(kind, value));
}

/// One value being changed: in the tree, and as splices of the text.
class Rewriting {
 public:
  Rewriting(std::string_view text, std::vector<Splice>& splices)
      : text_(text), layout_(text), splices_(splices) {}

  /// False when it is written in a way that can not be changed.
  bool change(Node& node, const NewValue& value) {
    if (node.is_scalar()) return change_scalar(node, value);
    Node* is = node.find("is");
    if (is == nullptr) return false;
    const std::optional<std::size_t> end = layout_.end_of(*is, layout_.begin_of(*is));
    if (!end || !replace(*is, number(value.kind, value.is))) return false;
    if (const Node* then = node.find("then"); then != nullptr && !value.then.empty())
      if (!change_then(*node.find("then"), value)) return false;
    return note(node, value, *end);
  }

 private:
  static std::vector<Node> notes(const NewValue& value) {
    std::vector<Node> all;
    if (value.range) {
      Node range = Node::list();
      range.append(number(value.kind, value.range->least));
      range.append(number(value.kind, value.range->most));
      range.key = "range";
      all.push_back(std::move(range));
    }
    if (!value.source.empty()) {
      all.push_back(Node::scalar(value.source));
      all.back().key = "source";
      all.back().quoted = true;
    }
    if (value.quality != Quality::unstated) {
      all.push_back(Node::scalar(std::string(kQualities[static_cast<std::size_t>(value.quality)])));
      all.back().key = "quality";
    }
    return all;
  }

  bool change_scalar(Node& node, const NewValue& value) {
    const std::vector<Node> all = notes(value);
    Node is = number(value.kind, value.is);
    if (all.empty()) return replace(node, std::move(is));
    Node annotated = Node::mapping();
    annotated.add("is", std::move(is));
    for (const Node& one : all) annotated.add(one.key, one);
    return replace(node, std::move(annotated));
  }

  bool change_then(Node& then, const NewValue& value) {
    if (then.children.size() != value.then.size()) return false;
    for (std::size_t i = 0; i < value.then.size(); ++i) {
      Node& entry = then.children[i];
      Node* is = entry.is_mapping() ? entry.find("is") : &entry;
      if (is == nullptr || !replace(*is, number(value.kind, value.then[i]))) return false;
    }
    return true;
  }

  /// Puts range, source and quality where they stand, and what is missing behind `is`.
  bool note(Node& node, const NewValue& value, std::size_t end_of_is) {
    const std::size_t at =
        static_cast<std::size_t>(node.find("is") - node.children.data());  // they stand side by side
    const Node& is = node.children[at];
    const bool flow = text_[layout_.begin_of(node)] == '{';
    const std::size_t behind = flow ? end_of_is : layout_.end_of_line(end_of_is);
    const std::string line_end = text_.find("\r\n") != std::string_view::npos ? "\r\n" : "\n";
    const std::string before = flow ? ", " : line_end + std::string(is.key_place.column - 1, ' ');
    std::vector<Node> missing;
    for (Node& one : notes(value)) {
      if (Node* present = node.find(one.key)) {
        if (!replace(*present, std::move(one))) return false;
        continue;
      }
      splices_.push_back({behind, behind, before + one.key + ": " + to_yaml_line(one)});
      missing.push_back(std::move(one));
    }
    node.children.insert(node.children.begin() + static_cast<std::ptrdiff_t>(at + 1), missing.begin(),
                         missing.end());
    return true;
  }

  bool replace(Node& node, Node by) {
    const std::size_t begin = layout_.begin_of(node);
    const std::optional<std::size_t> end = layout_.end_of(node, begin);
    if (!end) return false;
    splices_.push_back({begin, *end, to_yaml_line(by)});
    by.key = node.key;
    by.key_place = node.key_place;
    by.place = node.place;
    node = std::move(by);
    return true;
  }

  std::string_view text_;
  Layout layout_;
  std::vector<Splice>& splices_;
};

std::string spliced(const std::string& text, std::vector<Splice> splices) {
  std::stable_sort(splices.begin(), splices.end(),
                   [](const Splice& left, const Splice& right) { return left.begin < right.begin; });
  std::string result;
  std::size_t at = 0;
  for (const Splice& splice : splices) {
    result.append(text, at, splice.begin - at).append(splice.text);
    at = splice.end;
  }
  return result.append(text, at, std::string::npos);
}

}  // namespace

std::optional<std::string> rewrite(const Sources& sources, std::uint32_t file,
                                   const std::vector<NewValue>& values, Diagnostics& diagnostics) {
  std::optional<Node> tree = read_yaml(sources, file, diagnostics);
  if (!tree) return std::nullopt;
  const std::string& text = sources.text(file);
  std::vector<Splice> splices;
  const auto refuse = [&](Place place) {
    diagnostics.error(Code::syntax, place, {}, "this value is written in a way that can not be changed here",
                      "write it on one line, as in {is: 12 per week, range: [10 per week, 14 per week]}");
    return std::nullopt;
  };
  for (const NewValue& value : values) {
    Node* node = node_at(*tree, value.place);
    if (node == nullptr || !Rewriting(text, splices).change(*node, value)) return refuse(value.place);
  }
  std::string result = spliced(text, std::move(splices));
  Sources again;
  Diagnostics none;
  const std::optional<Node> read = read_yaml(again, again.add(sources.name(file), result), none);
  if (!read || !same_content(*read, *tree))
    return refuse(values.empty() ? Place{file, 1, 1} : values.front().place);
  return result;
}

}  // namespace sendcap::scenario
