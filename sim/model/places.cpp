#include <algorithm>
#include <cmath>
#include <limits>

#include "calendar_day.hpp"
#include "world.hpp"

// Children agreed for a place, the rounds in which they are placed, and how they leave.

namespace sendcap::model {
namespace {

constexpr double kNever = std::numeric_limits<double>::infinity();

}  // namespace

void Simulation::World::want_place(Index case_index) {
  Case& wanting = cases_[case_index];
  wanting.joined = now_;
  wanting.sequence = next_sequence_++;
  wanting.state = CaseState::wants_place;
  wanting.previous = static_cast<Index>(wanting_place_.size());
  wanting_place_.push_back(case_index);
  recorder_.joined(recorder_.list_of_placement(), groups_of_child(children_[wanting.child]));
  recorder_.set_present(recorder_.presence_of_placement(), now_, wanting_place_.size());
  schedule_leaving(case_index);
}

void Simulation::World::stop_wanting_place(Index case_index) {
  Case& wanting = cases_[case_index];
  ++wanting.stamp;
  if (!model_.hazards.empty()) use_up_tolerances(case_index);
  const Index position = wanting.previous;
  wanting_place_[position] = wanting_place_.back();
  cases_[wanting_place_[position]].previous = position;
  wanting_place_.pop_back();
  recorder_.set_present(recorder_.presence_of_placement(), now_, wanting_place_.size());
}

void Simulation::World::placement_round() {
  std::vector<Index> round = wanting_place_;
  const bool since_referral = model_.placement.rule == scenario::PlacementRule::longest_wait;
  std::sort(round.begin(), round.end(), [&](Index left, Index right) {
    const Case& a = cases_[left];
    const Case& b = cases_[right];
    const double a_since = since_referral ? a.referred : a.joined;
    const double b_since = since_referral ? b.referred : b.joined;
    return a_since != b_since ? a_since < b_since : a.sequence < b.sequence;
  });
  for (Index case_index : round) {
    const Index provision = nearest_free_place(cases_[case_index]);
    if (provision != kNone) take_place(case_index, provision);
  }
  schedule(now_ + model_.placement.every, EventKind::placement_round, 0);
}

double Simulation::World::longest_journey(int age) const {
  for (const Placement::TravelLimit& limit : model_.placement.travel_limits)
    if (limit.first_age <= age && age <= limit.last_age) return limit.journey_days.at(now_);
  return kNever;
}

// The nearest provision with a free place that suits the child; of equally near ones the first in the file.
Index Simulation::World::nearest_free_place(const Case& waiting) const {
  const Child& child = children_[waiting.child];
  const int age = child.age(now_);
  const double limit = longest_journey(age);
  const std::size_t districts = static_cast<std::size_t>(
      std::lround(std::sqrt(static_cast<double>(model_.placement.journey_days.size()))));
  Index nearest = kNone;
  double shortest = kNever;
  for (Index p = 0; p < model_.provision.size(); ++p) {
    const Provision& provision = model_.provision[p];
    const std::uint32_t kind_bit = 1U << static_cast<unsigned>(provision.kind);
    if ((model_.steps[waiting.step].place_kinds & kind_bit) == 0) continue;
    if (static_cast<double>(occupied_[p]) + 1 > provision.places.at(now_)) continue;
    if (age < provision.first_age || age > provision.last_age || !provision.suits.holds(child, now_))
      continue;
    const double journey =
        model_.placement.journey_days[child.attributes[0] * districts + provision.district];
    if (journey > limit || journey >= shortest) continue;
    nearest = p;
    shortest = journey;
  }
  return nearest;
}

void Simulation::World::take_place(Index case_index, Index provision) {
  stop_wanting_place(case_index);
  Case& placed = cases_[case_index];
  const Step& step = model_.steps[placed.step];
  const Groups groups = groups_of_child(children_[placed.child]);
  recorder_.seen(recorder_.list_of_placement(), now_ - placed.joined, groups);
  if (step.first_contact) first_contact(case_index, groups);
  recorder_.placed(provision);
  placed.state = CaseState::placed;
  placed.place = provision;
  recorder_.set_present(recorder_.presence_of_provision(provision), now_, ++occupied_[provision]);
  schedule(stay_until(placed, model_.provision[provision]), EventKind::time_passed, case_index,
           ++placed.stamp);
}

double Simulation::World::stay_until(const Case& placed, const Provision& provision) const {
  if (!provision.has_stay) return end_of_ages(children_[placed.child], provision.last_age);
  engine::Stream random = stream_for(placed, provision.purpose_stay);
  return now_ + provision.stay.draw(random);
}

// The end of the school year in which the child reaches the last age: the first 1 September on which it is
// older.
double Simulation::World::end_of_ages(const Child& child, int last_age) const {
  const double too_old = model_.begin + child.birth + (last_age + 1) * kDaysPerYear;
  const int year = calendar_day(static_cast<std::int64_t>(std::floor(too_old))).year;
  auto leaves = static_cast<double>(days_since_1970(year, 9, 1));
  if (leaves < too_old) leaves = static_cast<double>(days_since_1970(year + 1, 9, 1));
  return std::max(leaves - model_.begin, now_);
}

void Simulation::World::leave_place(Index case_index) {
  Case& leaving = cases_[case_index];
  ++leaving.stamp;
  recorder_.left_place(leaving.place);
  --occupied_[leaving.place];
  recorder_.set_present(recorder_.presence_of_provision(leaving.place), now_, occupied_[leaving.place]);
  leaving.place = kNone;
  leaving.state = CaseState::passing_time;
}

}  // namespace sendcap::model
