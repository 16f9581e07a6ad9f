#include "sendcap/scenario/interventions/fund_support_without_plan.hpp"

#include "requests.hpp"

namespace sendcap::scenario {

void intervene(Scenario& scenario, const FundSupportWithoutPlan& change, Diagnostics& diagnostics) {
  const std::string path = "interventions.fund support without a plan";
  const auto effect = effect_of(change.terms, scenario.clock, change.place, path, diagnostics);
  if (!effect) return;
  Terms funded = change.terms;
  funded.cost.a_year.is.pounds += change.a_year.is.pounds;
  book(scenario, funded, *effect, "fund support without a plan");
  lower_requests(scenario, change.fewer, change.terms, change.place, path, diagnostics);
}

}  // namespace sendcap::scenario
