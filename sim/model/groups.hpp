#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "sendcap/model/model.hpp"

namespace sendcap::model {

/// The groups a child belongs to besides `all`: at most one of each dimension, kNone where it has none.
struct Groups {
  std::array<std::uint32_t, kMaxAttributes + 1> group{};
};

/// Completed years, kept within the table of age bands.
[[nodiscard]] inline std::size_t years_in_table(const Model& model, const Child& child, double now) {
  const int years = child.age(now);
  const auto last = static_cast<int>(model.age_band_of_year.size()) - 1;
  return static_cast<std::size_t>(years < 0 ? 0 : years > last ? last : years);
}

[[nodiscard]] inline Groups groups_of(const Model& model, const Child& child, double now) {
  Groups groups;
  for (std::size_t i = 0; i < model.dimensions.size(); ++i) {
    const GroupDimension& dimension = model.dimensions[i];
    if (dimension.kind == GroupDimension::Kind::attribute) {
      groups.group[i] = dimension.first_group + child.attributes[dimension.attribute];
    } else {
      const std::uint16_t band = model.age_band_of_year[years_in_table(model, child, now)];
      groups.group[i] = band == Model::kNoBand ? kNone : dimension.first_group + band;
    }
  }
  return groups;
}

}  // namespace sendcap::model
