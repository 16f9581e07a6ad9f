#include <algorithm>
#include <cmath>
#include <limits>

#include "world.hpp"

// What may happen to those who wait: patience runs out, hazards strike, a birthday comes.
//
// Each hazard has a tolerance, exponential with mean 1, drawn once for each case, and strikes when the rate summed up
// over the time waited has used the tolerance up (the cumulative-hazard form of competing risks). So a change of
// the rate acts on those already waiting, and under another plan the same child has the same tolerance.

namespace sendcap::model {
namespace {
constexpr double kNever = std::numeric_limits<double>::infinity();
constexpr std::uint16_t kHazardReasons = static_cast<std::uint16_t>(Reason::first_of_hazards);
}  // namespace

double& Simulation::World::tolerance_used(Index case_index, Index hazard) {
  return tolerances_used_[case_index * model_.hazards.size() + hazard];
}

double Simulation::World::tolerance(const Case& waiting, const Child& child, Index hazard) const {
  engine::Stream random(key_, child.source, child.number, model_.hazards[hazard].purpose, waiting.ordinal);
  return -std::log(random.uniform_open());
}

double Simulation::World::hazard_multiplier(const Child& child, const Hazard& hazard) const {
  double times = 1;
  for (const Hazard::Factor& factor : hazard.factors)
    if (factor.when.holds(child, now_)) times *= factor.times.at(now_);
  return times;
}

namespace {

// The rate of a hazard is constant between changes of its timelines and bounds of the time waited.
struct HazardPiece {
  double rate;
  double until;
};

HazardPiece hazard_piece(const Hazard& hazard, double joined, double time) {
  HazardPiece piece{hazard.rate.at(time), hazard.rate.next_change(time)};
  double factor = 1;
  for (std::size_t i = 0; i < hazard.wait_bounds.size(); ++i) {
    const double bound = joined + hazard.wait_bounds[i];
    if (bound > time) {
      piece.until = std::min(piece.until, bound);
      break;
    }
    factor = hazard.wait_factors[i].at(time);
    piece.until = std::min(piece.until, hazard.wait_factors[i].next_change(time));
  }
  piece.rate *= factor;
  return piece;
}

}  // namespace

double Simulation::World::strike_time(const Case& waiting, const Child& child, Index hazard_index) const {
  const Hazard& hazard = model_.hazards[hazard_index];
  if (!hazard.when.holds(child, now_)) return kNever;
  const double multiplier = hazard_multiplier(child, hazard);
  const auto case_index = static_cast<Index>(&waiting - cases_.data());
  double left = tolerance(waiting, child, hazard_index) -
                tolerances_used_[case_index * model_.hazards.size() + hazard_index];
  double time = std::max(waiting.joined, 0.0);  // those waiting at the start have come so far
  while (time < model_.end) {
    const HazardPiece piece = hazard_piece(hazard, waiting.joined, time);
    const double rate = piece.rate * multiplier;
    const double needed = rate > 0 ? std::max(left, 0.0) / rate : kNever;
    if (time + needed <= piece.until) return std::max(time + needed, now_);
    left -= rate * (piece.until - time);
    time = piece.until;
  }
  return kNever;
}

// Notes how much of each tolerance the wait that ends now has used up.
void Simulation::World::use_up_tolerances(Index case_index) {
  const Case& waiting = cases_[case_index];
  const Child& child = children_[waiting.child];
  for (Index hazard_index : model_.steps[waiting.step].hazards) {
    const Hazard& hazard = model_.hazards[hazard_index];
    if (!hazard.when.holds(child, now_)) continue;
    const double multiplier = hazard_multiplier(child, hazard);
    double time = std::max(waiting.joined, 0.0);
    double used = 0;
    while (time < now_) {
      const HazardPiece piece = hazard_piece(hazard, waiting.joined, time);
      const double until = std::min(piece.until, now_);
      used += piece.rate * multiplier * (until - time);
      time = until;
    }
    tolerance_used(case_index, hazard_index) += used;
  }
}

// Schedules the first of all that would end the wait, unless it comes after the run.
void Simulation::World::schedule_leaving(Index case_index) {
  Case& waiting = cases_[case_index];
  ++waiting.stamp;
  const Step& step = model_.steps[waiting.step];
  const Pathway& pathway = model_.pathways[step.pathway];
  const Child& child = children_[waiting.child];
  double soonest = kNever;
  if (step.has_patience) {
    engine::Stream random = stream_for(waiting, step.purpose_patience);
    soonest = std::max(std::max(waiting.joined, 0.0) + step.patience.draw(random), now_);
    waiting.leave_reason = static_cast<std::uint16_t>(Reason::gave_up);
  }
  if (pathway.until_age_years < kNever) {
    const double birthday = std::max(child.birth + pathway.until_age_years * kDaysPerYear, now_);
    if (birthday < soonest) {
      soonest = birthday;
      waiting.leave_reason = static_cast<std::uint16_t>(Reason::aged_out);
    }
  }
  for (Index hazard : step.hazards) {
    const double strikes = strike_time(waiting, child, hazard);
    if (strikes < soonest) {
      soonest = strikes;
      waiting.leave_reason = static_cast<std::uint16_t>(kHazardReasons + hazard);
    }
  }
  if (soonest < model_.end) schedule(soonest, EventKind::leaves_queue, case_index, waiting.stamp);
}

void Simulation::World::leaves_queue(Index case_index) {
  const std::uint16_t reason = cases_[case_index].leave_reason;
  if (reason < kHazardReasons) return close_with_reason(case_index, reason);
  const Hazard& hazard = model_.hazards[reason - kHazardReasons];
  switch (hazard.effect) {
    case scenario::HazardEffect::closes_the_case: return close_with_reason(case_index, reason);
    case scenario::HazardEffect::closes_all_cases: return close_all_cases(cases_[case_index].child, reason);
    case scenario::HazardEffect::raises_priority: return raise_priority(case_index, hazard);
  }
}

void Simulation::World::raise_priority(Index case_index, const Hazard& hazard) {
  Case& waiting = cases_[case_index];
  const auto hazard_index = static_cast<Index>(&hazard - model_.hazards.data());
  const Step& step = model_.steps[waiting.step];
  tolerance_used(case_index, hazard_index) = -kNever;  // it strikes once in a case
  const std::int32_t raised = step.service_count > 0 ? hazard.class_of_service[step.services[0]] : -1;
  if (waiting.state == CaseState::in_queue && raised >= 0 && raised < waiting.priority_class) {
    queues_[waiting.queue].remove(cases_, case_index);
    waiting.raised_to = static_cast<std::int8_t>(raised);
    waiting.priority_class = static_cast<std::uint8_t>(raised);
    queues_[waiting.queue].push(cases_, case_index);
    for (std::size_t i = 0; i < step.service_count; ++i)
      recorder_.left(recorder_.list_of_service(step.services[i]),
                     static_cast<std::uint32_t>(kHazardReasons + hazard_index),
                     groups_of_child(children_[waiting.child]));
  }
  schedule_leaving(case_index);
}

}  // namespace sendcap::model
