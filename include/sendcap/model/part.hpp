#pragma once

#include <vector>

#include "sendcap/model/child.hpp"

namespace sendcap::model {

/// A part of the world whose children never meet those of another: they wait in no queue in common, want no
/// place in common, and no way leads from one part to the other. So the parts of a world can be simulated one
/// after another, each in memory that stays in the cache. Indices into those of the model, in order.
struct Part {
  std::vector<Index> services;
  std::vector<Index> stations;
  std::vector<Index> joint_queues;
  std::vector<Index> pathways;
  std::vector<Index> streams;
  std::vector<Index> at_start;
  std::vector<Index> purchases;
  std::vector<Index> alongside;
  std::vector<Index> hazards;
  std::vector<Index> provision;
  std::vector<Index> place_groups;
  std::vector<Index> clocks;
  bool is_first = false;  ///< what is of no part is done in the first
};

}  // namespace sendcap::model
