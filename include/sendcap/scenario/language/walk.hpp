#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "sendcap/scenario/language/diagnostic.hpp"
#include "sendcap/scenario/language/shape_of.hpp"

namespace sendcap::scenario {

/// One `Value` of a scenario, whatever its quantity: what the assumptions log shows.
class ValueView {
 public:
  ValueView(std::string path, const FieldShape& field, const ValueShape& shape, const void* value);

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::string_view help() const { return field_->help; }
  [[nodiscard]] const Rule& rule() const { return field_->rule; }
  [[nodiscard]] QuantityKind kind() const { return shape_->kind; }
  /// All of it, in numbers of the base unit.
  [[nodiscard]] const Value<double>& numbers() const { return numbers_; }
  /// As it would stand in a file: `12 per week`.
  [[nodiscard]] std::string is() const;
  [[nodiscard]] std::optional<Range<std::string>> range() const;
  /// Later values, each with its moment.
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> then() const;
  [[nodiscard]] const std::string& source() const { return numbers_.source; }
  [[nodiscard]] Quality quality() const { return numbers_.quality; }
  [[nodiscard]] Place place() const { return numbers_.place; }

 protected:
  std::string path_;
  const FieldShape* field_;
  const ValueShape* shape_;
  Value<double> numbers_;
};

/// A `Value` that can be changed. Changes keep what is known about it (range, source, quality).
class ValueHandle : public ValueView {
 public:
  ValueHandle(std::string path, const FieldShape& field, const ValueShape& shape, void* value);

  /// Sets `is` from text such as `14 per week`; false, with the reason in `diagnostics`, when it is no such
  /// quantity or breaks the field's limits.
  bool set(std::string_view text, Diagnostics& diagnostics, Place place = {});
  /// Sets `is` in the base unit, unchecked.
  void set_number(double number);
  /// The same, and moves later values in proportion; they stay when the present value is 0.
  void set_in_proportion(double number);

 private:
  void* value_;
};

void walk_values(const Shape& shape, const void* object, const std::function<void(const ValueView&)>& visit);
void walk_values(const Shape& shape, void* object, const std::function<void(ValueHandle&)>& visit);

/// Visits every `Value` that `object` holds, in the order of declaration, also those left at their default
/// (their place is unknown).
template <class T>
void for_each_value(const T& object, const std::function<void(const ValueView&)>& visit) {
  walk_values(shape_of<T>(), static_cast<const void*>(&object), visit);
}
template <class T>
requires(!std::is_const_v<T>) void for_each_value(T& object, const std::function<void(ValueHandle&)>& visit) {
  walk_values(shape_of<T>(), static_cast<void*>(&object), visit);
}

/// The value at a path (`services.occupational therapy.staff`), if there is one.
template <class T>
[[nodiscard]] std::optional<ValueHandle> find_value(T& object, std::string_view path) {
  std::optional<ValueHandle> found;
  const std::function<void(ValueHandle&)> keep = [&](ValueHandle& value) {
    if (value.path() == path) found = value;
  };
  for_each_value(object, keep);
  return found;
}

}  // namespace sendcap::scenario
