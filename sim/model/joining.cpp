#include <algorithm>

#include "passage.hpp"
#include "world.hpp"

// Localities that become one queue.

namespace sendcap::model {

// From now on all belong to one station, which has the capacity of all (compile_services.cpp). Those who wait
// stand in its queue as they would had there been one all along; who is being seen stays so, and what
// sessions and slots were due is due there.
void Simulation::World::queues_join(Index service_index) {
  const Service& service = model_.services[service_index];
  services_[service_index].joined = true;
  const Index first_queue = model_.stations[service.first_station].first_queue;
  const Index joint_queue = model_.stations[service.joint_station].first_queue;
  const Index kinds = service.is_clinic ? static_cast<Index>(service.slots.size()) : 1;
  std::vector<Index> moving;
  for (Index one = 0; one < cases_.size(); ++one)
    if (cases_[one].state == CaseState::in_queue && cases_[one].queue >= first_queue &&
        cases_[one].queue < joint_queue)
      moving.push_back(one);
  std::sort(moving.begin(), moving.end(),
            [&](Index left, Index right) { return Queue::before(cases_[left], cases_[right]); });
  for (const Index one : moving) {
    Case& waiting = cases_[one];
    queues_[waiting.queue].remove(cases_, one);
    waiting.queue = joint_queue + (waiting.queue - first_queue) % kinds;
    queues_[waiting.queue].push(cases_, one);
  }
  StationState& joint = stations_[service.joint_station];
  for (Index s = service.first_station; s < service.joint_station; ++s) {
    joint.busy += stations_[s].busy;
    stations_[s].busy = 0;
    joint.sessions_due += stations_[s].sessions_due;
    stations_[s].sessions_due = 0;
    for (std::size_t kind = 0; kind < stations_[s].slots_due.size(); ++kind) {
      joint.slots_due[kind] += stations_[s].slots_due[kind];
      joint.slots_free[kind] += stations_[s].slots_free[kind];
      stations_[s].slots_due[kind] = stations_[s].slots_free[kind] = 0;
    }
  }
}

}  // namespace sendcap::model
