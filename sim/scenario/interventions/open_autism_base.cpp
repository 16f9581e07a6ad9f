#include "sendcap/scenario/interventions/open_autism_base.hpp"

#include "edit.hpp"
#include "sendcap/scenario/language/diagnostic.hpp"
#include "sendcap/scenario/language/name_check.hpp"

namespace sendcap::scenario {

void intervene(Scenario& scenario, const OpenAutismBase& change, Diagnostics& diagnostics) {
  const std::string path = "interventions.open an autism base";
  if (scenario.provision.find(change.base) != nullptr)
    return diagnostics.error(Code::duplicate_name, change.place, path + ".base",
                             "there is a provision called '" + change.base + "' already",
                             "give the base another name");
  if (!resolve(change.district, scenario.districts, "district", path + ".district", diagnostics)) return;
  Provision base;
  base.name = change.base;
  base.kind = ProvisionKind::autism_base;
  base.district = change.district;
  base.ages = change.ages;
  base.needs = change.needs;
  base.flags = change.flags;
  base.stay = change.stay;
  base.place = change.place;
  base.cost = change.cost;
  base.afterwards = change.afterwards;
  Value<Capacity> open_places{Capacity{0}};
  double places = 0;
  for (const Tranche& tranche : change.tranches) {
    places += static_cast<double>(tranche.places.is.value);
    Change<Capacity> opening;
    opening.from.is_date = true;
    opening.from.date = tranche.opens;
    opening.is = Capacity{places};
    opening.source = tranche.places.source;
    opening.quality = tranche.places.quality;
    opening.place = tranche.place;
    if (!open_places.then.empty() && !(open_places.then.back().from.date < tranche.opens))
      return diagnostics.error(Code::bad_changes, tranche.place, path + ".tranches",
                               "the tranches are not in order of date");
    open_places.then.push_back(std::move(opening));
  }
  base.places = std::move(open_places);
  if (change.capital.is.pounds > 0 && !change.tranches.empty()) {
    OneOff building;
    building.name = change.base;
    building.on = change.tranches.front().opens;
    building.amount = change.capital;
    building.place = change.place;
    scenario.money.one_off.push_back(std::move(building));
  }
  scenario.provision.push_back(std::move(base));
}

}  // namespace sendcap::scenario
