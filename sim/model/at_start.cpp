#include <algorithm>
#include <utility>

#include "passage.hpp"
#include "world.hpp"

// The children who are present when the run starts: on lists, in the middle of a wait, in places.

namespace sendcap::model {
namespace {
constexpr std::uint32_t kPurposeWaited = engine::name_hash("waited at start");
constexpr std::uint32_t kPurposeSinceReferral = engine::name_hash("since referral at start");
// Those being seen are numbered apart from those waiting, so that another number of these leaves them as they
// are.
constexpr std::uint32_t kBeingSeen = 0x80000000U;
constexpr std::uint32_t kPurposeRemaining = engine::name_hash("remaining at start");
constexpr std::uint32_t kPurposeReview = engine::name_hash("time to the first review");
}  // namespace

void Simulation::World::place_those_at_start() {
  for (const Index provision : part_->provision) fill_provision(provision);
  for (const Index at_start : part_->at_start) {
    const AtStart& group = model_.at_start[at_start];
    for (std::uint32_t number = 0; number < group.being_seen; ++number)
      put_in_visit(group, kBeingSeen | number);
    // Longest wait first, so that queues are filled from the front.
    std::vector<std::pair<double, std::uint32_t>> by_wait(group.children);
    for (std::uint32_t number = 0; number < group.children; ++number) {
      engine::Stream random(key_, group.source, number, kPurposeWaited);
      by_wait[number] = {group.has_waited ? -std::max(group.waited.draw(random), 0.0) : 0.0, number};
    }
    std::sort(by_wait.begin(), by_wait.end());
    const std::vector<Index> chosen = choose_among_placed(group);
    for (const auto& [joined, number] : by_wait) {
      if (group.among_kinds == 0)
        put_at_step(group, number, joined, kNone);
      else if (number < chosen.size())
        put_at_step(group, number, joined, chosen[number]);
    }
  }
}

// By lot: each child placed has its own, so that those chosen do not depend on how many there are.
// Most groups are about one district or a few: they need not look at the children of a whole nation.
std::vector<Index> Simulation::World::choose_among_placed(const AtStart& group) const {
  if (group.among_kinds == 0) return {};
  std::vector<std::pair<double, Index>> lots;
  for (std::size_t district = 0; district < enrolled_at_start_.size(); ++district) {
    if (!group.when.allows(0, district)) continue;
    for (const Index child : enrolled_at_start_[district]) {
      const Child& one = children_[child];
      if (one.enrolment == kNone || one.attributes[0] != district) continue;  // gone meanwhile
      const auto kind = static_cast<unsigned>(model_.provision[cases_[one.enrolment].place].kind);
      if (((group.among_kinds >> kind) & 1U) == 0 || !group.when.holds(one, now_)) continue;
      if (has_open_case(child, model_.steps[group.step].pathway)) continue;
      lots.emplace_back(engine::Stream(key_, one.source, one.number, group.source).uniform(), child);
    }
  }
  std::sort(lots.begin(), lots.end());
  lots.erase(std::unique(lots.begin(), lots.end()), lots.end());  // one who moved meanwhile
  const std::size_t count = std::min<std::size_t>(group.children, lots.size());
  std::vector<Index> chosen(count);
  std::transform(lots.begin(), lots.begin() + static_cast<std::ptrdiff_t>(count), chosen.begin(),
                 [](const std::pair<double, Index>& lot) { return lot.second; });
  return chosen;
}

// A new child unless one is given.
Index Simulation::World::case_at_start(const AtStart& group, std::uint32_t number, double joined,
                                       Index placed) {
  const bool is_new = placed == kNone;
  const Index child = is_new ? new_child(group.source, number, group.mix, now_) : placed;
  if (is_new) tell(Happening::came, child, kNone, "at start");
  double referred = joined;
  if (group.has_since_referral) {
    engine::Stream random(key_, group.source, number, kPurposeSinceReferral);
    referred -= std::max(group.since_referral.draw(random), 0.0);
  }
  const Index index = new_case(child, referred);
  ++cases_opened_;
  if (is_new && has_plan(children_[child])) plan_at_start(child, number);
  if (is_new) note_where(children_[child]);
  Case& present = cases_[index];
  if (!is_new) present.ordinal = ordinal_beside(group.source);
  present.step = group.step;
  present.joined = joined;
  present.contacts_left = static_cast<std::uint16_t>(model_.steps[group.step].contacts);
  present.contacted = group.contacted;
  present.clocks_done = group.clocks_done;
  note_open(index);
  tell(Happening::opened, child, index, model_.pathways[model_.steps[group.step].pathway].name);
  return index;
}

void Simulation::World::put_at_step(const AtStart& group, std::uint32_t number, double joined, Index placed) {
  const Step& step = model_.steps[group.step];
  const Index index = case_at_start(group, number, joined, placed);
  Case& present = cases_[index];
  if (step.kind == StepKind::wait) {
    engine::Stream random(key_, group.source, number, kPurposeRemaining);
    const double remaining = group.has_remaining
                                 ? group.remaining.draw(random)
                                 : random.uniform() * step.time.draw(random) * step.times_as_long.at(now_);
    present.state = CaseState::passing_time;
    tell(Happening::began, present.child, index, step.name);
    return pass_time(index, now_ + std::max(remaining, 0.0));
  }
  if (step.kind == StepKind::place) {
    tell_wants_place(index);
    stand_in_line_for_place(index);
  } else {
    tell_joined_queue(index);
    present.sequence = next_sequence_++;
    put_in_queue(index);
    join_lists(index);
  }
  begin_waiting(index);
}

void Simulation::World::put_in_visit(const AtStart& group, std::uint32_t number) {
  const Step& step = model_.steps[group.step];
  const Index index = case_at_start(group, number, now_, kNone);
  Case& seen = cases_[index];
  if (step.first_contact) note_contacted(index);
  seen.state = CaseState::in_service;
  tell(Happening::began, seen.child, index, model_.services[step.services[0]].name);
  double speed = 1;
  for (std::size_t i = 0; i < step.service_count; ++i) {
    const Index service = step.services[i];
    const Index station = station_of(service, children_[seen.child]);
    speed = std::min(speed, model_.stations[station].speed.at(0));
    ++stations_[station].busy;
    change_busy(service, 1);
    ++services_[service].seeing;
    stir(service);
  }
  engine::Stream random(key_, group.source, number, kPurposeRemaining);
  const double remaining = group.has_remaining ? group.remaining.draw(random)
                                               : random.uniform() * step.time.draw(random) *
                                                     step.times_as_long.at(now_) * step.time_scale / speed;
  schedule(now_ + std::max(remaining, 0.0), EventKind::visit_over, index);
}

// Children placed before the run; those with a plan are somewhere within the first wait of its reviews.
void Simulation::World::fill_provision(Index provision_index) {
  const Provision& provision = model_.provision[provision_index];
  for (std::uint32_t number = 0; number < provision.at_start; ++number) {
    const Index child = new_child(provision.source, number, provision.mix, now_);
    fit_to_provision(children_[child], provision, number);
    tell(Happening::came, child, kNone, "at start");
    const Index enrolment = new_enrolment(child, provision_index);
    double until = stay_until(cases_[enrolment], provision);
    if (provision.has_stay) {
      engine::Stream random(key_, provision.source, number, kPurposeRemaining);
      const double remaining = provision.has_remaining_stay ? provision.remaining_stay.draw(random)
                                                            : random.uniform() * provision.stay.draw(random);
      until = std::min(end_of_ages(children_[child], provision.last_age), std::max(remaining, 0.0));
    }
    tell(Happening::placed, child, kNone, provision.name);
    stays_until(enrolment, until);
    if (has_plan(children_[child])) plan_at_start(child, number);
  }
}

void Simulation::World::plan_at_start(Index child, std::uint32_t number) {
  if (is_without_a_place(children_[child])) recorder_.set_without_a_place(now_, ++without_a_place_);
  const Index pathway = model_.plans->reviewed_on.of(children_[child]);
  if (pathway == kNone) return;
  const Step& first = model_.steps[model_.pathways[pathway].first_step];
  const Index review = new_case(child, now_);
  ++cases_opened_;
  Case& present = cases_[review];
  present.step = model_.pathways[pathway].first_step;
  present.contacted = true;
  present.visits = 1;
  present.state = CaseState::passing_time;
  engine::Stream random(key_, children_[child].source, number, kPurposeReview);
  const double share = random.uniform();
  const double whole =
      first.kind == StepKind::wait ? first.time.draw(random) * first.times_as_long.at(now_) : 0.0;
  present.referred = present.begun = present.joined = now_ - (1 - share) * whole;
  note_open(review);
  tell(Happening::opened, child, review, model_.pathways[pathway].name);
  if (first.kind == StepKind::wait) tell(Happening::began, child, review, first.name);
  pass_time(review, now_ + share * whole);
}

// A child in a school is of an age the school takes, lives where the mix says, and has the flags it asks for.
void Simulation::World::fit_to_provision(Child& child, const Provision& provision, std::uint32_t number) {
  child.flags |= provision.suits.flags_needed;
  const double september = model_.septembers[september_];
  const int age = school_age(child, september);
  if (provision.first_age <= age && age <= provision.last_age) return;
  engine::Stream random(key_, provision.source, number, kPurposeWaited);
  const double years =
      provision.first_age + random.uniform() * (provision.last_age + 1 - provision.first_age);
  child.birth = september - years * kDaysPerYear;
  child.groups_until = -std::numeric_limits<double>::infinity();
}

}  // namespace sendcap::model
