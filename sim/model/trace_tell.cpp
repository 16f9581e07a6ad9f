#include "world.hpp"

// What an observer of a run is told.

namespace sendcap::model {

void Simulation::World::tell_observer(Happening happening, Index child_index, Index case_index,
                                      std::string_view what, std::size_t count) const {
  const Child& child = children_[child_index];
  TraceRecord record;
  record.time = now_;
  record.source = child.source;
  record.number = child.number;
  record.arrival = child.arrival;
  record.happening = happening;
  if (case_index != kNone) {
    const Case& one = cases_[case_index];
    record.case_number = one.number;
    record.pathway = model_.pathways[model_.steps[one.step].pathway].name;
    record.step = model_.steps[one.step].name;
  }
  record.what = what;
  record.count = static_cast<std::uint32_t>(count);
  observer_->note(record, child);
}

}  // namespace sendcap::model
