#pragma once

#include <cstdint>
#include <set>
#include <vector>

#include "reach.hpp"
#include "sendcap/model/model.hpp"

namespace sendcap::model {

/// For which reasons children can leave a list (a service, a pathway, the wait for a place) or be raised in
/// it. Results are kept for these only: of all reasons on all lists most can never be.
class WaysOfLeaving {
 public:
  WaysOfLeaving(const Model& model, const Reach& reach);

  /// Reasons, in order, see Model::reasons.
  [[nodiscard]] const std::set<std::uint32_t>& service(Index service) const { return services_[service]; }
  [[nodiscard]] const std::set<std::uint32_t>& pathway(Index pathway) const { return pathways_[pathway]; }
  [[nodiscard]] const std::set<std::uint32_t>& placement() const { return placement_; }
  /// Hazards' reasons that raise the priority of those who wait for a service.
  [[nodiscard]] const std::set<std::uint32_t>& raised(Index service) const { return raised_[service]; }

 private:
  void from_step(const Step& step);
  void from_hazard(const Step& step, Index hazard);
  void of_reviews();
  void closing_everything(const Reach& reach);
  void spread_to_lists();

  const Model& model_;
  std::vector<std::set<std::uint32_t>> services_;
  std::vector<std::set<std::uint32_t>> pathways_;
  std::set<std::uint32_t> placement_;
  std::vector<std::set<std::uint32_t>> raised_;
};

}  // namespace sendcap::model
