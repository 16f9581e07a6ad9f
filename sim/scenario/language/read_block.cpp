#include <algorithm>

#include "scenario/language/block.hpp"
#include "scenario/language/reading.hpp"
#include "scenario/language/text.hpp"
#include "sendcap/scenario/language/name_check.hpp"

namespace sendcap::scenario {

namespace {

constexpr std::string_view kKind = "kind";

/// Makes the alternative of a variant that `kind:` names.
bool choose_kind(Reader& reader, const Node& node, const VariantShape& shape, void* object) {
  const std::vector<std::string_view> kinds = kinds_of(shape);
  const Node* kind = node.find(kKind);
  if (kind == nullptr) {
    return reader.error(Code::unknown_kind, node.key_place.known() ? node.key_place : node.place,
                        "missing 'kind'", "write kind: " + either(kinds, ""));
  }
  const auto found = std::find(kinds.begin(), kinds.end(), kind->text);
  if (!kind->is_scalar() || found == kinds.end()) {
    const std::string text = kind->is_scalar() ? quoted(kind->text) : std::string("something else");
    return reader.error(Code::unknown_kind, *kind, "expected the kind " + either(kinds) + ", found " + text,
                        nearest(kind->text, kinds).empty() ? std::string() : suggest(kind->text, kinds));
  }
  shape.alternatives[static_cast<std::size_t>(found - kinds.begin())].emplace(object);
  return true;
}

/// Makes every variant of a block what its `kind:` says.
bool choose_kinds(Reader& reader, const Node& node, const Shape& shape, void* object) {
  if (const auto* variant = std::get_if<VariantShape>(&shape.as))
    return choose_kind(reader, node, *variant, object);
  bool good = true;
  for (const FieldShape& field : std::get<StructShape>(shape.as).fields) {
    if (field.inlined()) good = choose_kinds(reader, node, field.shape(), field.of(object)) && good;
  }
  return good;
}

bool is_short(const Node& node, const StructShape& shape) {
  if (!has_short_form(shape) || node.is_null()) return false;
  if (!node.is_mapping()) return true;
  const bool own_is = std::any_of(shape.fields.begin(), shape.fields.end(),
                                  [](const FieldShape& field) { return field.key == "is"; });
  return !own_is && node.find("is") != nullptr && node.find(kKind) == nullptr;
}

bool read_short_form(Reader& reader, const Node& node, const StructShape& shape, void* object) {
  if (shape.read_short != nullptr) return shape.read_short(reader, node, object);
  const FieldShape& field = *short_field(shape);
  return read_shape(reader, node, field.shape(), field.of(object), field.rule);
}

bool refuse_unknown_fields(Reader& reader, const Node& node, const Block& block) {
  std::vector<std::string_view> allowed;
  if (!block.kind.empty()) allowed.push_back(kKind);
  for (const BoundField& bound : block.fields) allowed.push_back(bound.field->key);
  return refuse_unknown_keys(reader, node, allowed);
}

bool read_fields(Reader& reader, const Node& node, const Block& block) {
  bool good = true;
  for (const auto& [field, member, default_member] : block.fields) {
    if (const Node* entry = node.find(field->key)) {
      const Reader::Step step(reader, field->key);
      good = read_shape(reader, *entry, field->shape(), member, field->rule) && good;
    } else if (field->rule.required) {
      const std::string example(field->rule.example);
      good = reader.error(
          Code::missing_field, node.key_place.known() ? node.key_place : node.place,
          concat({"missing '", field->key, "'"}),
          example.empty() ? std::string() : concat({"for example: ", field->key, ": ", example}));
    }
  }
  return good;
}

bool check_structs(Reader& reader, const Node& node, const Block& block) {
  const std::size_t errors_before = reader.diagnostics().errors();
  for (const BoundStruct& bound : block.structs) {
    if (bound.shape->check != nullptr) bound.shape->check(reader, node, bound.object);
  }
  return reader.diagnostics().errors() == errors_before;
}

bool refuse_no_block(Reader& reader, const Node& node, const Shape& shape) {
  const auto* structure = std::get_if<StructShape>(&shape.as);
  std::string expected = "a block of keys";
  if (structure != nullptr) expected += concat({" (", structure->title, ")"});
  const auto colon = node.text.find(':');
  const bool space_forgotten = node.is_scalar() && !node.quoted && colon != std::string::npos;
  const std::string found = node.is_list() ? "a list" : quoted(node.text);
  return reader.error(Code::wrong_type, node, "expected " + expected + ", found " + found,
                      space_forgotten  ? "put a space after the colon"
                      : node.is_list() ? "write keys without '- ' in front"
                                       : std::string());
}

void set_places(const Block& block, Place place) {
  for (const BoundStruct& bound : block.structs) {
    if (bound.shape->set_place != nullptr) bound.shape->set_place(bound.object, place);
  }
}

}  // namespace

bool read_block(Reader& reader, const Node& node, const Shape& shape, void* object) {
  const Place place = node.key_place.known() ? node.key_place : node.place;
  if (const auto* structure = std::get_if<StructShape>(&shape.as);
      structure != nullptr && is_short(node, *structure)) {
    if (!read_short_form(reader, node, *structure, object)) return false;
    const Block block = block_of(shape, object);
    set_places(block, place);
    return check_structs(reader, node, block);
  }
  if (!node.is_mapping() && !node.is_null()) return refuse_no_block(reader, node, shape);
  if (!choose_kinds(reader, node, shape, object)) return false;
  const Block block = block_of(shape, object);
  set_places(block, place);
  const bool all_known = refuse_unknown_fields(reader, node, block);
  return read_fields(reader, node, block) && check_structs(reader, node, block) && all_known;
}

}  // namespace sendcap::scenario
