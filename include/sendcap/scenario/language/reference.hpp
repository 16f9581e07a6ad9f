#pragma once

#include <string>
#include <string_view>

#include "sendcap/scenario/language/shape_of.hpp"

namespace sendcap::scenario {

/// The reference page of a shape; the work behind `reference_markdown`.
[[nodiscard]] std::string reference_markdown_of(const Shape& shape, std::string_view title);

/// The reference of everything a file for `T` may hold: for each block its meaning and a table of its keys.
template <class T>
[[nodiscard]] std::string reference_markdown(std::string_view title) {
  return reference_markdown_of(shape_of<T>(), title);
}

}  // namespace sendcap::scenario
