#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sendcap/scenario/language/declaration.hpp"
#include "sendcap/scenario/language/node.hpp"
#include "sendcap/scenario/language/quantity_text.hpp"
#include "sendcap/scenario/language/value.hpp"

namespace sendcap::scenario {

class Reader;
struct Shape;

// What the machinery knows about a type at run time. A declaration is turned into shapes once (shape_of.hpp);
// reading, writing, the schema, the reference and the walk are then ordinary functions over shapes.
// `object` is always a pointer to an object of the shape's type.

/// A type's shape, asked for only when needed, because types may hold themselves.
using ShapeGetter = const Shape& (*)();

/// A quantity or `bool`, seen as a number of its base unit.
struct QuantityShape {
  QuantityKind kind;
  double (*get)(const void* object);
  void (*set)(void* object, double number);
};

/// `Value<quantity>`, seen as a value of numbers of the base unit.
struct ValueShape {
  QuantityKind kind;
  Value<double> (*get)(const void* object);
  void (*set)(void* object, const Value<double>& value);
};

struct MomentShape {};  ///< `Moment`
struct TextShape {};    ///< `std::string`
struct NameShape {};    ///< `Name`

/// An enum; the word of an index, "" for one that can not be written ("not said").
struct ChoiceShape {
  std::vector<std::string_view> words;
  std::size_t (*get)(const void* object);
  void (*set)(void* object, std::size_t index);
};

struct OptionalShape {
  ShapeGetter item;
  void* (*get)(void* object);  ///< null when empty
  void* (*emplace)(void* object);
  void (*reset)(void* object);
};

struct ListShape {
  ShapeGetter item;
  std::size_t (*size)(const void* object);
  void* (*at)(void* object, std::size_t index);
  void* (*append)(void* object);
  void (*clear)(void* object);
};

struct NamedShape {
  ListShape list;
  const std::string& (*name)(const void* item);
  void (*set_name)(void* item, std::string_view name, Place place);
};

struct VariantShape {
  struct Alternative {
    ShapeGetter shape;
    void* (*emplace)(void* object);
  };
  std::vector<Alternative> alternatives;
  std::size_t (*index)(const void* object);
  void* (*held)(void* object);
};

/// One declared field of a struct. An inlined one has no key: the fields of its type stand in the same block.
struct FieldShape {
  std::string_view key;
  std::string_view help;
  Rule rule;
  ShapeGetter shape;
  std::ptrdiff_t offset;

  [[nodiscard]] bool inlined() const { return key.empty(); }
  [[nodiscard]] void* of(void* object) const { return static_cast<char*>(object) + offset; }
  [[nodiscard]] const void* of(const void* object) const { return static_cast<const char*>(object) + offset; }
};

struct StructShape {
  std::string_view title;
  std::string_view summary;
  std::vector<FieldShape> fields;
  const void* defaults;  ///< a default-made object
  std::string_view short_field;
  std::string_view short_schema;
  ShapeGetter short_shape;  ///< of a type that is written as the short form is; may be null
  std::string_view short_words;
  bool (*read_short)(Reader& reader, const Node& node, void* object);
  std::optional<Node> (*write_short)(const void* object);
  void (*check)(Reader& reader, const Node& node, const void* object);
  void (*set_place)(void* object, Place place);
};

struct Shape {
  std::variant<QuantityShape, ValueShape, MomentShape, TextShape, NameShape, ChoiceShape, OptionalShape,
               ListShape, NamedShape, VariantShape, StructShape>
      as;
};

}  // namespace sendcap::scenario
