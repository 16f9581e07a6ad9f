#pragma once

#include <cstdint>
#include <vector>

#include "sendcap/model/model.hpp"

namespace sendcap::model {

/// Of what results are written together: of one part of the world, or of what its parts share (the list for
/// places, the census, plans, money), which is written when all of them are over. Where the world is one
/// part, nothing is shared and all is the part's.
struct Scope {
  /// From a first count to one past the last.
  struct Stretch {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  Part of;
  std::vector<std::uint32_t> columns;  ///< indices into MeasureLayout::columns, in order
  std::vector<std::size_t> lists;      ///< services, pathways, placement; see ListIndex
  std::vector<Index> presences;        ///< services, placement, provision
  Stretch counts;                      ///< of what is counted, side by side
  Stretch days;
  bool has_shared = false;  ///< the list for places, the census, plans and money are within it
};

/// The scopes of a world.
struct Scopes {
  std::vector<Scope> of_parts;  ///< in the order of Model::parts
  Scope shared;                 ///< nothing, when there is only one part
  Scope whole;                  ///< likewise; all parts as one, for whoever watches
};
[[nodiscard]] Scopes scopes_of(const Model& model);

}  // namespace sendcap::model
