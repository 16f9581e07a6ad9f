#include "sendcap/scenario/interventions/change_staffing.hpp"

#include "posts.hpp"

namespace sendcap::scenario {

void intervene(Scenario& scenario, const ChangeStaffing& change, Diagnostics& diagnostics) {
  const std::string path = "interventions.change staffing";
  Team* team = find_team(scenario, change.team, path + ".team", diagnostics);
  if (team == nullptr) return;
  const auto effect = effect_of(change.terms, scenario.clock, change.place, path, diagnostics);
  if (!effect) return;
  add_staff(*team, change.by.is.value, *effect, scenario.clock, change.by.place, path + ".by", diagnostics);
  book(scenario, change.terms, *effect, "change staffing: " + change.team.text);
}

}  // namespace sendcap::scenario
