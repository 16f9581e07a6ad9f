#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <vector>

#include <boost/pending/disjoint_sets.hpp>

#include "sendcap/model/model.hpp"

namespace sendcap::model {

/// Districts from a first to a last one.
struct DistrictRange {
  std::uint32_t first = std::numeric_limits<std::uint32_t>::max();
  std::uint32_t last = 0;

  [[nodiscard]] bool empty() const { return first > last; }
  [[nodiscard]] bool overlaps(const DistrictRange& other) const {
    return first <= other.last && other.first <= last;
  }
  /// Grows to hold another; returns whether it has.
  bool add(const DistrictRange& other) {
    if (other.empty() || (first <= other.first && other.last <= last)) return false;
    first = std::min(first, other.first);
    last = std::max(last, other.last);
    return true;
  }
  [[nodiscard]] DistrictRange within(const DistrictRange& other) const {
    return {std::max(first, other.first), std::min(last, other.last)};
  }
  friend bool operator==(const DistrictRange&, const DistrictRange&) = default;
};

/// Where something can happen to children who wait or are placed.
struct StrikesAt {
  bool anywhere = false;        ///< in every queue, and to all who wait for a place
  std::vector<Index> services;  ///< in their queues
  bool place = false;           ///< to those who wait for a place
  std::uint32_t kinds = 0;      ///< in provision of these kinds, a bit by scenario::ProvisionKind
};

/// The districts whose children can come to each part of a world: worked out by following the children of
/// each district wherever they can go. It may allow too much (ranges, not sets), never too little. From it
/// follows for which groups results are kept, without which a world of many areas would need a result for
/// each district in every service of every other. What children can come to from one another, or meet in, is
/// of one part of the world.
class Reach {
 public:
  /// `strikes_at` is by hazard.
  Reach(const Model& model, const std::vector<StrikesAt>& strikes_at);

  [[nodiscard]] const DistrictRange& step(Index step) const { return by_step_[step]; }
  [[nodiscard]] const DistrictRange& service(Index service) const { return by_service_[service]; }
  [[nodiscard]] const DistrictRange& pathway(Index pathway) const { return by_pathway_[pathway]; }
  [[nodiscard]] const DistrictRange& placement() const { return placement_; }
  /// Those to whom it can happen.
  [[nodiscard]] const DistrictRange& hazard(Index hazard) const { return by_hazard_[hazard]; }

  /// Of what a world consists, and what is of one part.
  struct PartOf {
    std::vector<Index> service;
    std::vector<Index> pathway;
    std::vector<Index> provision;
    std::vector<Index> hazard;
    Index count = 1;
  };
  /// The parts, numbered in the order of their first service, pathway or provision. What no child comes to is
  /// with the first. REQUIRES: hazards stand at the steps at which they can strike.
  [[nodiscard]] PartOf parts();

 private:
  void follow(const std::vector<StrikesAt>& strikes_at);
  void visit_sources();
  void come(Index pathway, const DistrictRange& children);
  void visit_provision(Index provision);
  void visit_step(Index step);
  void visit_effects(const Step& step, const DistrictRange& here);
  void visit_places(const Step& step, const DistrictRange& here);
  void visit_hazard(Index hazard, const StrikesAt& at);
  void strike(Index hazard, const DistrictRange& here);
  void visit_transfer();
  void enter(Index pathway, const DistrictRange& from);
  void go_to(Index step, const DistrictRange& from);
  void go_on(const std::vector<NextRule>& rules, const DistrictRange& from);
  void move_to(Index provision, const DistrictRange& from);
  void gain(std::uint32_t flags, const DistrictRange& from);
  void summarise();
  [[nodiscard]] DistrictRange of_mix(Index mix) const;
  [[nodiscard]] DistrictRange of_condition(const Condition& condition) const;
  [[nodiscard]] DistrictRange in_kinds(std::uint32_t kinds) const;

  // What a world consists of, numbered through.
  [[nodiscard]] std::size_t service_node(Index service) const { return service; }
  [[nodiscard]] std::size_t pathway_node(Index pathway) const { return by_service_.size() + pathway; }
  [[nodiscard]] std::size_t provision_node(Index provision) const {
    return by_service_.size() + by_pathway_.size() + provision;
  }
  [[nodiscard]] std::size_t hazard_node(Index hazard) const {
    return by_service_.size() + by_pathway_.size() + by_provision_.size() + hazard;
  }
  [[nodiscard]] std::size_t node_count() const { return hazard_node(static_cast<Index>(by_hazard_.size())); }
  /// Of the pathway a step is on, or of the provision whose children are at it.
  [[nodiscard]] std::size_t node_of_step(Index step) const;
  [[nodiscard]] const DistrictRange& reached(std::size_t node) const;
  /// Children at what is followed now come to this, or meet there.
  void meet(std::size_t node, const DistrictRange& children) {
    if (!children.empty()) together_.union_set(followed_, node);
  }
  void meet_in_kinds(std::uint32_t kinds, const DistrictRange& children);

  const Model& model_;
  std::uint32_t districts_;
  std::vector<DistrictRange> suited_;  ///< by provision: whom it is for
  std::vector<DistrictRange> struck_;  ///< by hazard: of whom it is
  std::vector<DistrictRange> by_step_;
  std::vector<DistrictRange> by_provision_;
  std::vector<DistrictRange> by_hazard_;
  std::vector<DistrictRange> by_service_;
  std::vector<DistrictRange> by_pathway_;
  std::array<DistrictRange, scenario::kProvisionKindCount> by_kind_;  ///< of those placed
  DistrictRange in_queues_;
  DistrictRange placement_;
  bool grown_ = false;        ///< in the present round
  std::size_t followed_ = 0;  ///< from where: a node
  boost::disjoint_sets_with_storage<> together_;
};

}  // namespace sendcap::model
