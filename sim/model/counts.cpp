#include "counts.hpp"

namespace sendcap::model {

GroupPlaces::GroupPlaces(const MeasureLayout& layout, const GroupSet& set)
    : size(static_cast<std::uint16_t>(set.size)) {
  for (std::size_t d = 0; d < layout.dimensions.size(); ++d)
    for (const GroupSet::Range& range : set.ranges) {
      const MeasureLayout::Dimension& dimension = layout.dimensions[d];
      if (range.first_group < dimension.first_group ||
          range.first_group >= dimension.first_group + dimension.group_count)
        continue;
      less[d] = static_cast<std::uint16_t>(range.first_group - range.position);
    }
}

GroupPlaces GroupPlaces::of_all_groups(const MeasureLayout& layout) {
  GroupPlaces places(layout, GroupSet{});
  places.size = static_cast<std::uint16_t>(layout.groups.size());
  return places;
}

}  // namespace sendcap::model
