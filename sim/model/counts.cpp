#include "counts.hpp"

namespace sendcap::model {

GroupPlaces::GroupPlaces(const MeasureLayout& layout, const GroupSet& set)
    : size(static_cast<std::uint16_t>(set.size)),
      dimensions(static_cast<std::uint16_t>(layout.dimensions.size())) {
  const auto after_last = static_cast<std::uint16_t>(layout.groups.size() - set.size);
  for (std::size_t d = 0; d < dimensions; ++d) {
    less[d] = after_last;
    for (const GroupSet::Range& range : set.ranges) {
      const std::size_t first = layout.dimensions[d].first_group;
      if (range.first_group >= first && range.first_group < first + layout.dimensions[d].group_count)
        less[d] = static_cast<std::uint16_t>(range.first_group - range.position);
    }
  }
}

}  // namespace sendcap::model
