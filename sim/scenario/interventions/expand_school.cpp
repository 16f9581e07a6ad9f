#include "sendcap/scenario/interventions/expand_school.hpp"

#include "opening.hpp"
#include "sendcap/scenario/language/name_check.hpp"

namespace sendcap::scenario {
namespace {

// The places that grow; null, with the reason told, when they can not be found.
Value<Capacity>* places_of(Provision& school, const ExpandSchool& change, const std::string& path,
                           Diagnostics& diagnostics) {
  if (change.group) {
    const auto group = resolve(*change.group, school.groups, "group of places", path + ".group", diagnostics);
    return group ? &school.groups[*group].places : nullptr;
  }
  if (school.places) return &*school.places;
  std::string groups;
  for (const std::string_view name : school.groups.names())
    groups += (groups.empty() ? "`group: " : "` or `group: ") + std::string(name);
  diagnostics.error(Code::missing_field, change.place, path + ".group",
                    "the places of '" + school.name + "' are counted by group",
                    groups.empty() ? std::string() : "say which: " + groups + "`");
  return nullptr;
}

}  // namespace

void intervene(Scenario& scenario, const ExpandSchool& change, Diagnostics& diagnostics) {
  const std::string path = "interventions.expand a school";
  const auto school = resolve(change.school, scenario.provision, "provision", path + ".school", diagnostics);
  if (!school) return;
  Value<Capacity>* places = places_of(scenario.provision[*school], change, path, diagnostics);
  if (places != nullptr)
    open_places(scenario, *places, change.opening, change.school.text, path, diagnostics);
}

}  // namespace sendcap::scenario
