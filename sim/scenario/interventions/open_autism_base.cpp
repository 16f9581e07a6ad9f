#include "sendcap/scenario/interventions/open_autism_base.hpp"

#include "opening.hpp"

namespace sendcap::scenario {

void intervene(Scenario& scenario, const OpenAutismBase& change, Diagnostics& diagnostics) {
  open_provision(scenario, change.base, ProvisionKind::autism_base, change.opened, change.place,
                 "interventions.open an autism base", diagnostics);
}

}  // namespace sendcap::scenario
