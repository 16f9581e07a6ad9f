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
  if (dates_told_.empty() || dates_told_[date_index] != 0) snapshot(date_index);
  if (!date.ends_period) return;
  if (model_.supported_flag != 0) tell_of_unsupported();
  if (model_.has_costs) spend(period_begin_);
  std::vector<double> server_time(model_.services.size(), 0.0);
  for (const Index s : part_->stations) {
    const Station& station = model_.stations[s];
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
  if (!keeps_rolls_) gather_rolls();
  tell_of_waiting();
  for (const Index pathway : part_->pathways) tell_of_open_cases(pathway);
  for (const Index p : part_->provision)
    recorder_.provision_holds(p, occupied_of_provision_[p], over_number_of(p));
  recorder_.census().visit_outdated(now_, [this](Index child, const Census::Line& line) {
    const Groups& groups = groups_of_child(children_[child]);
    recorder_.census().set(child, line, groups, children_[child].groups_until);
  });
  recorder_.write_snapshot(date_index, now_);
}

Census::Line Simulation::World::census_line_of(const Child& child) const {
  Census::Line line;
  line.has_plan = has_plan(child);
  line.without_a_place = is_without_a_place(child);
  if (child.enrolment == kNone) return line;
  const Provision& provision = model_.provision[cases_[child.enrolment].place];
  line.kind = static_cast<std::size_t>(provision.kind);
  line.out_of_county = provision.out_of_county;
  return line;
}

// Where a child is or whether it has a plan has changed. Only scenarios with plans or provision tell of it.
void Simulation::World::move_in_census(const Child& child) {
  const auto index = static_cast<Index>(&child - children_.data());
  const Census::Line line = census_line_of(child);
  if (recorder_.census().has(index, line)) return;
  const Groups& groups = groups_of_child(child);
  recorder_.census().set(index, line, groups, child.groups_until);
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
  for (const Index s : part_->stations)
    if (const Station& station = model_.stations[s]; !model_.services[station.service].is_clinic)
      recorder_.sums(station.service).cost += integral_of_product(station.staff, station.cost, from, now_);
  for (const Index g : part_->place_groups)
    if (const PlaceGroup& group = model_.place_groups[g]; std::isfinite(group.places.greatest()))
      recorder_.provision_cost(
          group.provision,
          integral_of_product(group.places, model_.provision[group.provision].cost_per_place, from, now_));
  if (!part_->is_first) return;
  for (const Money::Running& running : model_.money.running)
    recorder_.spent(running.paid_by, running.pounds_a_day.integral(from, now_));
  recorder_.block(model_.money.block_income.integral(from, now_),
                  model_.money.other_high_needs.integral(from, now_));
}

}  // namespace sendcap::model
