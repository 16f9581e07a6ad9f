#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "sendcap/model/child.hpp"
#include "sendcap/model/measure.hpp"

namespace sendcap::model {

/// Where the groups of a child stand among those of a GroupSet, one of each dimension.
using Positions = std::array<std::uint16_t, kMaxAttributes + 1>;

/// Where the groups of children stand among those of a GroupSet, worked out beforehand: the position of a
/// group is its number less what belongs to its dimension. Position `size` is for children in no age band;
/// whatever is kept by position has room for it, and nobody reads it.
struct GroupPlaces {
  Positions less{};
  std::uint16_t size = 1;
  std::uint16_t dimensions = 0;

  GroupPlaces() = default;
  GroupPlaces(const MeasureLayout& layout, const GroupSet& set);

  [[nodiscard]] std::size_t position(const Groups& groups, std::size_t dimension) const {
    return static_cast<std::uint16_t>(groups.group[dimension] - less[dimension]);
  }
  /// All of them at once, for what is counted later or often; dimensions that there are not stand at 0.
  [[nodiscard]] Positions positions(const Groups& groups) const {
    Positions positions;
    for (std::size_t d = 0; d < positions.size(); ++d)
      positions[d] = static_cast<std::uint16_t>(groups.group[d] - less[d]);
    return positions;
  }
  /// Whether the set holds all groups of a child.
  [[nodiscard]] bool hold(const Groups& groups) const {
    for (std::size_t d = 0; d < dimensions; ++d)
      if (position(groups, d) > size) return false;
    return true;
  }
  /// Calls back with 0, which is `all`, and the position of each group of a child. REQUIRES: hold(groups).
  template <class Visit>
  void visit(const Groups& groups, const Visit& visit) const {
    visit(std::size_t{0});
    for (std::size_t d = 0; d < dimensions; ++d) visit(position(groups, d));
  }
  /// The same for positions worked out before.
  template <class Visit>
  void visit(const Positions& positions, const Visit& visit) const {
    visit(std::size_t{0});
    for (std::size_t d = 0; d < dimensions; ++d) visit(std::size_t{positions[d]});
  }
};

/// Which of the counts are those of one thing: one for each group of a set, side by side.
struct Counter {
  std::uint32_t first = kNone;
  std::uint32_t places = 0;  ///< index of the GroupPlaces
};

}  // namespace sendcap::model
