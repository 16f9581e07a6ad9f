#include "fetch.hpp"
#include "passage.hpp"
#include "world.hpp"

// Most visits of most models are plain: to a team that sees whoever came first, without localities or
// classes, at steps where nothing but patience can end the wait and the visit changes nothing but where the
// case goes on (compile_plain_visits.cpp says it exactly). What happens to them is what services.cpp and
// cases.cpp do, told once more without the questions those ask, which took (with
// rolls.cpp, gathered where reports are few) 27% of the instructions off a plain queue. Whoever watches is
// told by the others, and sees the same numbers.

namespace sendcap::model {

void Simulation::World::find_desks() {
  for (const Step& step : model_.steps) {
    Desk& desk = desks_.emplace_back();
    if (!step.plain) continue;
    desk = {step.services[0], &services_[step.services[0]], &stations_[step.plain_station],
            &queues_[step.plain_queue]};
  }
  for (const ArrivalStream& stream : model_.streams) {
    const Pathway& pathway = model_.pathways[stream.pathway];
    const bool straight =
        pathway.begins_at.empty() && model_.steps[pathway.first_step].plain && !keeps_census_;
    comes_straight_to_desk_.push_back(straight ? 1 : 0);
  }
}

// Becomes part of both that call it, which have looked up already what it needs: that took a tenth of a plain
// queue's instructions off, with all that is drawn and recorded by it (`flatten`, below). The servers in use
// are noted by them.
[[gnu::always_inline]] inline void Simulation::World::begin_plain(Case& seen, Index case_index,
                                                                  const Child& child, const Groups& groups,
                                                                  const Step& step, const Desk& desk) {
  // Drawn first, so that the processor works at the random numbers beside what follows.
  double length = 0;
  if (step.has_time) {
    engine::Stream random = stream_of(child, seen, step.purpose_time);
    length = step.time.draw(random) * step.times_as_long.at(now_) * step.time_scale;
  }
  recorder_.seen(recorder_.list_of_service(desk.service), now_ - seen.joined, groups);
  ++desk.at_service->seeing;
  desk.at_service->busy += 1;
  ++desk.station->busy;
  if (step.first_contact) {
    if (is_part(seen))
      first_contact(case_index, groups);
    else
      first_contact_of(seen, step.pathway, groups);
  }
  seen.state = CaseState::in_service;
  ++seen.visits;  // the next visit has draws of its own
  seen.missed = 0;
  schedule(now_ + length / desk.station->speed, EventKind::visit_over, case_index);
}

// Becomes part of both that call it, too.
[[gnu::always_inline]] inline void Simulation::World::join_desk(Case& joining, Index case_index,
                                                                const Child& child, const Groups& groups,
                                                                const Step& step, const Desk& desk) {
  joining.joined = now_;
  joining.sequence = next_sequence_++;
  recorder_.joined(recorder_.list_of_service(desk.service), groups);
  recorder_.sums(desk.service).work_asked +=
      step.mean_time * step.times_as_long.at(now_) / desk.station->speed;
  if (desk.queue->empty() && static_cast<double>(desk.station->busy) < desk.station->servers) {
    begin_plain(joining, case_index, child, groups, step, desk);
    recorder_.set_busy(desk.service, now_, desk.at_service->busy);
  } else {
    joining.queue = step.plain_queue;
    joining.priority_class = 0;
    joining.key = now_;
    joining.state = CaseState::in_queue;
    desk.queue->append(cases_, case_index);
    ++desk.at_service->waiting;
    joining.on_list[0] = join_list(recorder_.list_of_service(desk.service), now_, case_index, 0);
    ++joining.stamp;
    if (step.has_patience) {
      engine::Stream random = stream_of(child, joining, step.purpose_patience);
      joining.leave_reason = static_cast<std::uint16_t>(Reason::gave_up);
      schedule(now_ + step.patience.draw(random), EventKind::leaves_queue, case_index, joining.stamp);
    }
  }
  note_numbers(desk.service, *desk.at_service);
}

[[gnu::flatten, gnu::noinline]] void Simulation::World::join_plain(Index case_index, const Step& step) {
  Case& joining = cases_[case_index];
  const Child& child = children_[joining.child];
  join_desk(joining, case_index, child, groups_of_child(child), step, desks_[joining.step]);
}

// What arrive and open_case do, where neither plans nor places are to be thought of and the way leads
// straight to a desk.
[[gnu::flatten]] void Simulation::World::arrive_at_desk(Index stream) {
  const Arrival arrival = next_arrival_[stream];
  const ArrivalStream& from = model_.streams[stream];
  schedule_next_arrival(stream);
  const Index child_index = new_child(arrival.source, arrival.number, from.mix, now_);
  const Index case_index = new_case_alone(child_index, now_);
  Child& child = children_[child_index];
  child.first_case = case_index;
  child.open_cases = 1;
  Case& referral = cases_[case_index];
  const Index first_step = model_.pathways[from.pathway].first_step;
  ++cases_opened_;
  referral.step = first_step;
  referral.visits = 1;
  note_open(case_index);
  const Groups& groups = groups_of_child(child);
  recorder_.joined(recorder_.list_of_pathway(from.pathway), groups);
  join_desk(referral, case_index, child, groups, model_.steps[first_step], desks_[first_step]);
}

// With a thousand queues they have left the cache: that was a twentieth of the time.
void Simulation::World::fetch_who_is_next(const Queue& queue, Index service) const {
  constexpr std::size_t kQueuesInCache = 100;
  if (queues_.size() < kQueuesInCache || queue.empty()) return;
  fetch(&cases_[queue.first_in_line()], sizeof(Case));
  recorder_.fetch_seen(recorder_.list_of_service(service));
}

// What go_on does, told once more for whole cases that are done.
inline void Simulation::World::leave_plain(Case& seen, Index case_index, const Step& step) {
  if (seen.closed) return release(case_index);
  seen.contacts_left = 0;
  seen.state = CaseState::passing_time;
  const Target target = step.simple_next ? step.only_next : next_target(seen);
  if (target.is_outcome() && !is_part(seen))
    return close_with_outcome(case_index, step.pathway, target.index());
  go_on(case_index, target);
}

[[gnu::flatten]] void Simulation::World::plain_visit_over(Index case_index, const Step& step) {
  Case& over = cases_[case_index];
  const Desk& desk = desks_[over.step];
  fetch_who_is_next(*desk.queue, desk.service);
  --desk.at_service->seeing;
  desk.at_service->busy -= 1;
  --desk.station->busy;
  leave_plain(over, case_index, step);
  // Those who waited are served only now, so that one who comes back at once stands behind them.
  while (!desk.queue->empty() && static_cast<double>(desk.station->busy) < desk.station->servers) {
    const Index next = desk.queue->first_in_line();
    Case& waiting = cases_[next];
    desk.queue->take_first(cases_);
    ++waiting.stamp;
    --desk.at_service->waiting;
    leave_list(recorder_.list_of_service(desk.service), waiting.on_list[0]);
    const Child& child = children_[waiting.child];
    begin_plain(waiting, next, child, groups_of_child(child), model_.steps[waiting.step], desk);
  }
  recorder_.set_busy(desk.service, now_, desk.at_service->busy);
  note_numbers(desk.service, *desk.at_service);
}

}  // namespace sendcap::model
