#include <algorithm>

#include "passage.hpp"
#include "world.hpp"

// How children come, and how cases open, move along their pathway and close.

namespace sendcap::model {
namespace {

constexpr std::uint32_t kPurposeAttributes = engine::name_hash("attributes");

constexpr std::size_t kRowsAtOnce = 64;
constexpr std::uint32_t kVisitsPerPart = 1U << 8U;
// The cases of one child: first and re-referrals are numbered from 0, those opened beside another from 512.
constexpr std::uint32_t kOrdinals = 1U << 9U;

}  // namespace

void Simulation::World::make_room_for_child() {
  free_children_.push_back(static_cast<Index>(children_.size()));
  children_.emplace_back();
}

void Simulation::World::make_room_for_case() {
  if (cases_.size() >= kMostCases) throw Runaway("more than 100 million cases are open at once");
  free_cases_.push_back(static_cast<Index>(cases_.size()));
  cases_.emplace_back();
  // Rows of tolerances are made many at a time: one by one took as long as all else here.
  const std::size_t rows = cases_.size() * model_.tolerances_of_case;
  if (tolerances_.size() < rows)
    tolerances_.resize(rows + rows / 8 + kRowsAtOnce * model_.tolerances_of_case);
}

void Simulation::World::draw_attributes(Child& child, const Mix& mix, double now) const {
  // Every attribute takes one number, whatever the tables hold, so that a change of one table moves no other.
  engine::StreamInPairs random(block_pairs_, child.source, child.number, kPurposeAttributes);
  const double joint = random.uniform();
  const Mix::JointCell* cell = mix.joint ? &mix.joint_cells[mix.joint->index(joint)] : nullptr;
  for (std::size_t a = 0; a < model_.attribute_count; ++a) {
    const double own = random.uniform();
    if (cell != nullptr && cell->attributes[a] != Mix::kUndrawn)
      child.attributes[a] = cell->attributes[a];
    else if (mix.attributes[a])
      child.attributes[a] = static_cast<std::uint16_t>(mix.attributes[a]->index(own));
  }
  const double band = random.uniform();
  const double within = random.uniform();
  const Mix::AgeRange ages = cell != nullptr && cell->age >= 0 ? mix.ages[static_cast<std::size_t>(cell->age)]
                             : mix.age                         ? mix.ages[mix.age->index(band)]
                                                               : Mix::AgeRange{0, 24};
  child.birth = now - (ages.first + within * (ages.last + 1 - ages.first)) * kDaysPerYear;
  for (const Mix::Flag& flag : mix.flags) {
    const double chance = flag.when.holds(child, now) ? flag.chance : flag.otherwise;
    if (random.uniform() < chance) child.flags |= flag.bit;
  }
}

void Simulation::World::arrive(Index stream) {
  const Arrival arrival = next_arrival_[stream];
  const ArrivalStream& from = model_.streams[stream];
  schedule_next_arrival(stream);
  const Index child = new_child(arrival.source, arrival.number, from.mix, now_);
  tell(Happening::came, child, kNone, from.name);
  const Index referral = new_case(child, now_);
  if (keeps_census_) {
    move_in_census(children_[child]);
    if (has_plan(children_[child])) comes_with_plan(child);
  }
  open_case(referral, from.pathway);
}

void Simulation::World::begin_step(Index case_index, const Step& step) {
  const Case& moving = cases_[case_index];
  switch (step.kind) {
    case StepKind::visit:
      return join_service(case_index);
    case StepKind::wait: {
      engine::Stream random = stream_for(moving, step.purpose_time);
      tell(Happening::began, moving.child, case_index, step.name);
      return pass_time(case_index, now_ + step.time.draw(random) * step.times_as_long.at(now_));
    }
    case StepKind::fork:
      return fork(case_index, step);
    case StepKind::place:
      return want_place(case_index);
    case StepKind::refer:
      open_beside(moving.child, step.refer,
                  (moving.ordinal * 31U + moving.visits) * 2654435761U + moving.step * 40503U);
      return leave_step(case_index);
    case StepKind::move:
      enrol(moving.child, step.moves_to);
      return leave_step(case_index);
    case StepKind::route:
      return leave_step(case_index);
  }
}

// Nothing happens until a time, unless the birthday comes first.
void Simulation::World::pass_time(Index case_index, double until) {
  Case& resting = cases_[case_index];
  ++resting.stamp;
  const double birthday = birthday_of_limit(resting);
  if (until <= birthday) return schedule(until, EventKind::time_passed, case_index, resting.stamp);
  resting.leave_reason = static_cast<std::uint16_t>(Reason::aged_out);
  schedule(std::max(birthday, now_), EventKind::leaves_queue, case_index, resting.stamp);
}

// What the first rule says that fits the child.
Target Simulation::World::chosen(const std::vector<NextRule>& rules, const Case& moving,
                                 std::uint32_t purpose, Target otherwise) const {
  for (const NextRule& rule : rules) {
    if (rule.conditional && !rule.when.holds(children_[moving.child], now_)) continue;
    if (rule.shares.empty()) return rule.targets.front();
    return rule.targets[rule.shares.way(stream_for(moving, purpose).uniform(), now_)];
  }
  return otherwise;
}

Index Simulation::World::entry_of(const Case& opened, const Pathway& pathway) const {
  return chosen(pathway.begins_at, opened, pathway.purpose_begin, Target{pathway.first_step}).index();
}

// What is so once the step is done, before the case goes on.
void Simulation::World::step_done(Index case_index) {
  const Step& step = model_.steps[cases_[case_index].step];
  const Index child = cases_[case_index].child;
  tell(Happening::finished, child, case_index, step.name);
  if (step.clock != kNone) clock_done(case_index, step.clock);
  for (const Index pathway : step.meets_needs_of)
    close_cases_on(child, pathway, static_cast<std::uint32_t>(Reason::need_met), true);
  if ((step.gives | step.takes_away) != 0) change_flags(child, step.gives, step.takes_away);
}

void Simulation::World::clock_done(Index case_index, Index clock_index) {
  const StepClock& clock = model_.clocks[clock_index];
  Case& done = cases_[case_index];
  if (((std::uint32_t{done.clocks_done} >> clock.bit) & 1U) != 0) return;
  done.clocks_done = static_cast<std::uint8_t>(done.clocks_done | (1U << clock.bit));
  const bool in_time = now_ - done.begun <= clock.within.at(done.begun);
  const bool excepted = stream_for(done, clock.purpose).uniform() < clock.excepted.at(now_);
  recorder_.clock_done(clock_index, in_time, excepted, groups_of_child(children_[done.child]));
}

void Simulation::World::leave_step(Index case_index, const Target* to) {
  const Index child = cases_[case_index].child;
  const std::uint32_t stamp = cases_[case_index].stamp;
  keep(child);
  step_done(case_index);
  if (cases_[case_index].stamp == stamp)  // unless what was done closed the case
    go_on(case_index, to != nullptr ? *to : next_target(cases_[case_index]));
  let_go(child);
}

void Simulation::World::fork(Index case_index, const Step& step) {
  cases_[case_index].state = CaseState::forked;
  cases_[case_index].parts = static_cast<std::uint16_t>(step.fork.size());
  const std::uint32_t stamp = cases_[case_index].stamp;
  const std::uint32_t visits = cases_[case_index].visits;
  std::uint32_t number = 0;
  for (Index first : step.fork) {
    const Index part = new_case(cases_[case_index].child, cases_[case_index].referred);
    cases_[part].parent = case_index;
    cases_[part].begun = now_;
    cases_[part].ordinal = cases_[case_index].ordinal;
    cases_[part].visits = visits + ++number * kVisitsPerPart;
    std::copy_n(tolerances_of(case_index), model_.tolerances_of_case, tolerances_of(part));
    enter_step(part, first);
    if (cases_[case_index].stamp != stamp) return;  // the whole case was closed meanwhile
  }
}

void Simulation::World::part_done(Index part) {
  const Index whole = cases_[part].parent;
  cases_[whole].visits = std::max(cases_[whole].visits, cases_[part].visits);
  for (std::size_t i = 0; i < model_.tolerances_of_case; ++i) {
    double& used = tolerances_of(whole)[i].used;
    used = std::max(used, tolerances_of(part)[i].used);
  }
  release(part);
  if (--cases_[whole].parts > 0) return;
  enter_step(whole, model_.steps[cases_[whole].step].join);
}

// Another case of the same child needs draws of its own; `salt` comes from the child's own history only.
std::uint16_t Simulation::World::ordinal_beside(std::uint32_t salt) {
  return static_cast<std::uint16_t>(kOrdinals + (salt >> 8U) % kOrdinals);
}

Index Simulation::World::open_beside(Index child, Index pathway, std::uint32_t salt) {
  const Index opened = new_case(child, now_);
  cases_[opened].ordinal = ordinal_beside(salt);
  open_case(opened, pathway);
  return opened;
}

bool Simulation::World::has_open_case(Index child, Index pathway) const {
  for (Index one = children_[child].first_case; one != kNone; one = cases_[one].next_of_child)
    if (cases_[one].parent == kNone && !cases_[one].closed && cases_[one].state != CaseState::returning &&
        model_.steps[cases_[one].step].pathway == pathway)
      return true;
  return false;
}

void Simulation::World::close_with_reason(Index case_index, std::uint32_t reason) {
  close_whole_case(root_of(case_index), reason);
}

// Takes the case and all its forked parts from wherever they are.
void Simulation::World::close_whole_case(Index root, std::uint32_t reason) {
  const Index child_index = cases_[root].child;
  for (Index part = children_[child_index].first_case; part != kNone;) {
    const Index following = cases_[part].next_of_child;
    if (part != root && root_of(part) == root) {
      withdraw(part, reason);
      // A part whose parent goes stands alone until its visit is over.
      if (cases_[part].state != CaseState::free) cases_[part].parent = kNone;
    }
    part = following;
  }
  const Index pathway = model_.steps[cases_[root].step].pathway;
  recorder_.left(recorder_.list_of_pathway(pathway), reason, groups_of_child(children_[child_index]));
  tell(Happening::closed, child_index, root, model_.reasons[reason]);
  ++cases_closed_;
  perhaps_refer_again(root, model_.pathways[pathway].outcomes.size() + reason);
  withdraw(root, reason);
}

// The child is gone: with its cases go its plan and its place.
void Simulation::World::close_all_cases(Index child_index, std::uint32_t reason) {
  keep(child_index);
  for (;;) {
    Index open = children_[child_index].first_case;
    while (open != kNone &&
           (cases_[open].parent != kNone || cases_[open].closed || cases_[open].state == CaseState::placed))
      open = cases_[open].next_of_child;
    if (open == kNone) break;
    if (cases_[open].state == CaseState::returning)
      release(open);
    else
      close_whole_case(open, reason);
  }
  plan_ends(child_index, reason);
  unenrol(child_index);
  let_go(child_index);
}

void Simulation::World::close_cases_on(Index child_index, Index pathway, std::uint32_t reason,
                                       bool only_unseen) {
  keep(child_index);
  for (;;) {
    Index open = children_[child_index].first_case;
    while (open != kNone &&
           (cases_[open].parent != kNone || cases_[open].closed || cases_[open].state == CaseState::placed ||
            cases_[open].state == CaseState::returning || (only_unseen && cases_[open].contacted) ||
            model_.steps[cases_[open].step].pathway != pathway))
      open = cases_[open].next_of_child;
    if (open == kNone) break;
    close_whole_case(open, reason);
  }
  let_go(child_index);
}

// Takes a case out of whatever it is in. One being seen holds its server until the visit is over.
void Simulation::World::withdraw(Index case_index, std::uint32_t reason) {
  Case& leaving = cases_[case_index];
  const Step& step = model_.steps[leaving.step];
  switch (leaving.state) {
    case CaseState::in_queue:
    case CaseState::away: {
      const Groups groups = groups_of_child(children_[leaving.child]);
      take_from_queue(case_index);
      for (std::size_t i = 0; i < step.service_count; ++i)
        recorder_.left(recorder_.list_of_service(step.services[i]), reason, groups);
      break;
    }
    case CaseState::in_service:
      leaving.closed = true;
      note_closed(case_index);
      ++leaving.stamp;
      return;
    case CaseState::wants_place:
      stop_wanting_place(case_index);
      recorder_.left(recorder_.list_of_placement(), reason, groups_of_child(children_[leaving.child]));
      break;
    default:
      break;
  }
  release(case_index);
}

void Simulation::World::perhaps_refer_again(Index case_index, std::size_t ending) {
  const Case& closing = cases_[case_index];
  const Index child = closing.child;
  const auto ordinal =
      static_cast<std::uint16_t>((closing.ordinal & kOrdinals) | ((closing.ordinal + 1U) % kOrdinals));
  for (const ReReferral& again : model_.pathways[model_.steps[closing.step].pathway].re_referrals) {
    if (again.after[ending] == 0) continue;
    engine::Stream random = stream_for(cases_[case_index], again.purpose);
    if (random.uniform() >= again.chance.at(now_)) continue;
    const double delay = again.delay.draw(random);
    if (now_ + delay >= model_.end) return;
    const Index next = new_case(child, now_ + delay);
    Case& coming = cases_[next];
    coming.ordinal = ordinal;
    coming.state = CaseState::returning;
    coming.step = model_.pathways[again.enters].first_step;
    schedule(now_ + delay, EventKind::time_passed, next, ++coming.stamp);
    return;
  }
}

void Simulation::World::time_passed(Index case_index) {
  switch (cases_[case_index].state) {
    case CaseState::returning:
      return open_case(case_index, model_.steps[cases_[case_index].step].pathway);
    case CaseState::away:
      return rejoin_queue(case_index);
    case CaseState::placed:
      return enrolment_over(case_index);
    default:
      break;
  }
  const Step& step = model_.steps[cases_[case_index].step];
  if (step.kind == StepKind::visit) return join_service(case_index);  // the next of several contacts
  leave_step(case_index);
}

}  // namespace sendcap::model
