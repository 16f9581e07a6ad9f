#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sendcap/scenario/language/place.hpp"

namespace sendcap::scenario {

/// A piece of YAML as the scenario language sees it: every scalar is still text, the order is kept, and each
/// key and value knows its place. It is all that the rest of the program ever sees of YAML.
struct Node {
  enum class Kind : std::uint8_t { null, scalar, list, mapping };

  Kind kind = Kind::null;
  bool quoted = false;         ///< a scalar that stood in quotes (or as a block of text)
  bool flow = false;           ///< a list or mapping written in brackets, where a comma begins a new entry
  std::string text;            ///< of a scalar
  Place place;                 ///< of the value
  std::string key;             ///< when the node is an entry of a mapping
  Place key_place;             ///< of the key
  std::vector<Node> children;  ///< the items of a list or the entries of a mapping, in order

  [[nodiscard]] static Node scalar(std::string text, Place place = {});
  [[nodiscard]] static Node list(Place place = {});
  [[nodiscard]] static Node mapping(Place place = {});

  [[nodiscard]] bool is_null() const { return kind == Kind::null; }
  [[nodiscard]] bool is_scalar() const { return kind == Kind::scalar; }
  [[nodiscard]] bool is_list() const { return kind == Kind::list; }
  [[nodiscard]] bool is_mapping() const { return kind == Kind::mapping; }

  /// The entry with that key, or null when there is none (or the node is no mapping).
  [[nodiscard]] const Node* find(std::string_view wanted) const;
  [[nodiscard]] Node* find(std::string_view wanted);

  /// Appends an entry to a mapping and gives it.
  Node& add(std::string new_key, Node value);
  /// Appends an item to a list and gives it.
  Node& append(Node item);

  /// Where to point when something is wrong with this node: its value, or its key when it has no value.
  [[nodiscard]] Place where() const { return place.known() ? place : key_place; }
};

/// The same kinds, texts, keys and order, wherever they stand.
[[nodiscard]] bool same_content(const Node& left, const Node& right);

}  // namespace sendcap::scenario
