#pragma once

#include <cstddef>
#include <cstdint>

#include "sendcap/model/model.hpp"

namespace sendcap::model {

/// Completed years, kept within the table of age bands.
[[nodiscard]] inline std::size_t years_in_table(const Model& model, const Child& child, double now) {
  const int years = child.age(now);
  const auto last = static_cast<int>(model.age_band_of_year.size()) - 1;
  return static_cast<std::size_t>(years < 0 ? 0 : years > last ? last : years);
}

/// Works out the groups of a child anew (groups.cpp).
void find_groups(const Model& model, const Child& child, double now);

/// The groups of a child now.
[[nodiscard]] inline const Groups& groups_of(const Model& model, const Child& child, double now) {
  if (!(now < child.groups_until)) find_groups(model, child, now);
  return child.groups;
}

}  // namespace sendcap::model
