#include <algorithm>
#include <cmath>
#include <tuple>

#include "passage.hpp"
#include "world.hpp"

// What may happen to those who wait: patience runs out, hazards strike, a birthday comes.
//
// Each hazard has a tolerance, exponential with mean 1, drawn once for each case, and strikes when the rate
// summed up over the time waited has used the tolerance up (the cumulative-hazard form of competing risks).
// So a change of the rate acts on those already waiting, and under another plan the same child has the same
// tolerance.

namespace sendcap::model {
namespace {

constexpr std::uint16_t kHazardReasons = static_cast<std::uint16_t>(Reason::first_of_hazards);

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

// A rate that the hazard never exceeds, for no child.
double greatest_rate(const Hazard& hazard) {
  double rate = hazard.rate.greatest();
  for (const Hazard::Factor& factor : hazard.factors) rate *= std::max(factor.times.greatest(), 1.0);
  double by_wait = 1;
  for (const Timeline& factor : hazard.wait_factors) by_wait = std::max(by_wait, factor.greatest());
  return rate * by_wait;
}

// The rate of a steady hazard, which has but one piece.
double steady_rate(const Hazard& hazard, const Child& child, double now) {
  if (!hazard.when.holds(child, now)) return 0;
  double rate = hazard.rate.at(now);
  for (const Hazard::Factor& factor : hazard.factors)
    if (factor.when.holds(child, now)) rate *= factor.times.at(now);
  return rate;
}

// Most hazards strike nobody in a run, which is seen without the logarithm: −ln u ≥ 1 − u. The factor is far
// above what rounding may do.
bool outlives(const Tolerance& tolerance, double hazard_to_come) {
  return 1 - tolerance.lot > 1.000001 * (tolerance.used + hazard_to_come);
}

}  // namespace

void Simulation::World::find_greatest_rates() {
  for (const Hazard& hazard : model_.hazards) greatest_rates_.push_back(greatest_rate(hazard));
}

// Those for the step's hazards that have not been drawn yet, two at a time.
void Simulation::World::draw_tolerances(Index case_index) {
  const Case& waiting = cases_[case_index];
  const Child& child = children_[waiting.child];
  const auto counter_of = [&](const StepHazard& strikes) {
    return engine::BlockPairs::Counter{child.source, child.number, model_.hazards[strikes.hazard].purpose,
                                       waiting.ordinal};
  };
  const auto draw = [&](const StepHazard& first, const StepHazard& second) {
    const auto blocks = block_pairs_.numbers(counter_of(first), counter_of(second));
    Tolerance* const tolerances = tolerances_of(case_index);
    tolerances[first.tolerance].lot = engine::BlockPairs::uniform_open(blocks[0][0]);
    tolerances[second.tolerance].lot = engine::BlockPairs::uniform_open(blocks[1][0]);
  };
  const StepHazard* single = nullptr;
  for (const StepHazard& strikes : model_.steps[waiting.step].hazards) {
    if (tolerances_of(case_index)[strikes.tolerance].lot != 0) continue;
    if (single != nullptr) draw(*single, strikes);
    single = single != nullptr ? nullptr : &strikes;
  }
  if (single != nullptr) draw(*single, *single);
}

// REQUIRES: the tolerance has been drawn.
double Simulation::World::strike_time(Index case_index, const StepHazard& strikes) {
  const Case& waiting = cases_[case_index];
  const Child& child = children_[waiting.child];
  const Hazard& hazard = model_.hazards[strikes.hazard];
  const Tolerance& tolerance = tolerances_of(case_index)[strikes.tolerance];
  double time = std::max(waiting.counted_from, 0.0);
  if (tolerance.has_struck() || time >= model_.end) return kNever;
  const double rate = hazard.steady ? steady_rate(hazard, child, time) : kNever;
  if (!(rate > 0)) return kNever;
  if (outlives(tolerance, rate * (model_.end - time))) return kNever;
  double left = -std::log(tolerance.lot) - tolerance.used;
  if (hazard.steady) return std::max(time + std::max(left, 0.0) / rate, now_);
  while (time < model_.end) {
    const HazardPiece piece = hazard_piece(hazard, child, waiting.joined, time);
    const double needed = piece.rate > 0 ? std::max(left, 0.0) / piece.rate : kNever;
    if (needed < kNever && time + needed <= piece.until) return std::max(time + needed, now_);
    left -= piece.rate > 0 ? piece.rate * (piece.until - time) : 0.0;
    time = piece.until;
  }
  return kNever;
}

// Notes how much of each tolerance has been used up by now.
void Simulation::World::count_tolerances_used(Index case_index) {
  Case& waiting = cases_[case_index];
  const std::vector<StepHazard>& hazards = model_.steps[waiting.step].hazards;
  const Child& child = children_[waiting.child];
  for (const StepHazard& strikes : hazards) {
    const Hazard& hazard = model_.hazards[strikes.hazard];
    double time = std::max(waiting.counted_from, 0.0);
    double used = 0;
    if (hazard.steady && time < now_) {
      used = steady_rate(hazard, child, time) * (now_ - time);
      time = now_;
    }
    while (time < now_) {
      const HazardPiece piece = hazard_piece(hazard, child, waiting.joined, time);
      const double until = std::min(piece.until, now_);
      used += piece.rate * (until - time);
      time = until;
    }
    tolerances_of(case_index)[strikes.tolerance].used += used;
  }
  waiting.counted_from = now_;
}

// Some hazards do not strike a case again.
void Simulation::World::strikes_once(Index case_index, Index hazard) {
  for (const StepHazard& strikes : model_.steps[cases_[case_index].step].hazards)
    if (strikes.hazard == hazard) tolerances_of(case_index)[strikes.tolerance].used = kNever;
}

// A wait in a queue or for a place begins.
void Simulation::World::begin_waiting(Index case_index) {
  Case& waiting = cases_[case_index];
  waiting.counted_from = waiting.unsupported_from = now_;
  schedule_leaving(case_index);
  if (!model_.steps[waiting.step].alongside.empty()) offer_alongside(case_index);
}

// Notes the time waited without support up to now.
void Simulation::World::count_unsupported(Index case_index) {
  Case& waiting = cases_[case_index];
  if (waiting.state == CaseState::placed) return;
  const double length = now_ - std::max(waiting.unsupported_from, period_begin_);
  waiting.unsupported_from = now_;
  const Child& child = children_[waiting.child];
  if (is_supported(child) || length <= 0) return;
  const Groups groups = groups_of_child(child);
  if (waiting.state == CaseState::wants_place)
    return recorder_.waited_without_support(recorder_.list_of_placement(), length, groups);
  const Step& step = model_.steps[waiting.step];
  for (std::size_t i = 0; i < step.service_count; ++i)
    recorder_.waited_without_support(recorder_.list_of_service(step.services[i]), length, groups);
}

// Opens what is offered alongside a wait. A child's lot is drawn once for the wait, so that a share that
// rises later reaches those whose lot it then covers.
void Simulation::World::offer_alongside(Index case_index) {
  const std::uint32_t stamp = cases_[case_index].stamp;
  const Index child = cases_[case_index].child;
  for (const Index offered : model_.steps[cases_[case_index].step].alongside) {
    const Alongside& alongside = model_.alongside[offered];
    const double lot = stream_for(cases_[case_index], alongside.purpose).uniform();
    if (lot >= alongside.share.at(now_) || has_open_case(child, alongside.pathway) ||
        is_supported(children_[child]))
      continue;
    open_beside(child, alongside.pathway, alongside.purpose + cases_[case_index].ordinal * 40503U);
    if (cases_[case_index].stamp != stamp) return;
  }
}

// The share of those offered something changes: those who wait already are offered it too.
void Simulation::World::offer_widens(Index offered) {
  const auto is_offered = [&](const Case& one) {
    if (one.state == CaseState::free || one.state == CaseState::placed || !is_waiting(one)) return false;
    const std::vector<Index>& offers = model_.steps[one.step].alongside;
    return std::find(offers.begin(), offers.end(), offered) != offers.end();
  };
  // In the order in which the children came: their places in memory are others under every plan.
  struct Offered {
    std::uint32_t arrival;
    std::uint32_t case_number;
    Index case_index;
  };
  std::vector<Offered> those;
  for (Index one = 0; one < cases_.size(); ++one)
    if (is_offered(cases_[one]))
      those.push_back({children_[cases_[one].child].arrival, cases_[one].number, one});
  std::sort(those.begin(), those.end(), [](const Offered& left, const Offered& right) {
    return std::tie(left.arrival, left.case_number) < std::tie(right.arrival, right.case_number);
  });
  // What one brings about may end the wait of another.
  for (const Offered& one : those)
    if (cases_[one.case_index].number == one.case_number && is_offered(cases_[one.case_index]))
      offer_alongside(one.case_index);
  schedule(model_.alongside[offered].share.next_change(now_), EventKind::offer_widens, offered);
}

// Schedules the first of all that would end the wait, unless it comes after the run.
void Simulation::World::schedule_leaving(Index case_index) {
  Case& waiting = cases_[case_index];
  ++waiting.stamp;
  // Who is away to be booked again may leave in the meantime, and comes back unless that happens first; so
  // with one who is placed, until the place ends.
  if (waiting.state == CaseState::away || waiting.state == CaseState::placed)
    schedule(waiting.key, EventKind::time_passed, case_index, waiting.stamp);
  const Step& step = model_.steps[waiting.step];
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
  if (!step.hazards.empty()) draw_tolerances(case_index);
  const double to_come = model_.end - std::max(waiting.counted_from, 0.0);
  for (const StepHazard& strikes : step.hazards) {
    // Most strike nobody in a run, whatever the child is like: no more is asked then.
    if (outlives(tolerances_of(case_index)[strikes.tolerance], greatest_rates_[strikes.hazard] * to_come))
      continue;
    const double time = strike_time(case_index, strikes);
    if (time < soonest) {
      soonest = time;
      waiting.leave_reason = static_cast<std::uint16_t>(kHazardReasons + strikes.hazard);
    }
  }
  if (soonest < model_.end) schedule(soonest, EventKind::leaves_queue, case_index, waiting.stamp);
}

void Simulation::World::leaves_queue(Index case_index) {
  const std::uint16_t reason = cases_[case_index].leave_reason;
  if (reason < kHazardReasons) return close_with_reason(case_index, reason);
  strikes(case_index, static_cast<Index>(reason - kHazardReasons));
}

// What a hazard does, to a child who waits or to one who is placed.
void Simulation::World::strikes(Index case_index, Index hazard_index) {
  const Hazard& hazard = model_.hazards[hazard_index];
  const Index child = cases_[case_index].child;
  const std::uint32_t salt = hazard.purpose + cases_[case_index].ordinal * 40503U;
  const bool placed = cases_[case_index].state == CaseState::placed;
  const auto reason = static_cast<std::uint32_t>(kHazardReasons + hazard_index);
  keep(child);
  recorder_.happened(hazard_index, groups_of_child(children_[child]));
  tell(Happening::struck, child, case_index, hazard.name);
  switch (hazard.effect) {
    case scenario::HazardEffect::closes_the_case:
      if (!placed) close_with_reason(case_index, reason);
      if (placed && hazard.moves_to == kNone) leaves_place(child, reason);
      break;
    case scenario::HazardEffect::closes_all_cases:
      close_all_cases(child, reason);
      break;
    case scenario::HazardEffect::raises_priority:
      raise_priority(case_index, hazard);
      break;
    case scenario::HazardEffect::goes_on:
      use_up_tolerances(case_index);
      strikes_once(case_index, hazard_index);
      schedule_leaving(case_index);
      break;
  }
  if (hazard.effect != scenario::HazardEffect::closes_all_cases) {
    change_flags(child, hazard.gives, 0);
    if (hazard.moves_to != kNone) enrol(child, hazard.moves_to);
    if (hazard.enters != kNone && !has_open_case(child, hazard.enters))
      open_beside(child, hazard.enters, salt);
  }
  let_go(child);
}

// A place is left for good: with it ends a plan.
void Simulation::World::leaves_place(Index child, std::uint32_t reason) {
  if (has_plan(children_[child]))
    plan_ends(child, reason);
  else
    unenrol(child);
}

void Simulation::World::raise_priority(Index case_index, const Hazard& hazard) {
  Case& waiting = cases_[case_index];
  const auto hazard_index = static_cast<Index>(&hazard - model_.hazards.data());
  const Step& step = model_.steps[waiting.step];
  strikes_once(case_index, hazard_index);
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
