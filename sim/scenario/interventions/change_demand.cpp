#include "sendcap/scenario/interventions/change_demand.hpp"

#include "requests.hpp"

namespace sendcap::scenario {

void intervene(Scenario& scenario, const ChangeDemand& change, Diagnostics& diagnostics) {
  const std::string path = "interventions.change demand";
  const auto effect = effect_of(change.terms, scenario.clock, change.place, path, diagnostics);
  if (!effect) return;
  for (const Name& name : change.demand)
    change_demand_by(scenario, name, change.by.is.value, *effect, path, diagnostics);
  book(scenario, change.terms, *effect, "change demand: " + joined(change.demand));
}

}  // namespace sendcap::scenario
