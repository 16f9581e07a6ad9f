#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "sendcap/model/child.hpp"
#include "sendcap/model/measure.hpp"

namespace sendcap::model {

/// Where the groups of children stand among those of a GroupSet, worked out beforehand: a group's position is
/// its number less what belongs to its dimension.
struct GroupPlaces {
  std::array<std::uint16_t, kMaxAttributes + 1> less{};
  std::uint16_t size = 1;

  GroupPlaces(const MeasureLayout& layout, const GroupSet& set);
  /// The places where every group is given: its own number.
  [[nodiscard]] static GroupPlaces of_all_groups(const MeasureLayout& layout);

  /// Calls back with 0 (`all`) and the position of each group of a child. A group that the set does not hold
  /// has a position of `size` or more.
  template <class Visit>
  void visit(const Groups& groups, std::size_t dimensions, const Visit& visit) const {
    visit(std::size_t{0});
    for (std::size_t d = 0; d < dimensions; ++d)
      if (groups.group[d] != kNoGroup) visit(std::size_t{static_cast<std::uint16_t>(groups.group[d] - less[d])});
  }
};

/// Which of the counts are those of one thing: one for each group of a set, side by side.
struct Counter {
  std::uint32_t first = kNone;
  std::uint32_t places = 0;  ///< index of the GroupPlaces
};

}  // namespace sendcap::model
