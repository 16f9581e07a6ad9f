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

// Becomes part of both that call it, which have looked up already what it needs: that took a tenth of a plain
// queue's instructions off, with all that is drawn and recorded by it (`flatten`, below).
[[gnu::always_inline]] inline void Simulation::World::begin_plain(Index case_index, const Child& child,
                                                                  const Groups& groups, const Step& step,
                                                                  StationState& station,
                                                                  ServiceState& service) {
  Case& seen = cases_[case_index];
  // Drawn first, so that the processor works at the random numbers beside what follows.
  double length = 0;
  if (step.has_time) {
    engine::Stream random = stream_of(child, seen, step.purpose_time);
    length = step.time.draw(random) * step.times_as_long.at(now_) * step.time_scale;
  }
  recorder_.seen(recorder_.list_of_service(step.services[0]), now_ - seen.joined, groups);
  ++service.seeing;
  ++station.busy;
  change_busy(service, 1);
  if (step.first_contact) first_contact(case_index, groups);
  seen.state = CaseState::in_service;
  ++seen.visits;  // the next visit has draws of its own
  seen.missed = 0;
  schedule(now_ + length / station.speed, EventKind::visit_over, case_index);
}

[[gnu::flatten, gnu::noinline]] void Simulation::World::join_plain(Index case_index, const Step& step) {
  Case& joining = cases_[case_index];
  const Child& child = children_[joining.child];
  const ListIndex list = recorder_.list_of_service(step.services[0]);
  ServiceState& service = services_[step.services[0]];
  StationState& station = stations_[step.plain_station];
  Queue& queue = queues_[step.plain_queue];
  joining.joined = now_;
  joining.sequence = next_sequence_++;
  const Groups& groups = groups_of_child(child);
  recorder_.joined(list, groups);
  recorder_.sums(step.services[0]).work_asked += step.mean_time * step.times_as_long.at(now_) / station.speed;
  stir(step.services[0]);
  if (static_cast<double>(station.busy) < station.servers && queue.empty())
    return begin_plain(case_index, child, groups, step, station, service);
  joining.queue = step.plain_queue;
  joining.priority_class = 0;
  joining.key = now_;
  joining.state = CaseState::in_queue;
  queue.append(cases_, case_index);
  ++service.waiting;
  joining.on_list[0] = join_list(list, now_, case_index, 0);
  ++joining.stamp;
  if (!step.has_patience) return;
  engine::Stream random = stream_of(child, joining, step.purpose_patience);
  joining.leave_reason = static_cast<std::uint16_t>(Reason::gave_up);
  schedule(now_ + step.patience.draw(random), EventKind::leaves_queue, case_index, joining.stamp);
}

// With a thousand queues they have left the cache: that was a twentieth of the time.
void Simulation::World::fetch_who_is_next(const Queue& queue, Index service) const {
  constexpr std::size_t kQueuesInCache = 100;
  if (queues_.size() < kQueuesInCache || queue.empty()) return;
  fetch(&cases_[queue.first_in_line()], sizeof(Case));
  recorder_.fetch_seen(recorder_.list_of_service(service));
}

[[gnu::flatten]] void Simulation::World::plain_visit_over(Index case_index, const Step& step) {
  Case& seen = cases_[case_index];
  ServiceState& service = services_[step.services[0]];
  StationState& station = stations_[step.plain_station];
  Queue& queue = queues_[step.plain_queue];
  fetch_who_is_next(queue, step.services[0]);
  --service.seeing;
  --station.busy;
  change_busy(service, -1);
  stir(step.services[0]);
  if (seen.closed) {
    release(case_index);
  } else {
    seen.contacts_left = 0;
    seen.state = CaseState::passing_time;
    go_on(case_index, next_target(seen));
  }
  // Those who waited are served only now, so that one who comes back at once stands behind them.
  while (static_cast<double>(station.busy) < station.servers && !queue.empty()) {
    const Index next = queue.first_in_line();
    Case& waiting = cases_[next];
    queue.take_first(cases_);
    ++waiting.stamp;
    --service.waiting;
    leave_list(recorder_.list_of_service(step.services[0]), waiting.on_list[0]);
    const Child& child = children_[waiting.child];
    begin_plain(next, child, groups_of_child(child), model_.steps[waiting.step], station, service);
  }
}

}  // namespace sendcap::model
