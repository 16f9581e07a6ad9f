#include <algorithm>

#include "world.hpp"

// Who is on which waiting list, and which cases are open on which pathway, as the reports read them.

namespace sendcap::model {
namespace {

constexpr std::uint16_t kContacted = 1;  // mark on the roll of open cases

}  // namespace

// Between few reports nobody reads the rolls: they are gathered from the cases when a report is due, and what
// it would take to keep them is saved. (It was a tenth of a plain queue.)
bool Simulation::World::rolls_are_kept() const {
  constexpr std::ptrdiff_t kFewReports = 4;
  const auto told = dates_told_.empty() ? static_cast<std::ptrdiff_t>(model_.layout.dates.size())
                                        : static_cast<std::ptrdiff_t>(dates_told_.size()) -
                                              std::count(dates_told_.begin(), dates_told_.end(), 0);
  return told > kFewReports || !model_.purchases.empty() || model_.supported_flag != 0;
}

void Simulation::World::gather_rolls() {
  for (Roll& roll : waiting_) roll.clear();
  for (Roll& roll : open_) roll.clear();
  for (Index index = 0; index < cases_.size(); ++index) {
    Case& one = cases_[index];
    if (one.state == CaseState::free) continue;
    const Step& step = model_.steps[one.step];
    if (one.state == CaseState::in_queue || one.state == CaseState::away)
      for (std::uint16_t i = 0; i < step.service_count; ++i)
        add_to_list(recorder_.list_of_service(step.services[i]), one.joined, index, i);
    if (one.state == CaseState::wants_place) add_to_list(recorder_.list_of_placement(), one.joined, index, 0);
    if (is_open(one)) add_to_open(index);
  }
  sort_rolls();
}

std::uint32_t Simulation::World::add_to_list(ListIndex list, double since, Index case_index,
                                             std::uint16_t mark) {
  const Child& child = children_[cases_[case_index].child];
  const Positions positions = recorder_.positions(list, groups_of_child(child));
  return roll_of(list).add(since, case_index, mark, positions, child.groups_until);
}

void Simulation::World::strike_off_list(ListIndex list, std::uint32_t line) {
  Roll& roll = roll_of(list);
  roll.strike_out(line);
  if (roll.is_worn())
    roll.write_fair([this](const Roll::Line& moved, std::uint32_t position) {
      cases_[moved.case_index].on_list[moved.mark] = position;
    });
}

void Simulation::World::add_to_open(Index case_index) {
  Case& opened = cases_[case_index];
  const Child& child = children_[opened.child];
  const Index pathway = model_.steps[opened.step].pathway;
  const Positions positions =
      recorder_.positions(recorder_.list_of_pathway(pathway), groups_of_child(child));
  opened.on_open = open_[pathway].add(opened.referred, case_index, opened.contacted ? kContacted : 0,
                                      positions, child.groups_until);
}

void Simulation::World::mark_contacted(const Case& seen) {
  open_[model_.steps[seen.step].pathway].line(seen.on_open).mark = kContacted;
}

void Simulation::World::strike_off_open(Index case_index) {
  Case& closed = cases_[case_index];
  Roll& roll = open_[model_.steps[closed.step].pathway];
  roll.strike_out(closed.on_open);
  closed.on_open = kNone;
  if (roll.is_worn())
    roll.write_fair([this](const Roll::Line& moved, std::uint32_t position) {
      cases_[moved.case_index].on_open = position;
    });
}

// Those at the start come in any order.
void Simulation::World::sort_rolls() {
  for (Roll& roll : waiting_)
    roll.sort([this](const Roll::Line& moved, std::uint32_t position) {
      cases_[moved.case_index].on_list[moved.mark] = position;
    });
  for (Roll& roll : open_)
    roll.sort([this](const Roll::Line& moved, std::uint32_t position) {
      cases_[moved.case_index].on_open = position;
    });
}

const Positions& Simulation::World::positions_on(ListIndex list, Roll::Line& line) {
  if (!(now_ < static_cast<double>(line.groups_until))) [[unlikely]] {
    const Child& child = children_[cases_[line.case_index].child];
    const Groups& groups = groups_of_child(child);
    Roll::set_positions(line, recorder_.positions(list, groups), child.groups_until);
  }
  return line.positions;
}

void Simulation::World::tell_of_waiting() {
  for (std::size_t list = 0; list < waiting_.size(); ++list) {
    const ListIndex recorded = list < services_.size() ? recorder_.list_of_service(static_cast<Index>(list))
                                                       : recorder_.list_of_placement();
    waiting_[list].visit_from_last([&](Roll::Line& line) {
      recorder_.is_waiting(recorded, now_ - line.since, positions_on(recorded, line));
    });
  }
}

// How many cases are open, which wait for first contact, and which of their clocks have run out.
void Simulation::World::tell_of_open_cases(Index pathway_index) {
  const Pathway& pathway = model_.pathways[pathway_index];
  const ListIndex list = recorder_.list_of_pathway(pathway_index);
  open_[pathway_index].visit_from_last([&](Roll::Line& line) {
    const Positions& positions = positions_on(list, line);
    const double waited = now_ - line.since;
    recorder_.has_open_case(pathway_index, positions);
    if (line.mark != kContacted) recorder_.is_waiting(list, waited, positions);
    if (waited > pathway.first_clock_runs_out)
      for (const Index clock : pathway.clocks)
        if (waited > model_.clocks[clock].within.at(line.since) && !is_done(cases_[line.case_index], clock))
          recorder_.is_overdue(clock, positions);
    if (pathway.clocks_in_forks && cases_[line.case_index].state == CaseState::forked)
      tell_of_forked_parts(line.case_index, positions);
  });
}

void Simulation::World::tell_of_forked_parts(Index whole, const Positions& positions) {
  for (Index part = children_[cases_[whole].child].first_case; part != kNone;
       part = cases_[part].next_of_child) {
    const Case& one = cases_[part];
    const Index clock = model_.steps[one.step].clock;
    if (!is_part(one) || clock == kNone || !model_.clocks[clock].in_fork || root_of(part) != whole) continue;
    if (now_ - one.begun > model_.clocks[clock].within.at(one.begun) && !is_done(one, clock))
      recorder_.is_overdue(clock, positions);
  }
}

bool Simulation::World::is_done(const Case& one, Index clock) const {
  return ((std::uint32_t{one.clocks_done} >> model_.clocks[clock].bit) & 1U) != 0;
}

}  // namespace sendcap::model
