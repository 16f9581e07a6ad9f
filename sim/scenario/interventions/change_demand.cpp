#include "edit.hpp"
#include "sendcap/scenario/language/diagnostic.hpp"
#include "sendcap/scenario/language/name_check.hpp"
#include "sendcap/scenario/plan.hpp"

namespace sendcap::scenario {

void intervene(Scenario& scenario, const ChangeDemand& change, Diagnostics& diagnostics) {
  const std::string path = "interventions.change demand";
  if (!in_order(change.from, change.until, scenario.clock))
    return diagnostics.error(Code::inconsistent, change.place, path + ".until",
                             "`until` must come after `from`");
  for (const Name& name : change.demand) {
    const auto index = resolve(name, scenario.demand, "demand", path + ".demand", diagnostics);
    if (!index) continue;
    if (!scenario.demand[*index].rate) {
      diagnostics.error(Code::inconsistent, name.place, path + ".demand",
                        "'" + name.text + "' is given by `intervals`, which have no rate to change");
      continue;
    }
    edit_between(scenario.demand[*index].times, change.from, change.until, scenario.clock,
                 [&](Number times) { return Number{times.value * (1 + change.by.is.value)}; });
  }
}

}  // namespace sendcap::scenario
