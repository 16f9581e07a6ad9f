#include "sendcap/scenario/interventions/assess_first_by_another_team.hpp"

#include "routes.hpp"
#include "step_team.hpp"

namespace sendcap::scenario {

void intervene(Scenario& scenario, const AssessFirstByAnotherTeam& change, Diagnostics& diagnostics) {
  const std::string path = "interventions.assess first by another team";
  const auto effect = effect_of(change.terms, scenario.clock, change.place, path, diagnostics);
  const StepFound found = find_step(scenario, change.pathway, change.step, path, diagnostics);
  if (!effect || !found) return;
  Pathway& pathway = *found.pathway;
  if (!leads_somewhere(pathway, change.leads_to, path + ".leads to", diagnostics) ||
      !can_be_led_past(pathway, change.step, path + ".step", diagnostics))
    return;
  Step assessment;
  if (!begin_step_of(scenario, change.by, *found.step, *effect, path, assessment, diagnostics)) return;
  book(scenario, change.terms, *effect, "assess first by another team: " + change.by.team.text);
  assessment.alongside = found.step->alongside;
  assessment.next.push_back(split_rule(change.leads_to.text, change.need_no_more.is.value, change.step.text));
  const std::string name = add_step(pathway, std::move(assessment), "assessment by " + change.by.team.text);
  pathway.steps.find(name)->first_contact = pathway.steps.find(change.step.text)->first_contact;
  divert(pathway, {"", change.step.text, name, change.share.is.value}, *effect, scenario.clock);
}

}  // namespace sendcap::scenario
