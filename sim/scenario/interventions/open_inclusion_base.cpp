#include "sendcap/scenario/interventions/open_inclusion_base.hpp"

#include "opening.hpp"

namespace sendcap::scenario {

void intervene(Scenario& scenario, const OpenInclusionBase& change, Diagnostics& diagnostics) {
  open_provision(scenario, change.base, ProvisionKind::sen_unit, change.opened, change.place,
                 "interventions.open an inclusion base", diagnostics);
}

}  // namespace sendcap::scenario
