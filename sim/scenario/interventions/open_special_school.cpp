#include "sendcap/scenario/interventions/open_special_school.hpp"

#include "opening.hpp"

namespace sendcap::scenario {

void intervene(Scenario& scenario, const OpenSpecialSchool& change, Diagnostics& diagnostics) {
  open_provision(scenario, change.school, ProvisionKind::special_school, change.opened, change.place,
                 "interventions.open a special school", diagnostics);
}

}  // namespace sendcap::scenario
