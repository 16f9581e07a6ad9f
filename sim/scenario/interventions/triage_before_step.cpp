#include "sendcap/scenario/interventions/triage_before_step.hpp"

#include "routes.hpp"
#include "step_team.hpp"

namespace sendcap::scenario {
namespace {

// Those redirected where those resolved go are one branch with them.
NextRule ways_on(const TriageBeforeStep& change) {
  const double resolved = change.resolved.is.value;
  const double redirected = change.redirected.is.value;
  if (!change.redirected_to || change.redirected_to->text == change.resolved_to.text)
    return split_rule(change.resolved_to.text, resolved + redirected, change.step.text);
  NextRule rule = split_rule(change.resolved_to.text, resolved, change.step.text);
  Branch away;
  away.name = change.redirected_to->text;
  away.share = Value<Fraction>{Fraction{redirected}};
  rule.split.push_back(std::move(away));
  rule.split[1].share = Value<Fraction>{Fraction{1 - resolved - redirected}};
  return rule;
}

}  // namespace

void intervene(Scenario& scenario, const TriageBeforeStep& change, Diagnostics& diagnostics) {
  const std::string path = "interventions.triage before a step";
  const auto effect = effect_of(change.terms, scenario.clock, change.place, path, diagnostics);
  const StepFound found = find_step(scenario, change.pathway, change.step, path, diagnostics);
  if (!effect || !found) return;
  Pathway& pathway = *found.pathway;
  if (change.resolved.is.value + change.redirected.is.value > 1)
    return diagnostics.error(Code::out_of_range, change.place, path + ".redirected",
                             "more than all are resolved or redirected");
  if (!leads_somewhere(pathway, change.resolved_to, path + ".resolved to", diagnostics) ||
      (change.redirected_to &&
       !leads_somewhere(pathway, *change.redirected_to, path + ".redirected to", diagnostics)) ||
      !can_be_led_past(pathway, change.step, path + ".step", diagnostics))
    return;
  Step triage;
  if (!begin_step_of(scenario, change.by, *found.step, *effect, path, triage, diagnostics)) return;
  book(scenario, change.terms, *effect, "triage before a step: " + change.by.team.text);
  triage.next.push_back(ways_on(change));
  const std::string name = add_step(pathway, std::move(triage), "triage by " + change.by.team.text);
  divert(pathway, {"", change.step.text, name, change.share.is.value}, *effect, scenario.clock);
}

}  // namespace sendcap::scenario
