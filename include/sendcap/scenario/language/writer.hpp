#pragma once

#include "sendcap/scenario/language/node.hpp"
#include "sendcap/scenario/language/shape_of.hpp"

namespace sendcap::scenario {

/// Whether fields that have their default are written too.
enum class Defaults { left_out, written };

/// Writes an object of the given shape; the work behind `write`.
[[nodiscard]] Node write_shape(const Shape& shape, const void* object, Defaults defaults);

/// The node that reads back as the same object (but for places).
template <class T>
[[nodiscard]] Node write(const T& object, Defaults defaults = Defaults::left_out) {
  return write_shape(shape_of<T>(), &object, defaults);
}

}  // namespace sendcap::scenario
