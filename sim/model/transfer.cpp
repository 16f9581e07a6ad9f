#include <algorithm>
#include <cmath>
#include <limits>

#include "calendar_day.hpp"
#include "passage.hpp"
#include "world.hpp"

// The school year, and the yearly transfer between phases: requests in autumn, places given ahead in February
// and March (SEND Regulations 2014, regulation 18), the move on 1 September.

namespace sendcap::model {
namespace {
constexpr int kAnyAge = 1000;
constexpr std::uint32_t kSaltTransfer = engine::name_hash("phase transfer");
}  // namespace

double Simulation::World::next_transfer_day(TransferDay day, double after) const {
  const PhaseTransfer::Day& date = model_.transfer->days[static_cast<std::size_t>(day)];
  int year = calendar_day(static_cast<std::int64_t>(std::floor(model_.begin + after))).year;
  double time = static_cast<double>(days_since_1970(year, date.month, date.day)) - model_.begin;
  while (time <= after)
    time = static_cast<double>(days_since_1970(++year, date.month, date.day)) - model_.begin;
  return time;
}

void Simulation::World::schedule_transfer_day(TransferDay day, double after) {
  schedule(next_transfer_day(day, after), EventKind::transfer_day, static_cast<std::uint32_t>(day));
}

// A run that starts between the day of requests and the last day on which they are decided finds them made.
void Simulation::World::requests_before_the_start() {
  if (!model_.transfer) return;
  if (next_transfer_day(TransferDay::decided_post_16, 0) < next_transfer_day(TransferDay::requests, 0))
    make_requests();
}

void Simulation::World::transfer_day(TransferDay day) {
  schedule_transfer_day(day, now_);
  const int post_16 = model_.transfer->post_16_age;
  switch (day) {
    case TransferDay::requests:
      return make_requests();
    case TransferDay::decided:
      september_decided_below_ = std::max(september_decided_below_, post_16);
      give_places_for_september(0, post_16 - 1);
      return tell_not_placed();
    case TransferDay::decided_post_16:
      september_decided_below_ = kAnyAge;
      give_places_for_september(post_16, kAnyAge);
      return tell_not_placed();
  }
}

// In the order in which they came, as all that many do at one moment: places in memory are others under every
// plan, and who asks first stands first.
template <class Does>
std::vector<Index> Simulation::World::in_order_of_arrival(const Does& does) const {
  std::vector<Index> those;
  for (Index child = 0; child < children_.size(); ++child)
    if (children_[child].first_case != kNone && does(children_[child])) those.push_back(child);
  std::sort(those.begin(), those.end(),
            [this](Index left, Index right) { return children_[left].arrival < children_[right].arrival; });
  return those;
}

void Simulation::World::make_requests() {
  const auto can_ask = [this](const Child& child) { return child.enrolment != kNone && has_plan(child); };
  for (const Index child : in_order_of_arrival(can_ask)) perhaps_ask(child);
}

// Who must leave in September and goes on to a wait for a place asks now; so do some of those who change
// phase.
void Simulation::World::perhaps_ask(Index child_index) {
  const Case& enrolment = cases_[children_[child_index].enrolment];
  const double september = model_.septembers[september_ + 1];
  if (enrolment.key <= september) {
    const Afterwards next = afterwards_of(enrolment, september + kSeptemberMorning);
    if (next.kind == Afterwards::Kind::pathway) request_for_september(child_index, next.index);
    return;
  }
  const Child& child = children_[child_index];
  const int age = school_age(child, september);
  const std::vector<int>& ages =
      model_.transfer
          ->ages_of_district[model_.transfer->ages_of_district.size() > 1 ? child.attributes[0] : 0];
  if (std::find(ages.begin(), ages.end(), age) == ages.end()) return;
  const auto kind = static_cast<unsigned>(model_.provision[enrolment.place].kind);
  for (const PhaseTransfer::Asked& asked : model_.transfer->asked) {
    if (((asked.from_kinds >> kind) & 1U) == 0 || !asked.when.holds(child, september + kSeptemberMorning))
      continue;
    engine::Stream random(key_, child.source, child.number, asked.purpose, static_cast<std::uint32_t>(age));
    if (random.uniform() < asked.share.at(now_)) request_for_september(child_index, asked.pathway);
    return;
  }
}

void Simulation::World::request_for_september(Index child, Index pathway) {
  if (has_open_case(child, pathway)) return;
  const auto age =
      static_cast<std::uint32_t>(school_age(children_[child], model_.septembers[september_ + 1]));
  const Index opened = open_beside(child, pathway, kSaltTransfer + age);
  if (cases_[opened].state == CaseState::wants_place) cases_[opened].for_september = true;
}

// Those with a place for September move; plans reach their age limit; children go up a year.
void Simulation::World::school_year() {
  ++september_;
  september_decided_below_ = 0;
  std::vector<Index> round = wanting_place_;
  std::sort(round.begin(), round.end(),
            [this](Index left, Index right) { return cases_[left].sequence < cases_[right].sequence; });
  for (const Index one : round) {
    Case& waiting = cases_[one];
    // A move before it may have closed the case, and its slot in the pool may hold another by now.
    if (waiting.state != CaseState::wants_place) continue;
    waiting.for_september = false;
    if (waiting.group != kNone) take_place(one, waiting.group);
  }
  const auto too_old_for_a_plan = [this](const Child& child) {
    return has_plan(child) && child.age(now_ + kSeptemberMorning) >= model_.plans->until_age_years;
  };
  for (const Child& child : children_)
    if (child.first_case != kNone && child.enrolment != kNone && !too_old_for_a_plan(child))
      go_up_a_year(child.enrolment);
  for (const Index child : in_order_of_arrival(too_old_for_a_plan))
    plan_ends(child, static_cast<std::uint32_t>(Reason::aged_out));
  taken_in_september_ = recount_for_september();
  if (september_ + 1 < model_.septembers.size())
    schedule(model_.septembers[september_ + 1], EventKind::school_year, 0);
}

void Simulation::World::go_up_a_year(Index enrolment) {
  Case& placed = cases_[enrolment];
  placed.group_in_september = group_in_september(placed);
  if (model_.provision[placed.place].group_count < 2) return;
  const Index group =
      group_of(placed.place, school_age(children_[placed.child], model_.septembers[september_]));
  --occupied_[placed.group];
  ++occupied_[group];
  placed.group = group;
}

}  // namespace sendcap::model
