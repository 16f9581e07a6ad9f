#include "sendcap/scenario/interventions/change_fees.hpp"

#include "edit.hpp"
#include "sendcap/scenario/language/name_check.hpp"

namespace sendcap::scenario {

void intervene(Scenario& scenario, const ChangeFees& change, Diagnostics& diagnostics) {
  const std::string path = "interventions.change fees";
  const auto effect = effect_of(change.terms, scenario.clock, change.place, path, diagnostics);
  if (!effect) return;
  for (const Name& name : change.provision) {
    const auto index = resolve(name, scenario.provision, "provision", path + ".provision", diagnostics);
    if (!index || change.by.is.value == 0) continue;  // to the last bit as it was
    edit_value(scenario.provision[*index].cost.per_child, *effect, scenario.clock,
               [&](Money fee, double share) { return Money{fee.pounds * (1 + share * change.by.is.value)}; });
  }
  book(scenario, change.terms, *effect, "change fees");
}

}  // namespace sendcap::scenario
