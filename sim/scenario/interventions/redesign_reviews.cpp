#include "sendcap/scenario/interventions/redesign_reviews.hpp"

#include "routes.hpp"

namespace sendcap::scenario {
namespace {

void hand_over(Pathway& pathway, const RedesignReviews& change, const Effect& effect, const Clock& clock) {
  Step handed_over;
  NextRule rule;
  rule.to = change.leads_to;
  handed_over.next.push_back(std::move(rule));
  handed_over.place = change.place;
  const std::string name = add_step(pathway, std::move(handed_over), "handed over");
  divert(pathway, {"", change.wait.text, name, change.handed_over.is.value}, effect, clock);
}

}  // namespace

void intervene(Scenario& scenario, const RedesignReviews& change, Diagnostics& diagnostics) {
  const std::string path = "interventions.redesign reviews";
  const auto effect = effect_of(change.terms, scenario.clock, change.place, path, diagnostics);
  const StepFound found = find_step(scenario, change.pathway, change.wait, path, diagnostics);
  if (!effect || !found) return;
  if (!found.step->wait)
    return diagnostics.error(Code::inconsistent, change.wait.place, path + ".wait",
                             "'" + change.wait.text + "' is no `wait`", "name the step before the review");
  const bool some = change.handed_over.is.value > 0;
  if (some && !change.leads_to)
    return diagnostics.error(Code::missing_field, change.place, path + ".leads to",
                             "nothing says where those go who are handed over", "give `leads to`");
  if (change.leads_to && !leads_somewhere(*found.pathway, *change.leads_to, path + ".leads to", diagnostics))
    return;
  book(scenario, change.terms, *effect, "redesign reviews: " + change.pathway.text);
  edit_value(found.step->times_as_long, *effect, scenario.clock, [&](Number times, double share) {
    return Number{times.value * (1 + share * change.longer_by.is.value)};
  });
  if (some && can_be_led_past(*found.pathway, change.wait, path + ".wait", diagnostics))
    hand_over(*found.pathway, change, *effect, scenario.clock);
}

}  // namespace sendcap::scenario
