#include <algorithm>
#include <cmath>

#include "world.hpp"

// What is written down at report dates: lists as they stand, and the period that ends.

namespace sendcap::model {

void Simulation::World::report(std::size_t date_index) {
  const ReportDate& date = model_.layout.dates[date_index];
  const bool first = date_index == 0;
  const bool last = date_index + 2 == model_.layout.dates.size();
  if (first) begin_measuring();
  snapshot(date_index);
  if (!date.ends_period) return;
  if (model_.supported_flag != 0)
    for (Index one = 0; one < cases_.size(); ++one)
      if (is_waiting(cases_[one]) && cases_[one].state != CaseState::placed) note_unsupported(one);
  if (model_.has_costs) spend(period_begin_);
  std::vector<double> server_time(model_.services.size(), 0.0);
  for (const Station& station : model_.stations) {
    if (model_.services[station.service].is_clinic) continue;
    server_time[station.service] += station.servers.integral(period_begin_, now_);
  }
  recorder_.end_period(date_index, now_, server_time);
  period_begin_ = now_;
  if (last) recorder_.write_whole_run(date_index + 1, now_);
}

void Simulation::World::begin_measuring() {
  recorder_.end_warm_up(now_);
  period_begin_ = now_;
}

void Simulation::World::snapshot(std::size_t date_index) {
  recorder_.begin_snapshot();
  for (const Case& one : cases_)
    if (one.state != CaseState::free && one.state != CaseState::returning &&
        one.state != CaseState::placed && !one.closed)
      tell_of_case(one);
  for (Index p = 0; p < model_.provision.size(); ++p)
    recorder_.provision_holds(p, occupied_of_provision_[p], over_number_of(p));
  if (!model_.provision.empty() || model_.plans)
    for (const Child& child : children_)
      if (child.first_case != kNone)
        recorder_.census().count(provision_of(child), has_plan(child), is_without_a_place(child),
                                 groups_of_child(child));
  recorder_.write_snapshot(date_index, now_);
}

// For what an open case waits, and which of its clocks have run out.
void Simulation::World::tell_of_case(const Case& one) {
  const Groups& groups = groups_of_child(children_[one.child]);
  const Step& step = model_.steps[one.step];
  if (one.state == CaseState::in_queue || one.state == CaseState::away)
    for (std::size_t i = 0; i < step.service_count; ++i)
      recorder_.is_waiting(recorder_.list_of_service(step.services[i]), now_ - one.joined, groups);
  if (one.state == CaseState::wants_place)
    recorder_.is_waiting(recorder_.list_of_placement(), now_ - one.joined, groups);
  if (is_part(one)) {
    if (step.clock != kNone && model_.clocks[step.clock].in_fork) tell_if_overdue(one, step.clock, groups);
    return;
  }
  if (!one.contacted)
    recorder_.is_waiting(recorder_.list_of_pathway(step.pathway), now_ - one.referred, groups);
  recorder_.has_open_case(step.pathway, groups);
  for (const Index clock : model_.pathways[step.pathway].clocks) tell_if_overdue(one, clock, groups);
}

void Simulation::World::tell_if_overdue(const Case& one, Index clock_index, const Groups& groups) {
  const StepClock& clock = model_.clocks[clock_index];
  const bool done = ((std::uint32_t{one.clocks_done} >> clock.bit) & 1U) != 0;
  if (!done && now_ - one.begun > clock.within.at(one.begun)) recorder_.is_overdue(clock_index, groups);
}

Index Simulation::World::provision_of(const Child& child) const {
  return child.enrolment == kNone ? kNone : cases_[child.enrolment].place;
}

namespace {

// The integral of the product of two timelines.
double integral_of_product(const Timeline& left, const Timeline& right, double from, double to) {
  double sum = 0;
  while (from < to) {
    const double until = std::min({left.next_change(from), right.next_change(from), to});
    sum += left.at(from) * right.at(from) * (until - from);
    from = until;
  }
  return sum;
}

}  // namespace

// What teams, places and the high-needs block cost by the calendar; sessions and children are counted as they
// come.
void Simulation::World::spend(double from) {
  for (const Station& station : model_.stations)
    if (!model_.services[station.service].is_clinic)
      recorder_.sums(station.service).cost += integral_of_product(station.staff, station.cost, from, now_);
  for (const PlaceGroup& group : model_.place_groups)
    if (std::isfinite(group.places.greatest()))
      recorder_.provision_cost(
          group.provision,
          integral_of_product(group.places, model_.provision[group.provision].cost_per_place, from, now_));
  for (const Money::Running& running : model_.money.running)
    recorder_.spent(running.paid_by, running.pounds_a_day.integral(from, now_));
  recorder_.block(model_.money.block_income.integral(from, now_),
                  model_.money.other_high_needs.integral(from, now_));
}

}  // namespace sendcap::model
