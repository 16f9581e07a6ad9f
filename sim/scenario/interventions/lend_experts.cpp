#include "sendcap/scenario/interventions/lend_experts.hpp"

#include "posts.hpp"
#include "requests.hpp"

namespace sendcap::scenario {

void intervene(Scenario& scenario, const LendExperts& change, Diagnostics& diagnostics) {
  const std::string path = "interventions.lend experts to schools";
  Team* team = find_team(scenario, change.team, path + ".team", diagnostics);
  if (team == nullptr) return;
  const auto effect = effect_of(change.terms, scenario.clock, change.place, path, diagnostics);
  if (!effect) return;
  add_staff(*team, -change.staff.is.value, *effect, scenario.clock, change.staff.place, path + ".staff",
            diagnostics);
  book_pay(scenario, *team, change.staff.is.value, *effect, change.team.text + ": staff lent to schools");
  book(scenario, change.terms, *effect, "lend experts to schools: " + change.team.text);
  lower_requests(scenario, change.fewer, change.terms, change.place, path, diagnostics);
}

}  // namespace sendcap::scenario
