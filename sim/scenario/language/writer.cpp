#include "sendcap/scenario/language/writer.hpp"

#include <utility>

#include "scenario/language/block.hpp"
#include "scenario/language/number_text.hpp"
#include "scenario/language/text.hpp"

namespace sendcap::scenario {

namespace {

constexpr auto kQualities = enum_words(Quality{});

/// A text, in quotes where it would otherwise be taken for something else.
Node text_node(const std::string& text) {
  Node node = Node::scalar(text);
  const LeadingNumber number = read_leading_number(text);
  node.quoted = text.empty() || is_yaml_boolean(text) || (number.value && number.rest.empty());
  return node;
}

void add_provenance(Node& node, const std::string& source, Quality quality) {
  if (!source.empty()) node.add("source", text_node(source));
  if (quality != Quality::unstated) {
    node.add("quality", Node::scalar(std::string(kQualities[static_cast<std::size_t>(quality)])));
  }
}

Node number_node(QuantityKind kind, double number) {
  return Node::scalar(format_quantity(kind, number));
}

Node change_node(QuantityKind kind, const Change<double>& change) {
  if (change.source.empty() && change.quality == Quality::unstated) return number_node(kind, change.is);
  Node node = Node::mapping();
  node.add("is", number_node(kind, change.is));
  add_provenance(node, change.source, change.quality);
  return node;
}

Node value_node(QuantityKind kind, const Value<double>& value) {
  const bool plain =
      value.then.empty() && !value.range && value.source.empty() && value.quality == Quality::unstated;
  if (plain) return number_node(kind, value.is);
  Node node = Node::mapping();
  node.add("is", number_node(kind, value.is));
  if (!value.then.empty()) {
    Node& then = node.add("then", Node::mapping());
    for (const Change<double>& change : value.then) then.add(format(change.from), change_node(kind, change));
  }
  if (value.range) {
    Node& range = node.add("range", Node::list());
    range.append(number_node(kind, value.range->least));
    range.append(number_node(kind, value.range->most));
  }
  add_provenance(node, value.source, value.quality);
  return node;
}

/// A list; a single plain item stands without brackets.
Node list_node(const ListShape& shape, void* object, Defaults defaults) {
  Node node = Node::list();
  for (std::size_t index = 0; index < shape.size(object); ++index) {
    node.append(write_shape(shape.item(), shape.at(object, index), defaults));
  }
  if (node.children.size() == 1 && node.children.front().is_scalar()) return Node(node.children.front());
  return node;
}

Node named_node(const NamedShape& shape, void* object, Defaults defaults) {
  Node node = Node::mapping();
  for (std::size_t index = 0; index < shape.list.size(object); ++index) {
    void* item = shape.list.at(object, index);
    node.add(shape.name(item), write_shape(shape.list.item(), item, defaults));
  }
  return node;
}

Node block_node(const Shape& shape, void* object, Defaults defaults) {
  const Block block = block_of(shape, object);
  Node node = Node::mapping();
  if (!block.kind.empty()) node.add("kind", Node::scalar(std::string(block.kind)));
  for (const BoundField& bound : block.fields) {
    const Shape& field = bound.field->shape();
    Node value = write_shape(field, bound.member, defaults);
    if (value.is_null()) continue;
    const bool may_be_left_out = defaults == Defaults::left_out && !bound.field->rule.required;
    if (may_be_left_out && same_content(value, write_shape(field, bound.default_member, defaults))) continue;
    node.add(std::string(bound.field->key), std::move(value));
  }
  return node;
}

Node struct_node(const Shape& shape, const StructShape& structure, void* object, Defaults defaults) {
  if (structure.write_short != nullptr) {
    if (std::optional<Node> brief = structure.write_short(object)) return std::move(*brief);
  }
  Node node = block_node(shape, object, defaults);
  const bool only_short_field = !structure.short_field.empty() && node.children.size() == 1 &&
                                node.children.front().key == structure.short_field;
  if (!only_short_field) return node;
  Node value = node.children.front();
  if (value.is_mapping() && value.find("is") == nullptr) return node;
  value.key.clear();
  return value;
}

struct WriteShape {
  const Shape& whole;
  void* object;
  Defaults defaults;

  Node operator()(const QuantityShape& shape) const { return number_node(shape.kind, shape.get(object)); }
  Node operator()(const ValueShape& shape) const { return value_node(shape.kind, shape.get(object)); }
  Node operator()(const MomentShape&) const {
    return Node::scalar(format(*static_cast<const Moment*>(object)));
  }
  Node operator()(const TextShape&) const { return text_node(*static_cast<const std::string*>(object)); }
  Node operator()(const NameShape&) const {
    const auto& name = *static_cast<const Name*>(object);
    return name.text.empty() ? Node() : text_node(name.text);
  }
  Node operator()(const ChoiceShape& shape) const {
    const std::string_view word = shape.words.at(shape.get(object));
    return word.empty() ? Node() : Node::scalar(std::string(word));
  }
  Node operator()(const OptionalShape& shape) const {
    void* item = shape.get(object);
    return item == nullptr ? Node() : write_shape(shape.item(), item, defaults);
  }
  Node operator()(const ListShape& shape) const { return list_node(shape, object, defaults); }
  Node operator()(const NamedShape& shape) const { return named_node(shape, object, defaults); }
  Node operator()(const VariantShape&) const { return block_node(whole, object, defaults); }
  Node operator()(const StructShape& shape) const { return struct_node(whole, shape, object, defaults); }
};

}  // namespace

Node write_shape(const Shape& shape, const void* object, Defaults defaults) {
  // Shapes give access to parts of objects that may be changed; writing changes none.
  return std::visit(WriteShape{shape, const_cast<void*>(object), defaults}, shape.as);
}

}  // namespace sendcap::scenario
