#include <algorithm>
#include <cmath>
#include <limits>

#include "world.hpp"

// What may happen to those who wait: patience runs out, hazards strike, a birthday comes.
//
// Each hazard has a tolerance, exponential with mean 1, drawn once for each case, and strikes when the rate
// summed up over the time waited has used the tolerance up (the cumulative-hazard form of competing risks).
// So a change of the rate acts on those already waiting, and under another plan the same child has the same
// tolerance.

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

namespace {

// The rate of a hazard for a child is constant between changes of its timelines, bounds of the time waited
// and birthdays.
struct HazardPiece {
  double rate;
  double until;
};

// Whether a condition holds at a time, which may be later than now; the piece ends when the child's age may
// change that.
bool holds_at(const Condition& condition, const Child& child, double time, HazardPiece& piece) {
  if (condition.about_age)
    for (const int years : {condition.first_age, condition.last_age + 1}) {
      const double birthday = child.birth + years * kDaysPerYear;
      if (birthday > time) piece.until = std::min(piece.until, birthday);
    }
  return condition.holds(child, time);
}

HazardPiece hazard_piece(const Hazard& hazard, const Child& child, double joined, double time) {
  HazardPiece piece{hazard.rate.at(time), hazard.rate.next_change(time)};
  if (!holds_at(hazard.when, child, time, piece)) piece.rate = 0;
  for (const Hazard::Factor& factor : hazard.factors) {
    piece.until = std::min(piece.until, factor.times.next_change(time));
    if (holds_at(factor.when, child, time, piece)) piece.rate *= factor.times.at(time);
  }
  double by_wait = 1;
  for (std::size_t i = 0; i < hazard.wait_bounds.size(); ++i) {
    const double bound = joined + hazard.wait_bounds[i];
    if (bound > time) {
      piece.until = std::min(piece.until, bound);
      break;
    }
    by_wait = hazard.wait_factors[i].at(time);
    piece.until = std::min(piece.until, hazard.wait_factors[i].next_change(time));
  }
  piece.rate *= by_wait;
  return piece;
}

}  // namespace

double Simulation::World::strike_time(const Case& waiting, const Child& child, Index hazard_index) const {
  const Hazard& hazard = model_.hazards[hazard_index];
  const auto case_index = static_cast<Index>(&waiting - cases_.data());
  double left = tolerance(waiting, child, hazard_index) -
                tolerances_used_[case_index * model_.hazards.size() + hazard_index];
  double time = std::max(waiting.joined, 0.0);  // those waiting at the start have come so far
  while (time < model_.end) {
    const HazardPiece piece = hazard_piece(hazard, child, waiting.joined, time);
    const double needed = piece.rate > 0 ? std::max(left, 0.0) / piece.rate : kNever;
    if (needed < kNever && time + needed <= piece.until) return std::max(time + needed, now_);
    left -= piece.rate > 0 ? piece.rate * (piece.until - time) : 0.0;
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
    double time = std::max(waiting.joined, 0.0);
    double used = 0;
    while (time < now_) {
      const HazardPiece piece = hazard_piece(hazard, child, waiting.joined, time);
      const double until = std::min(piece.until, now_);
      used += piece.rate * (until - time);
      time = until;
    }
    tolerance_used(case_index, hazard_index) += used;
  }
}

// Schedules the first of all that would end the wait, unless it comes after the run.
void Simulation::World::schedule_leaving(Index case_index) {
  Case& waiting = cases_[case_index];
  ++waiting.stamp;
  // Who is away to be booked again may leave in the meantime, and comes back unless that happens first.
  if (waiting.state == CaseState::away)
    schedule(waiting.key, EventKind::time_passed, case_index, waiting.stamp);
  const Step& step = model_.steps[waiting.step];
  const Child& child = children_[waiting.child];
  double soonest = kNever;
  if (step.has_patience) {
    engine::Stream random = stream_for(waiting, step.purpose_patience);
    soonest = std::max(std::max(waiting.joined, 0.0) + step.patience.draw(random), now_);
    waiting.leave_reason = static_cast<std::uint16_t>(Reason::gave_up);
  }
  const double birthday = birthday_of_limit(waiting);
  if (birthday < soonest) {
    soonest = std::max(birthday, now_);
    waiting.leave_reason = static_cast<std::uint16_t>(Reason::aged_out);
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
    case scenario::HazardEffect::closes_the_case:
      return close_with_reason(case_index, reason);
    case scenario::HazardEffect::closes_all_cases:
      return close_all_cases(cases_[case_index].child, reason);
    case scenario::HazardEffect::raises_priority:
      return raise_priority(case_index, hazard);
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
