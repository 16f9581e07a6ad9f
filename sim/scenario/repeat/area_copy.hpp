#pragma once

#include <cstddef>
#include <string>

#include "sendcap/scenario/scenario.hpp"

namespace sendcap::scenario {

/// What makes one area of a world.
struct Area {
  std::string name;  ///< stands before the names of what the area has of its own; none when empty
  double size = 1;   ///< as a multiple of the world
  double size_of_those_before = 0;  ///< of all areas made before it together
  bool keeps_notes = true;          ///< ranges, sources and qualities stay
};

/// Makes a copy of a world into one of its areas: gives it the area's names and size. The number of whole
/// numbers above 0 of which nothing is left.
std::size_t make_area(Scenario& copy, const Area& area);

/// `area 017: therapy`, or the name alone when the area has none.
[[nodiscard]] std::string name_in(const Area& area, const std::string& name);

}  // namespace sendcap::scenario
