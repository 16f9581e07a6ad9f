#include <algorithm>

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
    if (one.parent != kNone || one.step == model_.step_of_those_placed) continue;
    if (!one.contacted) waiting[recorder_.list_of_pathway(step.pathway)].add(now_ - one.referred, groups);
    std::vector<std::uint64_t>& open = open_cases_[step.pathway];
    ++open[0];
    for (std::size_t d = 0; d < model_.dimensions.size(); ++d)
      if (groups.group[d] != kNone) ++open[groups.group[d]];
  }
  recorder_.write_snapshot(date_index, now_, open_cases_, occupied_);
}

}  // namespace sendcap::model
