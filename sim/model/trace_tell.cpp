#include <algorithm>

#include "world.hpp"

// What an observer of a run is told.

namespace sendcap::model {

// Since when what is told of a case is so.
double Simulation::World::so_since(Happening happening, const Case& one) const {
  if (happening == Happening::opened) return one.referred;
  if (happening == Happening::joined || (starting_ && happening == Happening::began)) return one.joined;
  return now_;
}

void Simulation::World::tell_observer(Happening happening, Index child_index, Index case_index,
                                      std::string_view what, std::size_t count) const {
  const Child& child = children_[child_index];
  TraceRecord record;
  record.time = now_;
  record.source = child.source;
  record.number = child.number;
  record.arrival = child.arrival;
  record.happening = happening;
  record.at_start = starting_;
  record.since = now_;
  if (case_index != kNone) {
    const Case& one = cases_[case_index];
    record.case_number = cases_[root_of(case_index)].number;
    record.since = std::min(so_since(happening, one), now_);
    record.pathway = model_.pathways[model_.steps[one.step].pathway].name;
    record.step = model_.steps[one.step].name;
  }
  record.what = what;
  record.count = static_cast<std::uint32_t>(count);
  observer_->note(record, child);
}

void Simulation::World::tell_joined_queue(Index case_index) const {
  if (observer_ == nullptr) return;
  const Case& joining = cases_[case_index];
  const Step& step = model_.steps[joining.step];
  const Queue& queue = queues_[queue_of(step, children_[joining.child])];
  tell(Happening::joined, joining.child, case_index, model_.services[step.services[0]].name, queue.size());
}

// Before it are those with whom it competes: they ask for some of the same kinds of place, and none has been
// promised to them.
void Simulation::World::tell_wants_place(Index case_index) const {
  if (observer_ == nullptr) return;
  const std::uint32_t kinds = model_.steps[cases_[case_index].step].place_kinds;
  const auto before = std::count_if(wanting_place_.begin(), wanting_place_.end(), [&](Index one) {
    return cases_[one].group == kNone && (model_.steps[cases_[one].step].place_kinds & kinds) != 0;
  });
  tell(Happening::joined, cases_[case_index].child, case_index, "a place", static_cast<std::size_t>(before));
}

}  // namespace sendcap::model
