#include "sendcap/scenario/interventions/offer_help_in_schools.hpp"

#include "requests.hpp"

namespace sendcap::scenario {

void intervene(Scenario& scenario, const OfferHelpInSchools& change, Diagnostics& diagnostics) {
  const std::string path = "interventions.offer help in schools";
  const auto effect = effect_of(change.terms, scenario.clock, change.place, path, diagnostics);
  if (!effect) return;
  Terms with_schools = change.terms;
  with_schools.cost.a_year.is.pounds +=
      static_cast<double>(change.schools.is.value) * change.cost_of_a_school.is.pounds;
  book(scenario, with_schools, *effect, "offer help in schools");
  lower_requests(scenario, change.fewer, change.terms, change.place, path, diagnostics);
}

}  // namespace sendcap::scenario
