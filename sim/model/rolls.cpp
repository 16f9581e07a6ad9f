#include <algorithm>

#include "world.hpp"
#include "written_out.hpp"

// Who is on which waiting list, and which cases are open on which pathway, as the reports read them.

namespace sendcap::model {
namespace {

constexpr std::uint8_t kContacted = 1;  // mark on the roll of open cases

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

// Calls back with each waiting list of the part: of its services, and that for places.
template <class Visit>
void Simulation::World::for_each_list(const Visit& visit) {
  for (const Index service : part_->services) visit(recorder_.list_of_service(service), waiting_[service]);
  visit(recorder_.list_of_placement(), waiting_.back());
}

void Simulation::World::gather_rolls() {
  clear_rolls();
  recorder_.forget_open_cases();
  for (Index index = 0; index < cases_.size(); ++index) {
    Case& one = cases_[index];
    if (one.state == CaseState::free) continue;
    const Step& step = model_.steps[one.step];
    if (one.state == CaseState::in_queue || one.state == CaseState::away)
      for (std::uint8_t i = 0; i < step.service_count; ++i)
        add_to_list(recorder_.list_of_service(step.services[i]), one.joined, index, i);
    if (one.state == CaseState::wants_place) add_to_list(recorder_.list_of_placement(), one.joined, index, 0);
    if (is_open(one)) add_to_open(index);
  }
  sort_rolls();
}

void Simulation::World::clear_rolls() {
  for_each_list([](ListIndex, Roll& roll) { roll.clear(); });
  for (const Index pathway : part_->pathways) open_[pathway].clear();
}

std::uint32_t Simulation::World::add_to_list(ListIndex list, double since, Index case_index,
                                             std::uint8_t mark) {
  const Child& child = children_[cases_[case_index].child];
  const Positions positions = recorder_.positions(list, groups_of_child(child));
  Roll& roll = roll_of(list);
  const std::uint32_t line = roll.add(since, case_index, mark, positions, child.groups_until);
  if (is_supported(child)) roll.line(line).support = Roll::Support::given;
  return line;
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
  const Positions positions = recorder_.positions(recorder_.list_of_pathway(pathway), groups_of_child(child));
  opened.on_open = open_[pathway].add(opened.referred, case_index, opened.contacted ? kContacted : 0,
                                      positions, child.groups_until);
  recorder_.case_opens(pathway, positions);
}

void Simulation::World::mark_contacted(const Case& seen) {
  open_[model_.steps[seen.step].pathway].line(seen.on_open).mark = kContacted;
}

void Simulation::World::strike_off_open(Index case_index) {
  Case& closed = cases_[case_index];
  const Index pathway = model_.steps[closed.step].pathway;
  Roll& roll = open_[pathway];
  recorder_.case_closes(pathway, roll.line(closed.on_open).positions);
  roll.strike_out(closed.on_open);
  closed.on_open = kNone;
  if (roll.is_worn())
    roll.write_fair([this](const Roll::Line& moved, std::uint32_t position) {
      cases_[moved.case_index].on_open = position;
    });
}

// Those at the start come in any order.
void Simulation::World::sort_rolls() {
  for_each_list([this](ListIndex, Roll& roll) {
    roll.sort([this](const Roll::Line& moved, std::uint32_t position) {
      cases_[moved.case_index].on_list[moved.mark] = position;
    });
  });
  for (const Index pathway : part_->pathways)
    open_[pathway].sort([this](const Roll::Line& moved, std::uint32_t position) {
      cases_[moved.case_index].on_open = position;
    });
}

void Simulation::World::find_positions(ListIndex list, Roll::Line& line) {
  const Child& child = children_[cases_[line.case_index].child];
  const Groups& groups = groups_of_child(child);
  Roll::set_positions(line, recorder_.positions(list, groups), child.groups_until);
}

void Simulation::World::tell_of_waiting() {
  for_each_list([this](ListIndex recorded, Roll& roll) {
    recorder_.waiting_now(recorded).fill(roll.size(), [&](const auto& add) {
      roll.visit_from_last([&](Roll::Line& line) {
        if (is_outdated(line)) find_positions(recorded, line);
        add(now_ - line.since, line.positions);
      });
    });
  });
}

// Which open cases wait for first contact, and which of their clocks have run out. Most need no look at the
// case.
void Simulation::World::tell_of_open_cases(Index pathway_index) {
  const Pathway& pathway = model_.pathways[pathway_index];
  const ListIndex list = recorder_.list_of_pathway(pathway_index);
  Roll& roll = open_[pathway_index];
  recorder_.waiting_now(list).fill(roll.size(), [&](const auto& add) {
    roll.visit_from_last([&](Roll::Line& line) {
      if (is_outdated(line)) {
        recorder_.case_closes(pathway_index, line.positions);
        find_positions(list, line);
        recorder_.case_opens(pathway_index, line.positions);
      }
      const double waited = now_ - line.since;
      if (line.mark != kContacted) add(waited, line.positions);
      if (waited > pathway.first_clock_runs_out) tell_of_clocks(pathway, line);
      if (pathway.clocks_in_forks && cases_[line.case_index].state == CaseState::forked)
        tell_of_forked_parts(line.case_index, line.positions);
    });
  });
}

void Simulation::World::tell_of_clocks(const Pathway& pathway, const Roll::Line& line) {
  for (const Index clock : pathway.clocks)
    if (now_ - line.since > model_.clocks[clock].within.at(line.since) &&
        !is_done(cases_[line.case_index], clock))
      recorder_.is_overdue(clock, line.positions);
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

// The time waited without support in the period that ends. To ask each case and its child for it took a
// twelfth of a month's end, and more of its time. Most have waited for the whole of the period.
void Simulation::World::tell_of_unsupported() {
  for_each_list([this](ListIndex recorded, Roll& roll) {
    if (roll.size() == 0) return;
    const GroupPlaces& places = recorder_.places_of(recorded);
    unsupported_throughout_.assign(places.size + 1U, 0);
    std::uint32_t* const throughout = unsupported_throughout_.data();
    with_number_of(places.dimensions, [&](auto dimensions) {
      roll.visit_from_last([&](Roll::Line& line) {
        if (line.support == Roll::Support::given) return;
        if (is_outdated(line)) find_positions(recorded, line);
        if (line.support != Roll::Support::none || line.since > period_begin_)
          return recorder_.waited_without_support(recorded, now_ - unsupported_since(line), line.positions);
        ++throughout[0];
        for (std::size_t d = 0; d < dimensions; ++d) ++throughout[line.positions[d]];
      });
    });
    recorder_.waited_without_support(recorded, now_ - period_begin_, unsupported_throughout_);
  });
}

// Since when, within the period; now, of one who is supported.
double Simulation::World::unsupported_since(Roll::Line& line) const {
  if (line.support == Roll::Support::none) return std::max(line.since, period_begin_);
  const Case& waiting = cases_[line.case_index];
  line.support = is_supported(children_[waiting.child]) ? Roll::Support::given : Roll::Support::none;
  return line.support == Roll::Support::given ? now_ : std::max(waiting.unsupported_from, period_begin_);
}

// Before a flag of the child changes: the time up to now has been counted, and what follows may count
// otherwise.
void Simulation::World::look_at_support_later(Index case_index) {
  if (model_.supported_flag == 0) return;
  const Case& waiting = cases_[case_index];
  if (waiting.state == CaseState::placed) return;
  const auto mark = [](Roll::Line& line) { line.support = Roll::Support::see_case; };
  if (waiting.state == CaseState::wants_place)
    return mark(roll_of(recorder_.list_of_placement()).line(waiting.on_list[0]));
  const Step& step = model_.steps[waiting.step];
  for (std::size_t i = 0; i < step.service_count; ++i)
    mark(roll_of(recorder_.list_of_service(step.services[i])).line(waiting.on_list[i]));
}

bool Simulation::World::is_done(const Case& one, Index clock) const {
  return ((std::uint32_t{one.clocks_done} >> model_.clocks[clock].bit) & 1U) != 0;
}

}  // namespace sendcap::model
