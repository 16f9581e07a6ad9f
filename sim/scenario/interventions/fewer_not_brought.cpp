#include "sendcap/scenario/interventions/fewer_not_brought.hpp"

#include <algorithm>
#include <variant>

#include "edit.hpp"
#include "sendcap/scenario/language/name_check.hpp"

namespace sendcap::scenario {

void intervene(Scenario& scenario, const FewerNotBrought& change, Diagnostics& diagnostics) {
  const std::string path = "interventions.fewer not brought";
  const auto effect = effect_of(change.terms, scenario.clock, change.place, path, diagnostics);
  if (!effect) return;
  for (const Name& name : change.clinics) {
    const auto index = resolve(name, scenario.services, "service", path + ".clinics", diagnostics);
    if (!index) continue;
    auto* clinic = std::get_if<Clinic>(&scenario.services[*index].is);
    if (clinic == nullptr) {
      diagnostics.error(Code::inconsistent, name.place, path + ".clinics",
                        "'" + name.text + "' is a team, which has no appointments", "name a clinic");
      continue;
    }
    edit_value(clinic->not_brought, *effect, scenario.clock, [&](Fraction chance, double share) {
      return Fraction{std::max(chance.value - share * change.points.is.value, 0.0)};
    });
  }
  book(scenario, change.terms, *effect, "fewer not brought: " + joined(change.clinics));
}

}  // namespace sendcap::scenario
