#include "sendcap/scenario/interventions/open_unit_of_school.hpp"

#include <utility>

#include "opening.hpp"
#include "sendcap/scenario/language/name_check.hpp"

namespace sendcap::scenario {

void intervene(Scenario& scenario, const OpenUnitOfSchool& change, Diagnostics& diagnostics) {
  const std::string path = "interventions.open a unit of a school";
  const auto school = resolve(change.of, scenario.provision, "provision", path + ".of", diagnostics);
  if (!school) return;
  if (change.district &&
      !resolve(*change.district, scenario.districts, "district", path + ".district", diagnostics))
    return;
  const Provision& from = scenario.provision[*school];
  Provision unit;
  unit.name = change.unit;
  unit.kind = from.kind;
  unit.district = change.district ? change.district : from.district;
  unit.out_of_county = from.out_of_county && !change.district;
  unit.ages = change.ages ? change.ages : from.ages;
  if (!unit.ages && !from.groups.empty())
    unit.ages = AgeSpan{from.groups[0].ages.first, from.groups.back().ages.last, change.place};
  unit.needs = from.needs;
  unit.takes_from = from.takes_from;
  unit.flags = from.flags;
  unit.stay = change.stay;
  unit.afterwards = change.afterwards.empty() ? from.afterwards : change.afterwards;
  unit.cost = from.cost;
  unit.place = change.place;
  add_provision(scenario, std::move(unit), change.opening, path, diagnostics);
}

}  // namespace sendcap::scenario
