#include "scenario/language/block.hpp"

#include <algorithm>

namespace sendcap::scenario {

namespace {

void gather(const Shape& shape, void* object, Block& block) {
  if (const auto* variant = std::get_if<VariantShape>(&shape.as)) {
    const VariantShape::Alternative& held = variant->alternatives[variant->index(object)];
    block.kind = struct_of(held).title;
    gather(held.shape(), variant->held(object), block);
    return;
  }
  const auto& structure = std::get<StructShape>(shape.as);
  block.structs.push_back({&structure, object});
  for (const FieldShape& field : structure.fields) {
    if (field.inlined()) {
      gather(field.shape(), field.of(object), block);
    } else {
      block.fields.push_back({&field, field.of(object), field.of(structure.defaults)});
    }
  }
}

}  // namespace

const StructShape& struct_of(const VariantShape::Alternative& alternative) {
  return std::get<StructShape>(alternative.shape().as);
}

std::vector<std::string_view> kinds_of(const VariantShape& shape) {
  std::vector<std::string_view> kinds;
  for (const VariantShape::Alternative& alternative : shape.alternatives)
    kinds.push_back(struct_of(alternative).title);
  return kinds;
}

Block block_of(const Shape& shape, void* object) {
  Block block;
  gather(shape, object, block);
  return block;
}

bool has_short_form(const StructShape& shape) {
  return shape.read_short != nullptr || !shape.short_field.empty();
}

const FieldShape* short_field(const StructShape& shape) {
  const auto found = std::find_if(shape.fields.begin(), shape.fields.end(), [&](const FieldShape& field) {
    return !field.inlined() && field.key == shape.short_field;
  });
  return found == shape.fields.end() ? nullptr : &*found;
}

}  // namespace sendcap::scenario
