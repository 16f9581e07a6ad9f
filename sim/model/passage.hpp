#pragma once

#include <algorithm>

#include "world.hpp"

// What every case goes through: children and cases come, open, enter steps, go on and close. Small and called
// from many places; here, so that it becomes part of where it is called: as functions of their own these took
// 8% more instructions of a plain queue. What is rare about them is in cases.cpp.

namespace sendcap::model {

// Draws are kept apart by blocks: each repeated visit has room for this many blocks of random numbers, each
// further case of a child for this many visits.
inline constexpr std::uint32_t kBlocksPerVisit = 1U << 6U;
inline constexpr std::uint32_t kVisitsPerCase = 1U << 16U;

// Copied as a whole from memory, as is a new child: for one put together on the stack, field by field, the
// processor waits until all parts are written. That was a twentieth of the time of a queue.
inline constexpr Case kNewCase;

inline engine::Stream Simulation::World::stream_for(const Case& one, std::uint32_t purpose) const {
  return stream_of(children_[one.child], one, purpose);
}

inline engine::Stream Simulation::World::stream_of(const Child& child, const Case& one,
                                                   std::uint32_t purpose) const {
  return engine::Stream(key_, child.source, child.number, purpose,
                        (one.ordinal * kVisitsPerCase + one.visits) * kBlocksPerVisit);
}

inline Index Simulation::World::new_child(std::uint32_t source, std::uint32_t number, Index mix, double now) {
  if (free_children_.empty()) [[unlikely]]
    make_room_for_child();
  const Index index = free_children_.back();
  free_children_.pop_back();
  Child& child = children_[index];
  child = new_child_;
  child.arrival = static_cast<std::uint32_t>(++children_came_);
  child.source = source;
  child.number = number;
  if (!model_.mixes.empty()) draw_attributes(child, model_.mixes[mix], now);
  return index;
}

inline Index Simulation::World::new_case(Index child_index, double referred) {
  const Index index = new_case_alone(child_index, referred);
  Child& child = children_[child_index];
  if (child.first_case != kNone) {
    cases_[index].next_of_child = child.first_case;
    cases_[child.first_case].previous_of_child = index;
  }
  child.first_case = index;
  ++child.open_cases;
  return index;
}

inline Index Simulation::World::new_case_alone(Index child_index, double referred) {
  if (free_cases_.empty()) [[unlikely]]
    make_room_for_case();
  const Index index = free_cases_.back();
  free_cases_.pop_back();
  Case& added = cases_[index];
  const std::uint32_t stamp = added.stamp;
  added = kNewCase;
  added.stamp = stamp + 1;
  added.child = child_index;
  added.referred = referred;
  added.begun = referred;
  added.number = ++case_numbers_;
  if (model_.tolerances_of_case > 0)
    std::fill_n(tolerances_of(index), model_.tolerances_of_case, Tolerance{});
  return index;
}

inline void Simulation::World::enter_step(Index case_index, Index step_index) {
  const Step& step = model_.steps[step_index];
  Case& moving = cases_[case_index];
  moving.step = step_index;
  ++moving.visits;
  moving.raised_to = -1;
  moving.missed = 0;
  if (is_plain(step)) return join_plain(case_index, step);  // where it stays until another event
  moving.contacts_left = static_cast<std::uint16_t>(step.contacts);
  moving.state = CaseState::passing_time;
  if (++depth_ > kMostStepsInOneEvent)
    throw Runaway("children go round for ever without time passing (at step '" + step.name + "')");
  if (birthday_of_limit(moving) <= now_)
    close_with_reason(case_index, static_cast<std::uint32_t>(Reason::aged_out));
  else
    begin_step(case_index, step);
  --depth_;
}

// What an event does to the numbers of a service is noted once: one who is seen and makes room for another
// would be counted out, off the list and in again, all in no time.
inline void Simulation::World::note_stirred() {
  Index service = stirred_;
  while (service != kNone) {
    ServiceState& state = services_[service];
    note_numbers(service, state);
    if (state.busy_changed) recorder_.set_busy(service, now_, state.busy);
    state.stirred = state.busy_changed = false;
    service = state.next_stirred;
  }
  stirred_ = kNone;
}

inline void Simulation::World::schedule_next_arrival(Index stream) {
  Arrival& next = next_arrival_[stream];
  next = arrivals_[stream].next(model_.end);
  schedule(next.time, EventKind::arrival, stream);
}

inline void Simulation::World::open_case(Index case_index, Index pathway) {
  Case& opened = cases_[case_index];
  const Pathway& entered = model_.pathways[pathway];
  ++cases_opened_;
  opened.step = entered.first_step;
  note_open(case_index);
  tell(Happening::opened, opened.child, case_index, entered.name);
  recorder_.joined(recorder_.list_of_pathway(pathway), groups_of_child(children_[opened.child]));
  enter_step(case_index, entered.begins_at.empty() ? entered.first_step : entry_of(opened, entered));
}

inline void Simulation::World::go_on(Index case_index, Target target) {
  const Case& moving = cases_[case_index];
  if (is_part(moving)) {
    const Step& forked = model_.steps[cases_[moving.parent].step];
    if (target.is_outcome() || target.index() == forked.join) return part_done(case_index);
  }
  if (target.is_outcome())
    return close_with_outcome(case_index, model_.steps[moving.step].pathway, target.index());
  enter_step(case_index, target.index());
}

// The clock from referral is that of the whole case, whichever part is seen first.
inline void Simulation::World::first_contact(Index case_index, const Groups& groups) {
  Case& whole = cases_[root_of(case_index)];
  first_contact_of(whole, model_.steps[whole.step].pathway, groups);
}

inline void Simulation::World::first_contact_of(Case& whole, Index pathway, const Groups& groups) {
  if (whole.contacted) return;
  note_contacted(whole);
  recorder_.seen(recorder_.list_of_pathway(pathway), now_ - whole.referred, groups);
}

inline void Simulation::World::close_with_outcome(Index case_index, Index pathway, std::uint32_t outcome) {
  const Index child = cases_[case_index].child;
  recorder_.outcome(pathway, outcome, groups_of_child(children_[child]));
  tell(Happening::closed, child, case_index, model_.pathways[pathway].outcomes[outcome]);
  ++cases_closed_;
  if (!model_.pathways[pathway].re_referrals.empty()) perhaps_refer_again(case_index, outcome);
  release(case_index);
}

inline void Simulation::World::child_gone(Index child) {
  if (keeps_census_ && has_plan(children_[child])) forget_plan(child);
  tell(Happening::gone, child, kNone, {});
  if (keeps_census_) recorder_.census().remove(child);
  ++children_gone_;
  free_children_.push_back(child);
}

inline void Simulation::World::release(Index case_index) {
  Case& done = cases_[case_index];
  note_closed(case_index);
  done.state = CaseState::free;
  ++done.stamp;
  free_cases_.push_back(case_index);
  Child& child = children_[done.child];
  if (--child.open_cases == 0) {  // it was the only one
    child.first_case = kNone;
    return child_gone(done.child);
  }
  if (done.previous_of_child == kNone)
    child.first_case = done.next_of_child;
  else
    cases_[done.previous_of_child].next_of_child = done.next_of_child;
  if (done.next_of_child != kNone) cases_[done.next_of_child].previous_of_child = done.previous_of_child;
}

}  // namespace sendcap::model
