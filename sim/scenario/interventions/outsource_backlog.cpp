#include "sendcap/scenario/interventions/outsource_backlog.hpp"

#include "routes.hpp"

namespace sendcap::scenario {
namespace {

// Days of the effect in full that its steps are worth together.
double full_days(const Effect& effect, const Clock& clock) {
  double days = 0;
  for (std::size_t i = 0; i + 1 < effect.steps.size(); ++i)
    days += effect.steps[i].share * (days_after_start(effect.steps[i + 1].from, clock) -
                                     days_after_start(effect.steps[i].from, clock));
  return days;
}

std::string free_name(const Named<Purchase>& purchases, const std::string& wanted) {
  std::string name = wanted;
  for (int number = 2; purchases.find(name) != nullptr; ++number)
    name = wanted + " " + std::to_string(number);
  return name;
}

}  // namespace

void intervene(Scenario& scenario, const OutsourceBacklog& change, Diagnostics& diagnostics) {
  const std::string path = "interventions.outsource a backlog";
  if (!change.terms.until)
    return diagnostics.error(Code::missing_field, change.place, path + ".until",
                             "the time over which they are bought has no end", "give `until`");
  const auto effect = effect_of(change.terms, scenario.clock, change.place, path, diagnostics);
  const StepFound found = find_step(scenario, change.pathway, change.step, path, diagnostics);
  if (!effect || !found) return;
  if (change.leads_to && !leads_somewhere(*found.pathway, *change.leads_to, path + ".leads to", diagnostics))
    return;
  const std::string name = free_name(scenario.bought_from_outside, change.step.text + " bought from outside");
  book(scenario, change.terms, *effect, name);
  Purchase bought;
  bought.name = name;
  bought.pathway = change.pathway;
  bought.step = change.step;
  bought.price = change.price;
  bought.paid_by = change.paid_by;
  bought.leads_to = change.leads_to;
  bought.place = change.place;
  const double per_day =
      static_cast<double>(change.assessments.is.value) / full_days(*effect, scenario.clock);
  edit_value(bought.cases, *effect, scenario.clock,
             [&](Rate, double share) { return Rate{share * per_day}; });
  scenario.bought_from_outside.push_back(std::move(bought));
}

}  // namespace sendcap::scenario
