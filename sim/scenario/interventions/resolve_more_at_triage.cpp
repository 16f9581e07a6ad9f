#include "sendcap/scenario/interventions/resolve_more_at_triage.hpp"

#include <algorithm>

#include "routes.hpp"

namespace sendcap::scenario {
namespace {

bool sends_on(const Step& step, const std::string& to) {
  return std::any_of(step.next.begin(), step.next.end(), [&](const NextRule& rule) {
    return (rule.to && rule.to->text == to) || rule.split.find(to) != nullptr;
  });
}

}  // namespace

void intervene(Scenario& scenario, const ResolveMoreAtTriage& change, Diagnostics& diagnostics) {
  const std::string path = "interventions.resolve more at triage";
  const auto effect = effect_of(change.terms, scenario.clock, change.place, path, diagnostics);
  const StepFound found = find_step(scenario, change.pathway, change.step, path, diagnostics);
  if (!effect || !found) return;
  Pathway& pathway = *found.pathway;
  if (!leads_somewhere(pathway, change.leads_to, path + ".leads to", diagnostics)) return;
  Step resolved;
  NextRule rule;
  rule.to = change.leads_to;
  resolved.next.push_back(std::move(rule));
  resolved.place = change.place;
  const std::string name = add_step(pathway, std::move(resolved), "resolved at " + change.step.text);
  if (!sends_on(*pathway.steps.find(change.step.text), change.instead_of.text))
    return diagnostics.error(
        Code::inconsistent, change.instead_of.place, path + ".instead of",
        "no way leads from '" + change.step.text + "' to '" + change.instead_of.text + "'",
        "name a step that stands in its `next`");
  book(scenario, change.terms, *effect, "resolve more at triage: " + change.pathway.text);
  divert(pathway, {change.step.text, change.instead_of.text, name, change.share.is.value}, *effect,
         scenario.clock);
}

}  // namespace sendcap::scenario
