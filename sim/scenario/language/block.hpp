#pragma once

#include <string_view>
#include <vector>

#include "sendcap/scenario/language/shape.hpp"

namespace sendcap::scenario {

/// A field of an object, and where in that object it is.
struct BoundField {
  const FieldShape* field;
  void* member;
  const void* default_member;  ///< the same field of a default-made object
};

/// A struct of an object: itself, or one inlined into it.
struct BoundStruct {
  const StructShape* shape;
  void* object;
};

/// All that stands in one block of a file: the fields of a struct and of what is inlined into it.
struct Block {
  std::vector<BoundField> fields;
  std::vector<BoundStruct> structs;
  std::string_view kind;  ///< the word after `kind:`, when the block has one
};

/// The struct that a variant's alternative is.
[[nodiscard]] const StructShape& struct_of(const VariantShape::Alternative& alternative);

/// The words that `kind:` may have.
[[nodiscard]] std::vector<std::string_view> kinds_of(const VariantShape& shape);

/// The block of an object of a struct or a variant, as the object is.
[[nodiscard]] Block block_of(const Shape& shape, void* object);

/// Whether a struct has a short form.
[[nodiscard]] bool has_short_form(const StructShape& shape);

/// The field whose value alone is the short form, or null.
[[nodiscard]] const FieldShape* short_field(const StructShape& shape);

}  // namespace sendcap::scenario
