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
      if (cases_[one].state != CaseState::free && is_waiting(cases_[one])) note_unsupported(one);
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
  std::vector<WaitSample>& waiting = recorder_.begin_snapshot();
  for (std::vector<std::uint64_t>& counts : open_cases_) std::fill(counts.begin(), counts.end(), 0);
  for (const Case& one : cases_) {
    if (one.state == CaseState::free || one.state == CaseState::returning || one.closed) continue;
    const Groups groups = groups_of_child(children_[one.child]);
    const Step& step = model_.steps[one.step];
    if (one.state == CaseState::in_queue || one.state == CaseState::away)
      for (std::size_t i = 0; i < step.service_count; ++i)
        waiting[recorder_.list_of_service(step.services[i])].add(now_ - one.joined, groups);
    if (one.state == CaseState::wants_place)
      waiting[recorder_.list_of_placement()].add(now_ - one.joined, groups);
    if (one.parent != kNone || one.state == CaseState::placed) continue;
    if (!one.contacted) waiting[recorder_.list_of_pathway(step.pathway)].add(now_ - one.referred, groups);
    std::vector<std::uint64_t>& open = open_cases_[step.pathway];
    ++open[0];
    for (std::size_t d = 0; d < model_.dimensions.size(); ++d)
      if (groups.group[d] != kNone) ++open[groups.group[d]];
  }
  census();
  recorder_.write_snapshot(date_index, now_, open_cases_, census_);
}

// Where children are, who has a plan, and which cases are beyond their time.
void Simulation::World::census() {
  recorder_.clear(census_);
  for (Index p = 0; p < model_.provision.size(); ++p) {
    census_.occupied[p] = occupied_of_provision_[p];
    census_.over_number[p] = over_number_of(p);
  }
  if (!model_.provision.empty() || model_.plans)
    for (const Child& child : children_)
      if (child.first_case != kNone)
        recorder_.count_in(census_, provision_of(child), has_plan(child), is_without_a_place(child),
                           groups_of_child(child));
  if (model_.clocks.empty()) return;
  for (const Case& one : cases_) {
    if (one.state == CaseState::free || one.state == CaseState::returning || one.state == CaseState::placed ||
        one.closed)
      continue;
    for (std::size_t c = 0; c < model_.clocks.size(); ++c) {
      const StepClock& clock = model_.clocks[c];
      const bool runs = clock.in_fork
                            ? one.parent != kNone && one.step == clock.step
                            : one.parent == kNone && model_.steps[one.step].pathway == clock.pathway;
      const bool done = ((std::uint32_t{one.clocks_done} >> clock.bit) & 1U) != 0;
      if (runs && !done && now_ - one.begun > clock.within.at(one.begun))
        recorder_.count_in(census_.overdue[c], groups_of_child(children_[one.child]));
    }
  }
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
