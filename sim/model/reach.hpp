#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <vector>

#include "meetings.hpp"
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

/// The districts whose children can come to each service, pathway, provision …: worked out by following the
/// children of each district wherever they can go. It may allow too much (ranges, not sets), never too
/// little. From it follows for which groups results are kept, without which a world of many areas would need
/// a result for each district in every service of every other; and from where children go on the way, what of
/// the world belongs together.
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

  [[nodiscard]] const DistrictRange& provision(Index provision) const { return by_provision_[provision]; }
  /// But for hazards with what they strike, which follows from the steps at which they stand.
  [[nodiscard]] const Meetings& meetings() const { return meetings_; }

 private:
  /// Children of these districts, who come from there.
  struct Comers {
    Meetings::Node from;
    DistrictRange children;
    [[nodiscard]] Comers within(const DistrictRange& districts) const {
      return {from, children.within(districts)};
    }
  };
  void follow(const std::vector<StrikesAt>& strikes_at);
  void visit_sources();
  void come(Index pathway, const DistrictRange& children);
  void visit_provision(Index provision);
  void visit_step(Index step);
  void visit_effects(const Step& step, const Comers& here);
  void visit_places(const Step& step, const Comers& here);
  void visit_hazard(Index hazard, const StrikesAt& at);
  void strike(Index hazard, const DistrictRange& here);
  void visit_transfer();
  void enter(Index pathway, const Comers& comers);
  void go_to(Index step, const DistrictRange& children);
  void go_on(const std::vector<NextRule>& rules, const DistrictRange& children);
  void move_to(Index provision, const Comers& comers);
  void gain(std::uint32_t flags, const Comers& comers);
  void meet(Meetings::Node node, const Comers& comers) {
    if (!comers.children.empty()) meetings_.meet(comers.from, node);
  }
  void meet_in_kinds(std::uint32_t kinds, const Comers& comers);
  void summarise();
  [[nodiscard]] DistrictRange of_mix(Index mix) const;
  [[nodiscard]] DistrictRange of_condition(const Condition& condition) const;
  [[nodiscard]] DistrictRange in_kinds(std::uint32_t kinds) const;

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
  bool grown_ = false;  ///< in the present round
  Meetings meetings_;
};

}  // namespace sendcap::model
