#include <algorithm>
#include <cmath>

#include "calendar_day.hpp"
#include "passage.hpp"
#include "world.hpp"

// Teams and clinics: who waits for them, who is seen next, how long it takes.

namespace sendcap::model {
namespace {

constexpr std::uint32_t kPurposeLot = engine::name_hash("drawn by lot");
constexpr std::uint32_t kPurposeCancelled = engine::name_hash("session cancelled");
constexpr double kClinicOpens = 9.0 / 24.0;  // of a day
constexpr double kRounding = 1e-9;

// Takes the whole units out of what has become due.
double take_whole(double& due) {
  const double whole = std::floor(due + kRounding);
  due -= whole;
  return whole;
}

}  // namespace

Index Simulation::World::station_of_locality(Index service_index, const Child& child) const {
  const Service& service = model_.services[service_index];
  if (services_[service_index].joined) return service.joint_station;
  return service.first_station + service.locality_of_district[child.attributes[0]];
}

std::uint8_t Simulation::World::priority_of_child(const Step& step, const Child& child) const {
  const std::vector<PriorityClass>& classes = model_.services[step.services[0]].classes;
  for (std::size_t i = 0; i + 1 < classes.size(); ++i)
    if (classes[i].conditional && classes[i].when.holds(child, now_)) return static_cast<std::uint8_t>(i);
  return static_cast<std::uint8_t>(classes.size() - 1);
}

double Simulation::World::key_of(const Case& waiting, const Step& step, const Service& service) const {
  switch (service.rule) {
    case scenario::QueueRule::earliest_due:
      return waiting.referred + step.due.at(waiting.referred);
    case scenario::QueueRule::longest_wait:
      return waiting.referred;
    default:
      return waiting.joined;
  }
}

void Simulation::World::put_in_queue(Index case_index) {
  Case& waiting = cases_[case_index];
  const Step& step = model_.steps[waiting.step];
  const Child& child = children_[waiting.child];
  waiting.queue = queue_of(step, child);
  waiting.priority_class =
      waiting.raised_to >= 0 ? static_cast<std::uint8_t>(waiting.raised_to) : priority_of(step, child);
  waiting.key = key_of(waiting, step, model_.services[step.services[0]]);
  waiting.state = CaseState::in_queue;
  queues_[waiting.queue].push(cases_, case_index);
}

// Off the list: seen, or gone.
void Simulation::World::take_from_queue(Index case_index) {
  Case& waiting = cases_[case_index];
  if (waiting.state == CaseState::in_queue) queues_[waiting.queue].remove(cases_, case_index);
  note_unsupported(case_index);
  ++waiting.stamp;
  use_up_tolerances(case_index);
  const Step& step = model_.steps[waiting.step];
  for (std::size_t i = 0; i < step.service_count; ++i) {
    --services_[step.services[i]].waiting;
    leave_list(recorder_.list_of_service(step.services[i]), waiting.on_list[i]);
    stir(step.services[i]);
  }
}

void Simulation::World::join_service(Index case_index) {
  Case& joining = cases_[case_index];
  const Step& step = model_.steps[joining.step];
  const Child& child = children_[joining.child];
  joining.joined = now_;
  joining.sequence = next_sequence_++;
  const Groups groups = groups_of_child(child);
  for (std::size_t i = 0; i < step.service_count; ++i) {
    const Index service = step.services[i];
    recorder_.joined(recorder_.list_of_service(service), groups);
    ServiceSums& sums = recorder_.sums(service);
    if (model_.services[service].is_clinic)
      sums.slots_asked += step.slots_needed;
    else
      sums.work_asked +=
          step.mean_time * step.times_as_long.at(now_) / stations_[station_of(service, child)].speed;
  }
  tell_joined_queue(case_index);
  if (can_begin_at_once(step, child)) return begin_visit(case_index);
  const Service& service = model_.services[step.services[0]];
  if (services_[step.services[0]].waiting >= service.room) {
    const auto reason = static_cast<std::uint32_t>(Reason::turned_away);
    for (std::size_t i = 0; i < step.service_count; ++i)
      recorder_.left(recorder_.list_of_service(step.services[i]), reason, groups);
    joining.state = CaseState::passing_time;
    return close_with_reason(case_index, reason);
  }
  put_in_queue(case_index);
  join_lists(case_index);
  begin_waiting(case_index);
}

// On the lists of the services, those at the start as of when they joined.
void Simulation::World::join_lists(Index case_index) {
  Case& waiting = cases_[case_index];
  const Step& step = model_.steps[waiting.step];
  for (std::size_t i = 0; i < step.service_count; ++i) {
    ++services_[step.services[i]].waiting;
    waiting.on_list[i] = join_list(recorder_.list_of_service(step.services[i]), waiting.joined, case_index,
                                   static_cast<std::uint8_t>(i));
    stir(step.services[i]);
  }
}

// Back at the old place, after not being brought.
void Simulation::World::rejoin_queue(Index case_index) {
  const Step& step = model_.steps[cases_[case_index].step];
  for (std::size_t i = 0; i < step.service_count; ++i)
    if (model_.services[step.services[i]].is_clinic)
      recorder_.sums(step.services[i]).slots_asked += step.slots_needed;
  put_in_queue(case_index);
  schedule_leaving(case_index);
}

// Whether a newcomer is seen on arrival: all its services are teams with somebody free and nobody waiting
// before.
bool Simulation::World::can_begin_at_once(const Step& step, const Child& child) const {
  for (std::size_t i = 0; i < step.service_count; ++i) {
    if (model_.services[step.services[i]].is_clinic) return false;
    const StationState& station = stations_[station_of(step.services[i], child)];
    if (static_cast<double>(station.busy) >= station.servers) return false;
  }
  return queues_[queue_of(step, child)].empty();
}

// The visit begins: the servers are taken, the wait is over. The case is off the queue already.
void Simulation::World::begin_visit(Index case_index) {
  Case& seen = cases_[case_index];
  const Step& step = model_.steps[seen.step];
  const Child& child = children_[seen.child];
  // Drawn first, so that the processor works at the random numbers beside what follows.
  double length = 0;
  if (step.has_time) {
    engine::Stream random = stream_for(seen, step.purpose_time);
    length = step.time.draw(random) * step.times_as_long.at(now_) * step.time_scale;
  }
  const Groups groups = groups_of_child(child);
  double speed = 1;
  for (std::size_t i = 0; i < step.service_count; ++i) {
    const Index service = step.services[i];
    recorder_.seen(recorder_.list_of_service(service), now_ - seen.joined, groups);
    ++services_[service].seeing;
    stir(service);
    if (model_.services[service].is_clinic) continue;
    StationState& station = stations_[station_of(service, child)];
    ++station.busy;
    change_busy(service, 1);
    speed = i == 0 ? station.speed : std::min(speed, station.speed);
  }
  if (step.first_contact) first_contact(case_index, groups);
  tell(Happening::began, seen.child, case_index, model_.services[step.services[0]].name);
  seen.state = CaseState::in_service;
  ++seen.visits;  // the next visit has draws of its own
  seen.missed = 0;
  schedule(now_ + length / speed, EventKind::visit_over, case_index);
}

// Who is next was last touched when it joined, weeks ago: it is fetched while somebody else is dealt with.
void Simulation::World::fetch_next_of(Index queue) const {
  const Index next = queues_[queue].first();
  if (next != kNone) fetch_case(next);
}

void Simulation::World::visit_over(Index case_index) {
  Case& seen = cases_[case_index];
  const Step& step = model_.steps[seen.step];
  std::array<Index, 2> stations{};
  for (std::size_t i = 0; i < step.service_count; ++i) {
    stations[i] = station_of(step.services[i], children_[seen.child]);
    if (!model_.services[step.services[i]].is_clinic) fetch_next_of(model_.stations[stations[i]].first_queue);
    free_server(step.services[i], stations[i]);
  }
  if (seen.closed) {
    release(case_index);
  } else if (--seen.contacts_left > 0) {
    seen.state = CaseState::passing_time;
    pass_time(case_index, now_ + step.between_contacts);
  } else {
    seen.state = CaseState::passing_time;
    leave_step(case_index);
  }
  // Those who waited are served only now, so that one who comes back at once stands behind them.
  for (std::size_t i = 0; i < step.service_count; ++i)
    if (!model_.services[step.services[i]].is_clinic) serve_waiting(stations[i]);
}

void Simulation::World::free_server(Index service, Index station) {
  --services_[service].seeing;
  stir(service);
  if (model_.services[service].is_clinic) return;
  --stations_[station].busy;
  change_busy(service, -1);
}

bool Simulation::World::others_free(Index joint_queue, Index service) const {
  const std::size_t first_joint = queues_.size() - model_.joint_queues.size();
  for (Index other : model_.joint_queues[joint_queue - first_joint].services) {
    if (other == service) continue;
    if (model_.services[other].is_clinic) return false;
    const StationState& station = stations_[model_.services[other].first_station];
    if (static_cast<double>(station.busy) >= station.servers) return false;
  }
  return true;
}

// The case that this station sees next, from its own queue and from those of steps that need another service
// too.
Index Simulation::World::best_waiting(Index station_index, Index own_queue) {
  StationState& station = stations_[station_index];
  const Station& model_station = model_.stations[station_index];
  if (station.joint_queues.empty() && !queues_[own_queue].by_lot()) return queues_[own_queue].first();
  engine::Stream lot(key_, model_station.source, static_cast<std::uint32_t>(station.lots_drawn), kPurposeLot);
  Index best = kNone;
  if (!queues_[own_queue].empty()) best = queues_[own_queue].front(lot);
  for (Index joint : station.joint_queues) {
    const Model::JointQueue& needs =
        model_.joint_queues[joint - (queues_.size() - model_.joint_queues.size())];
    const bool other_slot = model_.services[model_station.service].is_clinic &&
                            needs.slots[0] != own_queue - model_station.first_queue;
    if (other_slot || queues_[joint].empty() || !others_free(joint, model_station.service)) continue;
    const Index candidate = queues_[joint].front(lot);
    if (best == kNone || Queue::before(cases_[candidate], cases_[best])) best = candidate;
  }
  if (best != kNone) ++station.lots_drawn;
  return best;
}

void Simulation::World::serve_waiting(Index station_index) {
  StationState& station = stations_[station_index];
  while (static_cast<double>(station.busy) < station.servers) {
    const Index next = best_waiting(station_index, model_.stations[station_index].first_queue);
    if (next == kNone) return;
    take_from_queue(next);
    begin_visit(next);
  }
}

void Simulation::World::schedule_capacity_change(Index station, double after) {
  const Station& timelines = model_.stations[station];
  schedule(std::min(timelines.servers.next_change(after), timelines.speed.next_change(after)),
           EventKind::capacity_changes, station);
}

void Simulation::World::capacity_changes(Index station) {
  stations_[station].servers = model_.stations[station].servers.at(now_);
  stations_[station].speed = model_.stations[station].speed.at(now_);
  serve_waiting(station);
  schedule_capacity_change(station, now_);
}

void Simulation::World::schedule_clinic_day(Index station, std::int64_t first_day) {
  const Service& service = model_.services[model_.stations[station].service];
  const auto begin = static_cast<std::int64_t>(std::floor(model_.begin));
  for (std::int64_t day = first_day; static_cast<double>(day) < model_.end; ++day) {
    const auto weekday = static_cast<std::size_t>(calendar_day(begin + day).weekday);
    if (service.held_on[weekday])
      return schedule(static_cast<double>(day) + kClinicOpens, EventKind::clinic_day, station);
  }
}

double Simulation::World::sessions_planned(Index station, std::int64_t day) const {
  if (model_.bank_holiday[static_cast<std::size_t>(day)] != 0) return 0;
  const Service& service = model_.services[model_.stations[station].service];
  const auto begin = static_cast<std::int64_t>(std::floor(model_.begin));
  double planned = model_.stations[station].sessions_per_day.at(now_) * service.year_share.at(now_);
  if (calendar_day(begin + day).month == 8) planned *= service.in_august.at(now_);
  return planned;
}

void Simulation::World::clinic_day(Index station_index) {
  const auto day = static_cast<std::int64_t>(std::floor(now_));
  StationState& station = stations_[station_index];
  const Station& model_station = model_.stations[station_index];
  const Service& service = model_.services[model_station.service];
  station.sessions_due += sessions_planned(station_index, day);
  const auto sessions = static_cast<std::uint32_t>(take_whole(station.sessions_due));
  recorder_.sums(model_station.service).cost += sessions * model_station.cost.at(now_);
  for (std::uint32_t session = 0; session < sessions; ++session) {
    engine::Stream random(key_, model_station.source, static_cast<std::uint32_t>(day), kPurposeCancelled,
                          session);
    const bool cancelled = random.uniform() < service.cancelled.at(now_);
    for (std::size_t kind = 0; kind < service.slots.size(); ++kind) {
      station.slots_due[kind] += service.slots[kind].per_session.at(now_);
      const double slots = take_whole(station.slots_due[kind]);
      recorder_.sums(model_station.service).slots_offered += slots;
      if (cancelled)
        recorder_.sums(model_station.service).slots_cancelled += slots;
      else
        station.slots_free[kind] += slots;
    }
    if (!cancelled) hold_session(station_index);
  }
  schedule_clinic_day(station_index, day + 1);
}

void Simulation::World::hold_session(Index station_index) {
  StationState& station = stations_[station_index];
  const Service& service = model_.services[model_.stations[station_index].service];
  for (Index kind : service.slot_order) {
    fill_slots(station_index, kind);
    const double unused = std::max(station.slots_free[kind], 0.0);
    if (unused <= 0) continue;
    station.slots_free[kind] = 0;
    if (service.slots[kind].unused_go_to != kNone)
      station.slots_free[service.slots[kind].unused_go_to] += unused;
    else
      recorder_.sums(model_.stations[station_index].service).slots_unused += unused;
  }
}

// A visit that needs more slots than are left runs over: the debt is taken from the next session.
void Simulation::World::fill_slots(Index station_index, Index kind) {
  StationState& station = stations_[station_index];
  while (station.slots_free[kind] > kRounding) {
    const Index next = best_waiting(station_index, model_.stations[station_index].first_queue + kind);
    if (next == kNone) return;
    const double needed = model_.steps[cases_[next].step].slots_needed;
    if (station.slots_free[kind] < std::min(needed, 1.0) - kRounding) return;
    station.slots_free[kind] -= needed;
    if (cases_[next].next != kNone) fetch_case(cases_[next].next);  // who is next in line
    take_slot(station_index, next);
  }
}

// Offers the slot; false when the child is not brought.
bool Simulation::World::take_slot(Index station_index, Index case_index) {
  const Index service_index = model_.stations[station_index].service;
  const Service& service = model_.services[service_index];
  Case& offered = cases_[case_index];
  const Step& step = model_.steps[offered.step];
  engine::Stream random = stream_for(offered, step.purpose_brought + offered.missed);
  if (random.uniform() >= service.not_brought.at(now_)) {
    recorder_.sums(service_index).slots_used += step.slots_needed;
    take_from_queue(case_index);
    begin_visit(case_index);
    return true;
  }
  recorder_.sums(service_index).slots_not_brought += step.slots_needed;
  tell(Happening::not_brought, offered.child, case_index, service.name);
  if (offered.missed++ >= service.rebookings) {
    close_with_reason(case_index, static_cast<std::uint32_t>(Reason::not_brought));
    return false;
  }
  queues_[offered.queue].remove(cases_, case_index);
  offered.state = CaseState::away;
  offered.key = now_ + std::max(service.rebook_after, kRounding);
  schedule_leaving(case_index);
  return false;
}

}  // namespace sendcap::model
