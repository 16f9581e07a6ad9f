#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "passage.hpp"
#include "world.hpp"

// Children agreed for a place, and the rounds in which they are placed.

namespace sendcap::model {
namespace {

constexpr int kAnyAge = 1000;
constexpr double kNoLimit = 1e9;  // vacancies of a provision without a limit

std::uint32_t whole_places(double places) {
  return static_cast<std::uint32_t>(std::floor(std::clamp(places + 1e-9, 0.0, kNoLimit)));
}

}  // namespace

void Simulation::World::want_place(Index case_index) {
  Case& wanting = cases_[case_index];
  wanting.joined = now_;
  recorder_.joined(recorder_.list_of_placement(), groups_of_child(children_[wanting.child]));
  tell_wants_place(case_index);
  stand_in_line_for_place(case_index);
  begin_waiting(case_index);
}

void Simulation::World::stand_in_line_for_place(Index case_index) {
  Case& wanting = cases_[case_index];
  wanting.sequence = next_sequence_++;
  wanting.state = CaseState::wants_place;
  wanting.previous = static_cast<Index>(wanting_place_.size());
  wanting.place = wanting.group = kNone;
  wanting_place_.push_back(case_index);
  wanting.on_list[0] = join_list(recorder_.list_of_placement(), wanting.joined, case_index, 0);
  recorder_.set_wanting_place(now_, wanting_place_.size());
}

void Simulation::World::stop_wanting_place(Index case_index) {
  note_unsupported(case_index);
  Case& wanting = cases_[case_index];
  ++wanting.stamp;
  use_up_tolerances(case_index);
  wanting.state = CaseState::passing_time;
  if (wanting.group != kNone) take_back_offer(wanting);
  wanting.place = wanting.group = kNone;
  wanting.for_september = false;
  const Index position = wanting.previous;
  wanting_place_[position] = wanting_place_.back();
  cases_[wanting_place_[position]].previous = position;
  wanting_place_.pop_back();
  leave_list(recorder_.list_of_placement(), wanting.on_list[0]);
  recorder_.set_wanting_place(now_, wanting_place_.size());
}

// A child who moves frees a place, so the round goes on until nobody more can be placed.
void Simulation::World::placement_round() {
  do {
    not_placed_.clear();  // some of those may be placed now
  } while (match(For::now, 0, kAnyAge).given > 0);
  if (september_decided_below_ > 0) give_places_for_september(0, september_decided_below_ - 1);
  tell_not_placed();
  for (const Index child : placed_in_round_) children_[child].placed_in_round = false;
  placed_in_round_.clear();
  schedule(now_ + model_.placement.every, EventKind::placement_round, 0);
}

// A place that nobody has because its child has just been offered another goes to the next in line.
void Simulation::World::give_places_for_september(int least_age, int most_age) {
  while (match(For::september, least_age, most_age).passed_over) {
  }
}

// Matches those who want a place.
Simulation::World::Pass Simulation::World::match(For when, int least_age, int most_age) {
  const std::vector<Index> round = wanting(when, least_age, most_age);
  if (round.empty()) return {};
  state_problem(round, when);
  const std::vector<Index> given = model_.placement.matching == scenario::MatchingRule::optimal
                                       ? match_optimal(problem_)
                                       : match_greedy(problem_);
  Pass pass;
  for (std::size_t i = 0; i < round.size(); ++i) {
    const Index child = cases_[round[i]].child;
    const Index group = given[i] == kNone ? kNone : part_->place_groups[given[i]];
    if (group == kNone) {
      if (observer_ != nullptr) not_placed_.push_back({round[i], !problem_.wishes[i].options.empty()});
    } else if (has_been_given(when, child)) {
      pass.passed_over = true;
    } else {
      ++pass.given;
      if (when == For::september) {
        offer_place(round[i], group);
      } else {
        placed_in_round_.push_back(child);
        children_[child].placed_in_round = true;
        take_place(round[i], group);
      }
    }
  }
  return pass;
}

// Nobody is moved twice in one round, or promised two places for one September, be it by another request. (A
// case of the child may be gone by then; its slot in the pool holds it still, or a case that the same or
// another child has opened by being placed.)
bool Simulation::World::has_been_given(For when, Index child) const {
  if (when == For::september) return case_with_offer(child) != kNone;
  return children_[child].placed_in_round;
}

// Who takes part in a round, in order of priority.
std::vector<Index> Simulation::World::wanting(For when, int least_age, int most_age) const {
  std::vector<Index> round;
  for (const Index one : wanting_place_) {
    const Case& waiting = cases_[one];
    if (waiting.group != kNone || has_been_given(when, waiting.child)) continue;
    if (when == For::now && waiting.for_september) continue;
    const int age = school_age_for(children_[waiting.child], when);
    if (least_age <= age && age <= most_age) round.push_back(one);
  }
  const bool since_referral = model_.placement.rule == scenario::PlacementRule::longest_wait;
  std::sort(round.begin(), round.end(), [&](Index left, Index right) {
    const Case& a = cases_[left];
    const Case& b = cases_[right];
    const double a_since = since_referral ? a.referred : a.joined;
    const double b_since = since_referral ? b.referred : b.joined;
    return a_since != b_since ? a_since < b_since : a.sequence < b.sequence;
  });
  return round;
}

void Simulation::World::state_problem(const std::vector<Index>& round, For when) {
  count_vacancies(when);
  problem_.wishes.resize(round.size());
  const double exceed_after = model_.placement.over_number_after.at(now_);
  for (std::size_t i = 0; i < round.size(); ++i) {
    problem_.wishes[i].may_exceed = now_ - cases_[round[i]].joined >= exceed_after;
    problem_.wishes[i].options.clear();
    add_options(cases_[round[i]], when, problem_.wishes[i]);
  }
}

// What is free now is what is free in September too, where a transfer is made: a place promised for September
// is not given away before.
void Simulation::World::count_vacancies(For when) {
  const std::size_t groups = part_->place_groups.size();
  problem_.vacancies.resize(groups);
  problem_.over_number.resize(groups);
  const double september = model_.septembers[september_ + 1];
  for (std::size_t i = 0; i < groups; ++i) {
    const Index g = part_->place_groups[i];
    const PlaceGroup& group = model_.place_groups[g];
    const Timeline& over_number = model_.provision[group.provision].over_number;
    const auto free = [&](double time, std::uint32_t taken, std::uint32_t& vacancies, std::uint32_t& over) {
      const std::uint32_t places = whole_places(group.places.at(time));
      const std::uint32_t most = places + whole_places(over_number.at(time));
      vacancies = std::min(vacancies, places > taken ? places - taken : 0);
      over = std::min(over, most > std::max(taken, places) ? most - std::max(taken, places) : 0);
    };
    std::uint32_t vacancies = std::numeric_limits<std::uint32_t>::max();
    std::uint32_t over = vacancies;
    if (when == For::now) free(now_, occupied_[g], vacancies, over);
    if (model_.transfer) free(september, taken_in_september_[g], vacancies, over);
    problem_.vacancies[i] = vacancies;
    problem_.over_number[i] = over;
  }
}

int Simulation::World::school_age_for(const Child& child, For when) const {
  return school_age(child, model_.septembers[when == For::september ? september_ + 1 : september_]);
}

double Simulation::World::longest_journey(int age) const {
  for (const Placement::TravelLimit& limit : model_.placement.travel_limits)
    if (limit.first_age <= age && age <= limit.last_age) return limit.journey_days.at(now_);
  return kNever;
}

// The groups of places for which the child is eligible: by kind, age in the school year, designation and
// journey.
void Simulation::World::add_options(const Case& waiting, For when, MatchingProblem::Wish& wish) const {
  const Child& child = children_[waiting.child];
  const int age = school_age_for(child, when);
  const double limit = longest_journey(age);
  const Index present = child.enrolment == kNone ? kNone : cases_[child.enrolment].place;
  const std::uint32_t kinds = model_.steps[waiting.step].place_kinds;
  for (const Placement::Reachable& one : model_.placement.reachable_from[child.attributes[0]]) {
    const Provision& provision = model_.provision[one.provision];
    if (((kinds >> static_cast<unsigned>(provision.kind)) & 1U) == 0 || one.provision == present ||
        age < provision.first_age || age > provision.last_age || one.journey_days > limit ||
        !provision.suits.holds(child, now_))
      continue;
    for (Index g = provision.first_group; g < provision.first_group + provision.group_count; ++g)
      if (model_.place_groups[g].first_age <= age && age <= model_.place_groups[g].last_age)
        wish.options.push_back({group_in_part_[g], one.journey_days});
  }
}

void Simulation::World::take_place(Index case_index, Index group) {
  const Index child = cases_[case_index].child;
  const Index provision = model_.place_groups[group].provision;
  const Groups groups = groups_of_child(children_[child]);
  keep(child);
  recorder_.given_place(now_ - cases_[case_index].joined, groups);
  stop_wanting_place(case_index);
  if (model_.steps[cases_[case_index].step].first_contact) first_contact(case_index, groups);
  enrol(child, provision);
  leave_step(case_index);
  let_go(child);
}

// A place from 1 September; the child goes on waiting until then.
void Simulation::World::offer_place(Index case_index, Index group) {
  Case& waiting = cases_[case_index];
  waiting.group = group;
  waiting.place = model_.place_groups[group].provision;
  ++taken_in_september_[group];
  leaves_by_september(waiting.child);
  tell(Happening::offered, waiting.child, case_index, model_.provision[waiting.place].name);
}

// A child with an offer has left its present place by September.
void Simulation::World::leaves_by_september(Index child) {
  const Index enrolment = children_[child].enrolment;
  if (enrolment != kNone && cases_[enrolment].group_in_september != kNone)
    --taken_in_september_[cases_[enrolment].group_in_september];
}

void Simulation::World::take_back_offer(const Case& wanting) {
  --taken_in_september_[wanting.group];
  const Index enrolment = children_[wanting.child].enrolment;
  if (enrolment != kNone && cases_[enrolment].group_in_september != kNone)
    ++taken_in_september_[cases_[enrolment].group_in_september];
}

// Once for each child who has neither been placed in the round nor has the offer of a place for September.
void Simulation::World::tell_not_placed() {
  if (observer_ == nullptr) return;
  std::set<Index> told(placed_in_round_.begin(), placed_in_round_.end());
  for (const NotPlaced& one : not_placed_) {
    const Case& waiting = cases_[one.case_index];
    if (case_with_offer(waiting.child) != kNone || !told.insert(waiting.child).second) continue;
    tell(Happening::not_placed, waiting.child, one.case_index,
         one.suited ? "every place that suits the child is taken"
                    : "no provision suits the child within the travel limit");
  }
  not_placed_.clear();
}

}  // namespace sendcap::model
