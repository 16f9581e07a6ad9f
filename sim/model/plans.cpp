#include <algorithm>

#include "passage.hpp"
#include "world.hpp"

// Flags that children gain and lose, and education, health and care plans, which are one of them.

namespace sendcap::model {
namespace {
constexpr std::uint32_t kSaltReview = engine::name_hash("review of the plan");
}  // namespace

// What may happen to the child while it waits may depend on its flags, so it is reckoned afresh from now.
void Simulation::World::change_flags(Index child_index, std::uint32_t gained, std::uint32_t lost) {
  Child& child = children_[child_index];
  gained &= ~child.flags;
  lost &= child.flags;
  if ((gained | lost) == 0) return;
  keep(child_index);
  const bool plan_lost = model_.plans && (lost & model_.plans->flag) != 0;
  if (plan_lost) plan_ends(child_index, static_cast<std::uint32_t>(Reason::plan_ended));
  if (plan_lost) lost &= ~model_.plans->flag;
  const bool was = is_without_a_place(child);
  for (Index one = children_[child_index].first_case; one != kNone; one = cases_[one].next_of_child) {
    if (!is_waiting(cases_[one])) continue;
    note_unsupported(one);
    look_at_support_later(one);
    use_up_tolerances(one);
  }
  children_[child_index].flags = (children_[child_index].flags | gained) & ~lost;
  tell_flags(child_index, Happening::flag_gained, gained);
  tell_flags(child_index, Happening::flag_lost, lost);
  for (Index one = children_[child_index].first_case; one != kNone; one = cases_[one].next_of_child)
    if (is_waiting(cases_[one])) schedule_leaving(one);
  recount_without_a_place(children_[child_index], was);
  if (model_.plans && (gained & model_.plans->flag) != 0) plan_begins(child_index);
  let_go(child_index);
}

void Simulation::World::tell_flags(Index child, Happening happening, std::uint32_t bits) const {
  if (observer_ == nullptr) return;
  for (std::size_t flag = 0; flag < model_.flags.size(); ++flag)
    if (((bits >> flag) & 1U) != 0) tell(happening, child, kNone, model_.flags[flag]);
}

void Simulation::World::plan_begins(Index child_index) {
  recorder_.plan_begun(groups_of_child(children_[child_index]));
  const Index pathway = model_.plans->reviewed_on.of(children_[child_index]);
  if (pathway != kNone && !has_open_case(child_index, pathway))
    open_beside(child_index, pathway, kSaltReview);
}

// A child who moves into the county has its plan already.
void Simulation::World::comes_with_plan(Index child_index) {
  recount_without_a_place(children_[child_index], false);
  const Index pathway = model_.plans->reviewed_on.of(children_[child_index]);
  if (pathway != kNone) open_beside(child_index, pathway, kSaltReview);
}

// Nothing is open for the child any more, not even reviews of its plan, so it is not followed further.
void Simulation::World::forget_plan(Index child_index) {
  Child& child = children_[child_index];
  const bool was = is_without_a_place(child);
  recorder_.plan_ended(static_cast<std::uint32_t>(Reason::plan_ended), groups_of_child(child));
  child.flags &= ~model_.plans->flag;
  recount_without_a_place(child, was);
}

// The child no longer has a plan: its reviews end and it leaves its place.
void Simulation::World::plan_ends(Index child_index, std::uint32_t reason) {
  if (!has_plan(children_[child_index])) return;
  keep(child_index);
  const bool was = is_without_a_place(children_[child_index]);
  recorder_.plan_ended(reason, groups_of_child(children_[child_index]));
  children_[child_index].flags &= ~model_.plans->flag;
  recount_without_a_place(children_[child_index], was);
  tell_flags(child_index, Happening::flag_lost, model_.plans->flag);
  close_cases_on(child_index, model_.plans->reviewed_on.of(children_[child_index]),
                 static_cast<std::uint32_t>(Reason::plan_ended), false);
  unenrol(child_index);
  let_go(child_index);
}

bool Simulation::World::is_without_a_place(const Child& child) const {
  if (!has_plan(child)) return false;
  if (child.enrolment == kNone) return true;
  return model_.provision[cases_[child.enrolment].place].kind == scenario::ProvisionKind::not_in_education;
}

void Simulation::World::recount_without_a_place(const Child& child, bool was) {
  note_where(child);
  const bool is = is_without_a_place(child);
  if (is == was) return;
  without_a_place_ += is ? 1U : static_cast<std::size_t>(-1);
  recorder_.set_without_a_place(now_, without_a_place_);
}

}  // namespace sendcap::model
