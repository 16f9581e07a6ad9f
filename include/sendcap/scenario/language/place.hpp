#pragma once

#include <cstdint>

namespace sendcap::scenario {

/// Where something stands in the text a user wrote: 1-based line and column of a file of `Sources`.
/// A line of 0 means "nowhere": a default, or a value made by the program.
struct Place {
  std::uint32_t file = 0;  ///< index into `Sources`
  std::uint32_t line = 0;
  std::uint32_t column = 0;

  [[nodiscard]] bool known() const { return line != 0; }
};

}  // namespace sendcap::scenario
