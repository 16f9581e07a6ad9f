#pragma once

#include "sendcap/model/model.hpp"

namespace sendcap::model {

/// Works out the groups of a child anew (groups.cpp).
void find_groups(const Model& model, const Child& child, double now);

/// The groups of a child now.
[[nodiscard]] inline const Groups& groups_of(const Model& model, const Child& child, double now) {
  if (!(now < child.groups_until)) find_groups(model, child, now);
  return child.groups;
}

}  // namespace sendcap::model
