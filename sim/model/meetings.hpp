#pragma once

#include <cstddef>
#include <vector>

#include <boost/pending/disjoint_sets.hpp>

#include "sendcap/model/model.hpp"

namespace sendcap::model {

/// What of a world belongs together, since children go from one to the other, or meet there: services,
/// pathways, provision and what may happen to those who wait or are placed.
class Meetings {
 public:
  explicit Meetings(const Model& model);

  /// One of them.
  struct Node {
    std::size_t number = 0;
  };
  [[nodiscard]] Node service(Index service) const { return {service}; }
  [[nodiscard]] Node pathway(Index pathway) const { return {first_pathway_ + pathway}; }
  [[nodiscard]] Node provision(Index provision) const { return {first_provision_ + provision}; }
  [[nodiscard]] Node hazard(Index hazard) const { return {first_hazard_ + hazard}; }
  /// The pathway a step is on, or the provision whose children are at it: children placed are all on one
  /// pathway, and meet only those at the same step.
  [[nodiscard]] Node of_step(Index step) const;

  void meet(Node one, Node other) { together_.union_set(one.number, other.number); }
  /// The same number for those that belong together, however indirectly.
  [[nodiscard]] std::size_t group_of(Node node) { return together_.find_set(node.number); }
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  const Model& model_;
  std::size_t first_pathway_;
  std::size_t first_provision_;
  std::size_t first_hazard_;
  std::size_t size_;
  boost::disjoint_sets_with_storage<> together_;
};

}  // namespace sendcap::model
