#include "sendcap/scenario/interventions/change_demand.hpp"

#include "edit.hpp"
#include "sendcap/scenario/language/name_check.hpp"

namespace sendcap::scenario {

void intervene(Scenario& scenario, const ChangeDemand& change, Diagnostics& diagnostics) {
  const std::string path = "interventions.change demand";
  const auto effect = effect_of(change.terms, scenario.clock, change.place, path, diagnostics);
  if (!effect) return;
  book(scenario, change.terms, *effect, "change demand: " + joined(change.demand));
  for (const Name& name : change.demand) {
    const auto index = resolve(name, scenario.demand, "demand", path + ".demand", diagnostics);
    if (!index) continue;
    if (!scenario.demand[*index].rate) {
      diagnostics.error(Code::inconsistent, name.place, path + ".demand",
                        "'" + name.text + "' is given by `intervals`, which have no rate to change");
      continue;
    }
    edit_value(scenario.demand[*index].times, *effect, scenario.clock, [&](Number times, double share) {
      return Number{times.value * (1 + share * change.by.is.value)};
    });
  }
}

}  // namespace sendcap::scenario
