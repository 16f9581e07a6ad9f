#include "ways_of_leaving.hpp"

#include <cmath>
#include <limits>

namespace sendcap::model {
namespace {

constexpr auto kFirstHazard = static_cast<std::uint32_t>(Reason::first_of_hazards);

std::uint32_t number(Reason reason) {
  return static_cast<std::uint32_t>(reason);
}

}  // namespace

// A case that closes leaves all lists that it is on, so what can close one at one step of a pathway counts
// for the whole pathway and for every service on it.
WaysOfLeaving::WaysOfLeaving(const Model& model, const Reach& reach)
    : model_(model),
      services_(model.services.size()),
      pathways_(model.pathways.size()),
      raised_(model.services.size()) {
  for (const Step& step : model_.steps) from_step(step);
  of_reviews();
  spread_to_lists();
  closing_everything(reach);
  for (const Purchase& bought : model_.purchases) {
    const Step& step = model_.steps[bought.step];
    for (std::size_t i = 0; i < step.service_count; ++i)
      services_[step.services[i]].insert(number(Reason::seen_elsewhere));
  }
}

void WaysOfLeaving::from_step(const Step& step) {
  std::set<std::uint32_t>& ways = pathways_[step.pathway];
  if (std::isfinite(step.until_age_days)) ways.insert(number(Reason::aged_out));
  if (step.has_patience) ways.insert(number(Reason::gave_up));
  for (std::size_t i = 0; i < step.service_count; ++i) {
    const Service& service = model_.services[step.services[i]];
    if (service.room != std::numeric_limits<std::uint64_t>::max()) ways.insert(number(Reason::turned_away));
    if (service.is_clinic) ways.insert(number(Reason::not_brought));
  }
  for (const Index pathway : step.meets_needs_of) pathways_[pathway].insert(number(Reason::need_met));
  for (const StepHazard& strikes : step.hazards) from_hazard(step, strikes.hazard);
}

void WaysOfLeaving::from_hazard(const Step& step, Index hazard_index) {
  const Hazard& hazard = model_.hazards[hazard_index];
  if (hazard.effect == scenario::HazardEffect::closes_the_case)
    pathways_[step.pathway].insert(kFirstHazard + hazard_index);
  if (hazard.effect != scenario::HazardEffect::raises_priority || step.service_count == 0 ||
      hazard.class_of_service[step.services[0]] < 0)
    return;
  for (std::size_t i = 0; i < step.service_count; ++i)
    raised_[step.services[i]].insert(kFirstHazard + hazard_index);
}

void WaysOfLeaving::of_reviews() {
  if (!model_.plans) return;
  for (const Index pathway : model_.plans->reviewed_on.index)
    if (pathway != kNone) pathways_[pathway].insert(number(Reason::plan_ended));
}

void WaysOfLeaving::spread_to_lists() {
  for (const Step& step : model_.steps) {
    const std::set<std::uint32_t>& ways = pathways_[step.pathway];
    for (std::size_t i = 0; i < step.service_count; ++i)
      services_[step.services[i]].insert(ways.begin(), ways.end());
    if (step.kind == StepKind::place) placement_.insert(ways.begin(), ways.end());
  }
}

// What closes all cases of a child closes them wherever children are whom it can strike.
void WaysOfLeaving::closing_everything(const Reach& reach) {
  for (Index hazard = 0; hazard < model_.hazards.size(); ++hazard) {
    if (model_.hazards[hazard].effect != scenario::HazardEffect::closes_all_cases) continue;
    const DistrictRange& struck = reach.hazard(hazard);
    for (Index s = 0; s < services_.size(); ++s)
      if (struck.overlaps(reach.service(s))) services_[s].insert(kFirstHazard + hazard);
    for (Index p = 0; p < pathways_.size(); ++p)
      if (struck.overlaps(reach.pathway(p))) pathways_[p].insert(kFirstHazard + hazard);
    if (struck.overlaps(reach.placement())) placement_.insert(kFirstHazard + hazard);
  }
}

}  // namespace sendcap::model
