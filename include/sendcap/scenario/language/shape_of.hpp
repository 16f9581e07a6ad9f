#pragma once

#include <concepts>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "sendcap/scenario/language/named.hpp"
#include "sendcap/scenario/language/shape.hpp"

namespace sendcap::scenario {

/// The shape of a type a member may have; one object for each type, made at its first use.
template <class T>
const Shape& shape_of();

namespace shaping {

/// An object of the type as it is before anything was read into it.
template <class T>
const T& defaults() {
  static const T object{};
  return object;
}

template <class T>
T& as(void* object) {
  return *static_cast<T*>(object);
}
template <class T>
const T& as(const void* object) {
  return *static_cast<const T*>(object);
}

/// The visitor that `T::declare` talks to.
template <class T>
class FieldCollector {
 public:
  template <class Owner, class Member>
  void field(std::string_view key, Member Owner::*member, std::string_view help, const Rule& rule = {}) {
    fields.push_back(FieldShape{key, help, rule, &shape_of<Member>, offset(member)});
  }
  template <class Owner, class Member>
  void inlined(Member Owner::*member) {
    fields.push_back(FieldShape{{}, {}, {}, &shape_of<Member>, offset(member)});
  }

  std::vector<FieldShape> fields;

 private:
  template <class Owner, class Member>
  static std::ptrdiff_t offset(Member Owner::*member) {
    const T& whole = defaults<T>();
    const auto* const part = reinterpret_cast<const char*>(std::addressof(whole.*member));
    return part - reinterpret_cast<const char*>(std::addressof(whole));
  }
};

template <class T>
StructShape struct_shape() {
  StructShape shape{};
  shape.title = T::kTitle;
  shape.summary = T::kSummary;
  shape.defaults = &defaults<T>();
  FieldCollector<T> collector;
  declare_fields<T>(collector);
  shape.fields = std::move(collector.fields);
  if constexpr (requires { T::kShortField; }) shape.short_field = T::kShortField;
  if constexpr (requires { T::kShortSchema; }) shape.short_schema = T::kShortSchema;
  if constexpr (requires { typename T::ShortForm; }) shape.short_shape = &shape_of<typename T::ShortForm>;
  if constexpr (requires { T::kShortWords; }) shape.short_words = T::kShortWords;
  if constexpr (requires { &T::read_short; }) {
    shape.read_short = [](Reader& reader, const Node& node, void* object) {
      return T::read_short(reader, node, as<T>(object));
    };
    shape.write_short = [](const void* object) { return T::write_short(as<T>(object)); };
  }
  if constexpr (requires { &T::check; }) {
    shape.check = [](Reader& reader, const Node& node, const void* object) {
      T::check(reader, node, as<T>(object));
    };
  }
  if constexpr (requires(T object) {
                  { object.place } -> std::same_as<Place&>;
                }) {
    shape.set_place = [](void* object, Place place) { as<T>(object).place = place; };
  }
  return shape;
}

template <class Words>
std::vector<std::string_view> word_list(const Words& words) {
  return {std::begin(words), std::end(words)};
}

/// The general case: an enum or a declared struct.
template <class T>
struct Maker {
  static Shape make() {
    if constexpr (std::is_enum_v<T>) {
      return {ChoiceShape{word_list(enum_words(T{})),
                          [](const void* object) { return static_cast<std::size_t>(as<T>(object)); },
                          [](void* object, std::size_t index) { as<T>(object) = static_cast<T>(index); }}};
    } else {
      return {struct_shape<T>()};
    }
  }
};

template <IsQuantity T>
struct Maker<T> {
  static Shape make() {
    using Traits = QuantityTraits<T>;
    return {QuantityShape{Traits::kKind, [](const void* object) { return Traits::number(as<T>(object)); },
                          [](void* object, double number) { as<T>(object) = Traits::quantity(number); }}};
  }
};

template <class To, class From, class Convert>
Value<To> convert(const Value<From>& from, Convert one) {
  Value<To> result{one(from.is)};
  for (const Change<From>& change : from.then) {
    result.then.push_back(
        Change<To>{change.from, one(change.is), change.source, change.quality, change.place});
  }
  if (from.range) result.range = Range<To>{one(from.range->least), one(from.range->most)};
  result.source = from.source;
  result.quality = from.quality;
  result.place = from.place;
  return result;
}

template <class T>
struct Maker<Value<T>> {
  static Shape make() {
    using Traits = QuantityTraits<T>;
    return {
        ValueShape{Traits::kKind,
                   [](const void* object) { return convert<double>(as<Value<T>>(object), &Traits::number); },
                   [](void* object, const Value<double>& value) {
                     as<Value<T>>(object) = convert<T>(value, &Traits::quantity);
                   }}};
  }
};

template <>
struct Maker<Moment> {
  static Shape make() { return {MomentShape{}}; }
};
template <>
struct Maker<std::string> {
  static Shape make() { return {TextShape{}}; }
};
template <>
struct Maker<Name> {
  static Shape make() { return {NameShape{}}; }
};

template <class T>
struct Maker<std::optional<T>> {
  static Shape make() {
    using Optional = std::optional<T>;
    return {
        OptionalShape{&shape_of<T>,
                      [](void* object) -> void* {
                        auto& optional = as<Optional>(object);
                        return optional ? std::addressof(*optional) : nullptr;
                      },
                      [](void* object) -> void* { return std::addressof(as<Optional>(object).emplace()); },
                      [](void* object) { as<Optional>(object).reset(); }}};
  }
};

/// Of `std::vector` and `Named`.
template <class List>
ListShape list_shape() {
  using T = typename List::value_type;
  return {&shape_of<T>, [](const void* object) { return as<List>(object).size(); },
          [](void* object, std::size_t index) -> void* { return std::addressof(as<List>(object)[index]); },
          [](void* object) -> void* {
            as<List>(object).push_back(T{});
            return std::addressof(as<List>(object).back());
          },
          [](void* object) { as<List>(object).clear(); }};
}

template <class T>
struct Maker<std::vector<T>> {
  static Shape make() { return {list_shape<std::vector<T>>()}; }
};

template <class T>
void set_name(T& item, std::string_view name, Place place) {
  item.name = name;
  item.place = place;
}
template <class... Ts>
void set_name(std::variant<Ts...>& item, std::string_view name, Place place) {
  std::visit([&](auto& held) { set_name(held, name, place); }, item);
}

template <class T>
struct Maker<Named<T>> {
  static Shape make() {
    return {NamedShape{
        list_shape<Named<T>>(), [](const void* item) -> const std::string& { return name_of(as<T>(item)); },
        [](void* item, std::string_view name, Place place) { set_name(as<T>(item), name, place); }}};
  }
};

template <class... Ts>
struct Maker<std::variant<Ts...>> {
  using Variant = std::variant<Ts...>;

  static Shape make() {
    VariantShape shape{};
    (shape.alternatives.push_back(
         {&shape_of<Ts>,
          [](void* object) -> void* { return std::addressof(as<Variant>(object).template emplace<Ts>()); }}),
     ...);
    shape.index = [](const void* object) { return as<Variant>(object).index(); };
    shape.held = [](void* object) -> void* {
      return std::visit([](auto& held) -> void* { return std::addressof(held); }, as<Variant>(object));
    };
    return {std::move(shape)};
  }
};

}  // namespace shaping

template <class T>
const Shape& shape_of() {
  static const Shape shape = shaping::Maker<T>::make();
  return shape;
}

}  // namespace sendcap::scenario
