#include "sendcap/scenario/interventions/add_casework.hpp"

#include "posts.hpp"

namespace sendcap::scenario {

void intervene(Scenario& scenario, const AddCasework& change, Diagnostics& diagnostics) {
  const std::string path = "interventions.add EHC casework capacity";
  const auto effect = effect_of(change.terms, scenario.clock, change.place, path, diagnostics);
  if (!effect) return;
  for (const Posts& added : change.posts) {
    const double posts = added.posts.is.value;
    Team* team = find_team(scenario, Name{added.name, added.place}, path + ".posts", diagnostics);
    if (team == nullptr) continue;
    add_staff(*team, posts, *effect, scenario.clock, added.place, path + ".posts", diagnostics);
    // The team pays for the work done; what is paid beside it is the time in which they learn it.
    if (change.terms.ramp.is.days > 0)
      book_pay(scenario, *team, posts, still_missing(*effect, change.terms),
               added.name + ": new staff before they work in full");
  }
  book(scenario, change.terms, *effect, "add EHC casework capacity");
}

}  // namespace sendcap::scenario
