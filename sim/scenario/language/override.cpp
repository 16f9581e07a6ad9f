#include "sendcap/scenario/language/override.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "scenario/language/text.hpp"
#include "sendcap/scenario/language/name_check.hpp"
#include "sendcap/scenario/language/yaml.hpp"

namespace sendcap::scenario {

namespace {

/// A part of a path and the byte of the text where it begins.
struct Part {
  std::string name;
  std::size_t begin = 0;
};

/// The parts of the path at the front of `text`, and where the path ends: at the text's end, or before
/// `stop`.
struct PathText {
  std::vector<Part> parts;
  std::size_t end = 0;
};

std::optional<PathText> read_path(std::string_view text, char stop) {
  PathText path;
  std::size_t position = 0;
  while (true) {
    Part part;
    part.begin = position;
    if (position < text.size() && text[position] == '"') {
      const auto close = text.find('"', position + 1);
      if (close == std::string_view::npos) return std::nullopt;
      part.name = text.substr(position + 1, close - position - 1);
      position = close + 1;
    } else {
      const char ends[] = {'.', stop, '\0'};
      position = std::min(text.find_first_of(std::string_view(ends, 2), position), text.size());
      part.name = trimmed(text.substr(part.begin, position - part.begin));
    }
    if (part.name.empty()) return std::nullopt;
    path.parts.push_back(std::move(part));
    path.end = position;
    if (position == text.size() || text[position] == stop) return path;
    if (text[position] != '.') return std::nullopt;
    ++position;
  }
}

/// The item that a part such as `2` means, if it is one of the list. A single item may stand without its
/// list.
Node* item_of(Node& node, std::string_view part) {
  std::size_t number = 0;
  const auto [end, fault] = std::from_chars(part.data(), part.data() + part.size(), number);
  if (fault != std::errc() || end != part.data() + part.size()) return nullptr;
  if (!node.is_list()) return number == 1 && !node.is_mapping() ? &node : nullptr;
  return number >= 1 && number <= node.children.size() ? &node.children[number - 1] : nullptr;
}

Node* child_of(Node& node, std::string_view part) {
  return node.is_mapping() ? node.find(part) : item_of(node, part);
}

std::vector<std::string_view> keys_of(const Node& node) {
  std::vector<std::string_view> keys;
  for (const Node& child : node.children) keys.push_back(child.key);
  return keys;
}

/// One override being applied.
class Override {
 public:
  Override(const Sources& sources, std::uint32_t file, Diagnostics& diagnostics)
      : sources_(sources), text_(sources.text(file)), file_(file), diagnostics_(diagnostics) {}

  bool apply(Node& root) {
    const std::optional<PathText> path = read_path(text_, '=');
    const bool has_value = path && path->end < text_.size() &&
                           text_.find_first_not_of(" \t", path->end + 1) != std::string_view::npos;
    if (!has_value) {
      diagnostics_.error(
          Code::override_syntax, {file_, 1, 1}, {}, "expected 'path=value'",
          "write the path with dots between its parts: services.occupational therapy.staff=14");
      return false;
    }
    std::optional<Node> value = read_yaml_from(sources_, file_, path->end + 1, diagnostics_);
    if (!value) return false;
    Node* parent = find_parent(root, path->parts);
    return parent != nullptr && put(*parent, path->parts, std::move(*value));
  }

 private:
  [[nodiscard]] Place place_of(const Part& part) const {
    return {file_, 1, static_cast<std::uint32_t>(count_characters(text_.substr(0, part.begin)) + 1)};
  }

  static std::string path_before(const std::vector<Part>& parts, std::size_t count) {
    std::vector<std::string> names;
    for (std::size_t index = 0; index < count; ++index) names.push_back(parts[index].name);
    return join_path(names);
  }

  std::nullptr_t no_such_part(const Node& node, const std::vector<Part>& parts, std::size_t index) {
    const std::string& name = parts[index].name;
    std::string message = "there is no '" + name + "' here";
    std::string hint;
    if (node.is_mapping()) hint = suggest(name, keys_of(node));
    if (node.is_list()) hint = "items of the list go by number, 1 to " + std::to_string(node.children.size());
    if (node.is_scalar()) hint = "the value here is '" + node.text + "'";
    diagnostics_.error(Code::override_path, place_of(parts[index]), path_before(parts, index),
                       std::move(message), std::move(hint));
    return nullptr;
  }

  Node* find_parent(Node& root, const std::vector<Part>& parts) {
    Node* node = &root;
    for (std::size_t index = 0; index + 1 < parts.size(); ++index) {
      Node* child = child_of(*node, parts[index].name);
      if (child == nullptr) return no_such_part(*node, parts, index);
      node = child;
    }
    return node;
  }

  bool put(Node& parent, const std::vector<Part>& parts, Node value) {
    Node* present = child_of(parent, parts.back().name);
    if (present == nullptr) {
      if (!parent.is_mapping() && !parent.is_null()) {
        no_such_part(parent, parts, parts.size() - 1);
        return false;
      }
      parent.kind = Node::Kind::mapping;
      parent.add(parts.back().name, std::move(value)).key_place = place_of(parts.back());
      return true;
    }
    if (Node* is = present->find("is"); is != nullptr && value.is_scalar()) present = is;
    value.key = std::move(present->key);
    value.key_place = place_of(parts.back());
    *present = std::move(value);
    return true;
  }

  const Sources& sources_;
  std::string_view text_;
  std::uint32_t file_;
  Diagnostics& diagnostics_;
};

}  // namespace

bool apply_override(Node& root, const std::string& text, Sources& sources, Diagnostics& diagnostics,
                    const std::string& name) {
  const std::uint32_t file = sources.add(name, text);
  return Override(sources, file, diagnostics).apply(root);
}

std::vector<std::string> split_path(std::string_view path) {
  std::vector<std::string> names;
  if (const std::optional<PathText> parts = read_path(path, '\0')) {
    for (const Part& part : parts->parts) names.push_back(part.name);
  }
  return names;
}

std::string path_part(std::string_view name) {
  const bool plain = name.find_first_of(".=\"") == std::string_view::npos;
  return plain ? std::string(name) : concat({"\"", name, "\""});
}

std::string join_path(const std::vector<std::string>& parts) {
  std::string path;
  for (const std::string& part : parts) {
    if (!path.empty()) path += '.';
    path += path_part(part);
  }
  return path;
}

}  // namespace sendcap::scenario
