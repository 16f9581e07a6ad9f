#include "sendcap/scenario/interventions/offer_support_while_waiting.hpp"

#include <algorithm>

#include "posts.hpp"
#include "sendcap/scenario/language/name_check.hpp"

namespace sendcap::scenario {
namespace {

// The change, where it stands in messages, and how much of it is there when.
struct Offer {
  const OfferSupportWhileWaiting& change;
  const Effect& effect;
  std::string path;
};

// Widens the offer at the steps of a pathway; false when none of them makes it.
bool widen(Pathway& pathway, const Offer& offer, const Clock& clock) {
  bool offered = false;
  for (Step& step : pathway.steps)
    for (Alongside& alongside : step.alongside) {
      if (!(alongside.enters == offer.change.support)) continue;
      offered = true;
      edit_value(alongside.share, offer.effect, clock, [&](Fraction is, double share) {
        return Fraction{is.value + share * (offer.change.offered_to.is.value - is.value)};
      });
    }
  return offered;
}

void widen_everywhere(Scenario& scenario, const Offer& offer, Diagnostics& diagnostics) {
  const std::string& support = offer.change.support.text;
  bool anywhere = false;
  if (offer.change.waiting_on.empty())
    for (Pathway& pathway : scenario.pathways) anywhere = widen(pathway, offer, scenario.clock) || anywhere;
  for (const Name& name : offer.change.waiting_on) {
    const auto found = resolve(name, scenario.pathways, "pathway", offer.path + ".waiting on", diagnostics);
    anywhere = true;
    if (found && !widen(scenario.pathways[*found], offer, scenario.clock))
      diagnostics.error(Code::inconsistent, name.place, offer.path + ".waiting on",
                        "no step of '" + name.text + "' offers '" + support + "'",
                        "give the step `alongside: {enters: " + support + ", share: 0%}`");
  }
  if (!anywhere)
    diagnostics.error(Code::inconsistent, offer.change.support.place, offer.path + ".support",
                      "no step offers '" + support + "'",
                      "give a step `alongside: {enters: " + support + ", share: 0%}`");
}

// What happens less often to those supported: one more factor, which multiplies with the others.
void lower_hazards(Scenario& scenario, const Offer& offer, Diagnostics& diagnostics) {
  for (const SupportEffect& lowered : offer.change.effects) {
    if (!scenario.children.supported)
      return diagnostics.error(Code::inconsistent, lowered.place, offer.path + ".effects",
                               "the scenario does not say which children have support",
                               "name their flag: `children: {supported: …}`");
    for (const Name& name : lowered.of) {
      const auto found = resolve(name, scenario.while_waiting, "thing that may happen `while waiting`",
                                 offer.path + ".effects.of", diagnostics);
      if (!found || lowered.falls_by.is.value == 0) continue;  // to the last bit as it was
      HazardFactor factor;
      factor.when.flag = {*scenario.children.supported};
      factor.times.is = Number{1};
      // Whoever has support has all of it: what grows with the change is how many have it.
      edit_value(factor.times, offer.effect, scenario.clock,
                 [&](Number, double) { return Number{1 - lowered.falls_by.is.value}; });
      factor.place = lowered.place;
      scenario.while_waiting[*found].factors.push_back(std::move(factor));
    }
  }
}

bool leads_to(const NextRule& rule, const std::string& step) {
  return rule.split.find(step) != nullptr;
}

// So many more of those who come to a split go to the step, in proportion from every other way.
void redirect(NextRule& rule, const std::string& step, double part, const Effect& effect,
              const Clock& clock) {
  for (Branch& branch : rule.split)
    edit_value(branch.share, effect, clock, [&](Fraction is, double share) {
      const double taken = share > 0 ? part : 0;
      return Fraction{branch.name == step ? is.value + taken * (1 - is.value) : is.value * (1 - taken)};
    });
}

void meet_needs(Pathway& support, const Offer& offer, const Clock& clock, Diagnostics& diagnostics) {
  const double part = offer.change.needs_met.is.value;
  bool found = false;
  for (const Step& met : support.steps) {
    if (met.meets_needs_of.empty()) continue;
    for (Step& before : support.steps)
      for (NextRule& rule : before.next) {
        if (!leads_to(rule, met.name)) continue;
        found = true;
        redirect(rule, met.name, part, offer.effect, clock);
      }
  }
  if (!found && part > 0)
    diagnostics.error(Code::inconsistent, offer.change.needs_met.place, offer.path + ".needs met",
                      "no split of '" + support.name + "' leads to a step that meets needs",
                      "give the pathway a step with `meets needs of`, and a split that leads to it");
}

}  // namespace

void intervene(Scenario& scenario, const OfferSupportWhileWaiting& change, Diagnostics& diagnostics) {
  const std::string path = "interventions.offer support while waiting";
  const auto support = resolve(change.support, scenario.pathways, "pathway", path + ".support", diagnostics);
  const auto effect = effect_of(change.terms, scenario.clock, change.place, path, diagnostics);
  if (!support || !effect) return;
  const Offer offer{change, *effect, path};
  widen_everywhere(scenario, offer, diagnostics);
  lower_hazards(scenario, offer, diagnostics);
  meet_needs(scenario.pathways[*support], offer, scenario.clock, diagnostics);
  if (change.team) {
    Team* team = find_team(scenario, *change.team, path + ".team", diagnostics);
    if (team != nullptr)
      add_staff(*team, change.staff.is.value, *effect, scenario.clock, change.staff.place, path + ".staff",
                diagnostics);
  } else if (change.staff.is.value > 0) {
    diagnostics.error(Code::missing_field, change.staff.place, path + ".team",
                      "it is not said which team has the staff", "name it: `team: …`");
  }
  book(scenario, change.terms, *effect, "offer support while waiting");
}

}  // namespace sendcap::scenario
