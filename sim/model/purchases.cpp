#include <algorithm>
#include <cmath>
#include <tuple>

#include "passage.hpp"
#include "world.hpp"

// Visits bought from outside: each week those who have waited longest are taken off the list.

namespace sendcap::model {
namespace {
constexpr double kWeek = 7;
constexpr double kRounding = 1e-9;
}  // namespace

// At the end of each week in which some are bought, and whenever the rate changes.
void Simulation::World::schedule_bought_visits(Index purchase) {
  const Timeline& per_day = model_.purchases[purchase].per_day;
  const double change = per_day.next_change(now_);
  schedule(per_day.at(now_) > 0 ? std::min(now_ + kWeek, change) : change, EventKind::bought_visits,
           purchase);
}

void Simulation::World::bought_visits(Index purchase) {
  const Purchase& bought = model_.purchases[purchase];
  PurchaseState& state = purchases_[purchase];
  state.due += bought.per_day.integral(state.counted_to, now_);
  state.counted_to = now_;
  const auto most = static_cast<std::size_t>(std::floor(state.due + kRounding));
  const std::vector<Index> seen = longest_waiting(bought.step, most);
  state.due = bought.per_day.at(now_) > 0 ? state.due - static_cast<double>(seen.size()) : 0;
  std::vector<std::uint32_t> stamps;
  for (const Index one : seen) stamps.push_back(cases_[one].stamp);
  for (std::size_t i = 0; i < seen.size(); ++i)  // what one brings about may close the case of another
    if (cases_[seen[i]].stamp == stamps[i]) see_elsewhere(seen[i], bought);
  schedule_bought_visits(purchase);
}

std::vector<Index> Simulation::World::longest_waiting(Index step, std::size_t most) const {
  std::vector<Index> waiting;
  if (most == 0) return waiting;
  waiting_[model_.steps[step].services[0]].visit_from_last([&](const Roll::Line& line) {
    if (cases_[line.case_index].step == step) waiting.push_back(line.case_index);
  });
  const auto longer = [&](Index left, Index right) {
    return std::tie(cases_[left].joined, cases_[left].sequence) <
           std::tie(cases_[right].joined, cases_[right].sequence);
  };
  const auto end = waiting.begin() + static_cast<std::ptrdiff_t>(std::min(most, waiting.size()));
  std::partial_sort(waiting.begin(), end, waiting.end(), longer);
  waiting.erase(end, waiting.end());
  return waiting;
}

// As if seen by the service, but that it has no part in it: what follows is drawn from the same numbers.
void Simulation::World::see_elsewhere(Index case_index, const Purchase& bought) {
  const Step& step = model_.steps[cases_[case_index].step];
  const Groups groups = groups_of_child(children_[cases_[case_index].child]);
  take_from_queue(case_index);
  for (std::size_t i = 0; i < step.service_count; ++i)
    recorder_.left(recorder_.list_of_service(step.services[i]),
                   static_cast<std::uint32_t>(Reason::seen_elsewhere), groups);
  recorder_.spent(bought.paid_by, bought.price.at(now_));
  if (step.first_contact) first_contact(case_index, groups);
  Case& seen = cases_[case_index];
  tell(Happening::began, seen.child, case_index, bought.name);
  seen.state = CaseState::passing_time;
  ++seen.visits;
  seen.missed = 0;
  leave_step(case_index, bought.leads_to ? &*bought.leads_to : nullptr);
}

}  // namespace sendcap::model
