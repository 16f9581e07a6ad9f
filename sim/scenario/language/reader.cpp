#include "sendcap/scenario/language/reader.hpp"

#include <utility>

#include "scenario/language/reading.hpp"
#include "scenario/language/text.hpp"
#include "sendcap/scenario/language/name_check.hpp"
#include "sendcap/scenario/language/override.hpp"

namespace sendcap::scenario {

std::string Reader::path() const {
  return join_path(path_);
}

bool Reader::error(Code code, const Node& at, std::string message, std::string hint) {
  return error(code, at.where(), std::move(message), std::move(hint));
}

bool Reader::error(Code code, Place at, std::string message, std::string hint) {
  diagnostics_.error(code, at, path(), std::move(message), std::move(hint));
  return false;
}

void Reader::warning(Code code, Place at, std::string message, std::string hint) {
  diagnostics_.warning(code, at, path(), std::move(message), std::move(hint));
}

namespace {

bool read_name(Reader& reader, const Node& node, const Rule& rule, Name& name) {
  if (!read_text(reader, node, rule, name.text)) return false;
  name.place = node.where();
  if (name.text.empty()) return reader.error(Code::empty_value, node, "a name is missing");
  return true;
}

bool read_choice(Reader& reader, const Node& node, const ChoiceShape& shape, void* object) {
  std::size_t index = 0;
  if (!read_word(reader, node, shape.words, index)) return false;
  shape.set(object, index);
  return true;
}

bool read_list(Reader& reader, const Node& node, const ListShape& shape, const Rule& rule, void* object) {
  shape.clear(object);
  if (node.is_null())
    return reader.error(Code::empty_value, node, "the list is empty", "write [] if that is meant");
  if (!node.is_list()) return read_shape(reader, node, shape.item(), shape.append(object), rule);
  bool good = true;
  for (std::size_t index = 0; index < node.children.size(); ++index) {
    const Reader::Step step(reader, std::to_string(index + 1));
    good = read_shape(reader, node.children[index], shape.item(), shape.append(object), rule) && good;
  }
  return good;
}

/// A name as people compare names: without regard to capitals and doubled spaces.
std::string as_compared(std::string_view name) {
  std::string result;
  for (const char letter : lower_case(trimmed(name))) {
    if (letter != ' ' || result.empty() || result.back() != ' ') result += letter;
  }
  return result;
}

bool refuse_like_names(Reader& reader, const Node& node) {
  bool good = true;
  std::vector<std::pair<std::string, const Node*>> seen;
  for (const Node& entry : node.children) {
    std::string compared = as_compared(entry.key);
    for (const auto& [name, first] : seen) {
      if (name != compared) continue;
      good = false;
      reader.diagnostics().add(
          {Code::duplicate_name,
           Severity::error,
           entry.key_place,
           reader.path(),
           quoted(entry.key) + " and " + quoted(first->key) + " differ only in capitals or spaces",
           {},
           {{first->key_place, "the other name"}}});
    }
    seen.emplace_back(std::move(compared), &entry);
  }
  return good;
}

bool read_named(Reader& reader, const Node& node, const NamedShape& shape, const Rule& rule, void* object) {
  shape.list.clear(object);
  if (node.is_null()) return true;
  if (!node.is_mapping()) return wrong_type(reader, node, "names, each with a colon and its block", rule);
  bool good = refuse_like_names(reader, node);
  for (const Node& entry : node.children) {
    const Reader::Step step(reader, entry.key);
    if (trimmed(entry.key).empty())
      good = reader.error(Code::empty_value, entry.key_place, "a name is missing");
    void* item = shape.list.append(object);
    shape.set_name(item, entry.key, entry.key_place);
    good = read_shape(reader, entry, shape.list.item(), item, rule) && good;
    // Reading a variant makes a new object, which has no name yet.
    shape.set_name(item, entry.key, entry.key_place);
  }
  return good;
}

/// Reads one node; an overload for each shape.
struct ReadShape {
  Reader& reader;
  const Node& node;
  const Shape& whole;
  const Rule& rule;
  void* object;

  bool operator()(const QuantityShape& shape) const {
    double number = 0;
    if (!read_number(reader, node, shape.kind, rule, {}, number)) return false;
    shape.set(object, number);
    return true;
  }
  bool operator()(const ValueShape& shape) const { return read_value(reader, node, shape, rule, object); }
  bool operator()(const MomentShape&) const {
    return read_moment(reader, node, *static_cast<Moment*>(object));
  }
  bool operator()(const TextShape&) const {
    return read_text(reader, node, rule, *static_cast<std::string*>(object));
  }
  bool operator()(const NameShape&) const {
    return read_name(reader, node, rule, *static_cast<Name*>(object));
  }
  bool operator()(const ChoiceShape& shape) const { return read_choice(reader, node, shape, object); }
  bool operator()(const OptionalShape& shape) const {
    return read_shape(reader, node, shape.item(), shape.emplace(object), rule);
  }
  bool operator()(const ListShape& shape) const { return read_list(reader, node, shape, rule, object); }
  bool operator()(const NamedShape& shape) const { return read_named(reader, node, shape, rule, object); }
  bool operator()(const VariantShape&) const { return read_block(reader, node, whole, object); }
  bool operator()(const StructShape&) const { return read_block(reader, node, whole, object); }
};

}  // namespace

bool read_shape(Reader& reader, const Node& node, const Shape& shape, void* object, const Rule& rule) {
  return std::visit(ReadShape{reader, node, shape, rule, object}, shape.as);
}

}  // namespace sendcap::scenario
