#pragma once

#include <string>
#include <string_view>

#include "sendcap/scenario/language/shape_of.hpp"

namespace sendcap::scenario {

/// The JSON Schema of a shape; the work behind `json_schema`.
[[nodiscard]] std::string json_schema_of(const Shape& shape, std::string_view title);

/// JSON Schema (draft 07) of everything a file for `T` may hold, for editors that complete and check.
template <class T>
[[nodiscard]] std::string json_schema(std::string_view title = {}) {
  return json_schema_of(shape_of<T>(), title);
}

}  // namespace sendcap::scenario
