#include "sendcap/scenario/interventions/change_staffing.hpp"

#include "edit.hpp"
#include "sendcap/scenario/language/name_check.hpp"

namespace sendcap::scenario {

void intervene(Scenario& scenario, const ChangeStaffing& change, Diagnostics& diagnostics) {
  const std::string path = "interventions.change staffing";
  const auto index = resolve(change.team, scenario.services, "service", path + ".team", diagnostics);
  if (!index) return;
  auto* team = std::get_if<Team>(&scenario.services[*index].is);
  if (team == nullptr)
    return diagnostics.error(Code::inconsistent, change.team.place, path + ".team",
                             "'" + change.team.text + "' is a clinic, whose capacity is its sessions",
                             "use `add clinic sessions`");
  const auto effect = effect_of(change.terms, scenario.clock, change.place, path, diagnostics);
  if (!effect) return;
  book(scenario, change.terms, *effect, "change staffing: " + change.team.text);
  edit_value(team->staff, *effect, scenario.clock, [&](Capacity staff, double share) {
    const double changed = staff.value + share * change.by.is.value;
    if (changed < 0)
      diagnostics.error(Code::out_of_range, change.by.place, path + ".by",
                        "more staff are taken away than the team has");
    return Capacity{changed};
  });
}

}  // namespace sendcap::scenario
