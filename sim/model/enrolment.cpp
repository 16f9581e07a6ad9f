#include <algorithm>
#include <cmath>

#include "calendar_day.hpp"
#include "passage.hpp"
#include "world.hpp"

// Who is where: the enrolments that hold children's places, how long they last, and where children go
// afterwards.

namespace sendcap::model {
namespace {

constexpr int kNoLastAge = 120;
// Enrolments of one child are numbered apart from its other cases.
constexpr std::uint32_t kFirstOrdinal = 1U << 9U;

}  // namespace

// The child moves to the provision from wherever it is.
void Simulation::World::enrol(Index child_index, Index provision) {
  const Index present = children_[child_index].enrolment;
  if (present != kNone && cases_[present].place == provision) return;
  keep(child_index);
  unenrol(child_index);
  const bool was = is_without_a_place(children_[child_index]);
  const Index enrolment = new_enrolment(child_index, provision);
  recorder_.placed(provision);
  tell(Happening::placed, child_index, kNone, model_.provision[provision].name);
  stays_until(enrolment, stay_until(cases_[enrolment], model_.provision[provision]));
  recount_without_a_place(children_[child_index], was);
  let_go(child_index);
}

Index Simulation::World::new_enrolment(Index child_index, Index provision) {
  const Index index = new_case(child_index, now_);
  Child& child = children_[child_index];
  Case& placed = cases_[index];
  placed.step = model_.provision[provision].step;
  placed.state = CaseState::placed;
  placed.contacted = true;
  placed.joined = placed.counted_from = now_;
  placed.ordinal = static_cast<std::uint16_t>(kFirstOrdinal + child.enrolments++ % kFirstOrdinal);
  placed.place = provision;
  placed.group = group_of(provision, school_age(child, model_.septembers[september_]));
  child.enrolment = index;
  note_where(child);
  if (starting_) enrolled_at_start_[child.attributes[0]].push_back(child_index);
  occupy(provision, placed.group);
  return index;
}

void Simulation::World::stays_until(Index enrolment, double until) {
  Case& placed = cases_[enrolment];
  placed.key = until;
  placed.group_in_september = group_in_september(placed);
  if (placed.group_in_september != kNone && case_with_offer(placed.child) == kNone)
    ++taken_in_september_[placed.group_in_september];
  schedule_leaving(enrolment);
}

// The group in which a child with a place will be next September; kNone when its stay is over before.
Index Simulation::World::group_in_september(const Case& placed) const {
  const double september = model_.septembers[september_ + 1];
  return placed.key > september ? group_of(placed.place, school_age(children_[placed.child], september))
                                : kNone;
}

// The places taken next September, counted afresh.
std::vector<std::uint32_t> Simulation::World::recount_for_september() const {
  std::vector<std::uint32_t> taken(model_.place_groups.size(), 0);
  for (const Child& child : children_) {
    if (child.first_case == kNone || child.enrolment == kNone) continue;
    const Case& placed = cases_[child.enrolment];
    const Index child_index = placed.child;
    if (placed.group_in_september != kNone && case_with_offer(child_index) == kNone)
      ++taken[placed.group_in_september];
  }
  for (const Index one : wanting_place_)
    if (cases_[one].group != kNone) ++taken[cases_[one].group];
  return taken;
}

void Simulation::World::unenrol(Index child_index) {
  const Index enrolment = children_[child_index].enrolment;
  if (enrolment == kNone) return;
  const bool was = is_without_a_place(children_[child_index]);
  const Case& leaving = cases_[enrolment];
  recorder_.left_place(leaving.place);
  tell(Happening::left_place, child_index, kNone, model_.provision[leaving.place].name);
  vacate(leaving.place, leaving.group);
  if (case_with_offer(child_index) == kNone) leaves_by_september(child_index);
  children_[child_index].enrolment = kNone;
  recount_without_a_place(children_[child_index], was);
  release(enrolment);
}

void Simulation::World::occupy(Index provision, Index group) {
  ++occupied_[group];
  recorder_.set_present(recorder_.presence_of_provision(provision), now_,
                        ++occupied_of_provision_[provision]);
  note_over_number(provision);
}

void Simulation::World::vacate(Index provision, Index group) {
  --occupied_[group];
  recorder_.set_present(recorder_.presence_of_provision(provision), now_,
                        --occupied_of_provision_[provision]);
  note_over_number(provision);
}

void Simulation::World::note_over_number(Index provision) {
  if (model_.has_costs) recorder_.set_over_number(provision, now_, over_number_of(provision));
}

double Simulation::World::over_number_of(Index provision_index) const {
  const Provision& provision = model_.provision[provision_index];
  double over = 0;
  for (Index g = provision.first_group; g < provision.first_group + provision.group_count; ++g)
    over += std::max(static_cast<double>(occupied_[g]) - model_.place_groups[g].places.at(now_), 0.0);
  return over;
}

// The group of places for an age; the last one for a child that fits none (too old, and not yet gone).
Index Simulation::World::group_of(Index provision_index, int age) const {
  const Provision& provision = model_.provision[provision_index];
  const Index end = provision.first_group + provision.group_count;
  for (Index g = provision.first_group; g < end; ++g)
    if (model_.place_groups[g].first_age <= age && age <= model_.place_groups[g].last_age) return g;
  return end - 1;
}

double Simulation::World::stay_until(const Case& placed, const Provision& provision) const {
  const Child& child = children_[placed.child];
  double until = end_of_ages(child, provision.last_age);
  if (has_plan(child))
    until = std::min(until, std::max(child.birth + model_.plans->until_age_years * kDaysPerYear, now_));
  if (!provision.has_stay) return until;
  engine::Stream random = stream_for(placed, provision.purpose_stay);
  return std::min(until, now_ + provision.stay.draw(random));
}

// The end of the school year in which the child reaches the last age: the first 1 September on which it is
// older.
double Simulation::World::end_of_ages(const Child& child, int last_age) const {
  if (last_age >= kNoLastAge) return kNever;
  const double too_old = model_.begin + child.birth + (last_age + 1) * kDaysPerYear;
  const int year = calendar_day(static_cast<std::int64_t>(std::floor(too_old))).year;
  auto leaves = static_cast<double>(days_since_1970(year, 9, 1));
  if (leaves + kSeptemberMorning < too_old) leaves = static_cast<double>(days_since_1970(year + 1, 9, 1));
  return std::max(leaves - model_.begin, now_);
}

Afterwards Simulation::World::afterwards_of(const Case& enrolment, double when) const {
  const Provision& provision = model_.provision[enrolment.place];
  for (const AfterwardsRule& rule : provision.afterwards) {
    if (rule.conditional && !rule.when.holds(children_[enrolment.child], when)) continue;
    if (rule.shares.empty()) return rule.targets.front();
    return rule.targets[rule.shares.way(stream_for(enrolment, provision.purpose_afterwards).uniform(), now_)];
  }
  return {};
}

// The time in the provision is over: by age, by the length of the stay, or because the plan reaches its age.
void Simulation::World::enrolment_over(Index enrolment) {
  const Index child = cases_[enrolment].child;
  keep(child);
  const bool too_old_for_a_plan =
      has_plan(children_[child]) &&
      children_[child].birth + model_.plans->until_age_years * kDaysPerYear <= now_ + kSeptemberMorning;
  const Index promised = case_with_offer(child);
  if (too_old_for_a_plan) {
    plan_ends(child, static_cast<std::uint32_t>(Reason::aged_out));
  } else if (promised != kNone && now_ >= model_.septembers[september_ + 1]) {
    take_place(promised, cases_[promised].group);
  } else {
    const Afterwards next = afterwards_of(cases_[enrolment], now_);
    if (next.kind == Afterwards::Kind::provision) {
      enrol(child, next.index);
    } else if (next.kind == Afterwards::Kind::pathway) {
      lose_place(child);
      if (!has_open_case(child, next.index)) open_beside(child, next.index, kSaltAfterwards);
    } else if (has_plan(children_[child])) {
      plan_ends(child, static_cast<std::uint32_t>(Reason::plan_ended));
    } else {
      unenrol(child);
    }
  }
  let_go(child);
}

// A child who must leave and has nowhere to go is counted where the scenario says.
void Simulation::World::lose_place(Index child) {
  const Index counted_in = model_.placement.without_a_place.of(children_[child]);
  if (counted_in != kNone)
    enrol(child, counted_in);
  else
    unenrol(child);
}

Index Simulation::World::case_with_offer(Index child) const {
  for (Index one = children_[child].first_case; one != kNone; one = cases_[one].next_of_child)
    if (cases_[one].state == CaseState::wants_place && cases_[one].group != kNone) return one;
  return kNone;
}

}  // namespace sendcap::model
