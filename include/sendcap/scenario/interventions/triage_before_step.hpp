#pragma once

#include <optional>
#include <string_view>

#include "sendcap/scenario/interventions/step_team.hpp"
#include "sendcap/scenario/interventions/terms.hpp"
#include "sendcap/scenario/language/declaration.hpp"
#include "sendcap/scenario/language/value.hpp"

namespace sendcap::scenario {

class Diagnostics;
struct Scenario;

/// A triage or advice line that children meet before a step.
struct TriageBeforeStep {
  Name pathway;
  Name step;
  StepTeam by;
  Value<Fraction> share{Fraction{1.0}};
  Value<Fraction> resolved;
  Name resolved_to;
  Value<Fraction> redirected;
  std::optional<Name> redirected_to;
  Terms terms;
  Place place;

  static constexpr std::string_view kTitle = "triage before a step";
  static constexpr std::string_view kSummary =
      "Before they come to a step, children meet a triage or advice team: some are resolved with advice, "
      "some "
      "redirected, and the rest go on to the step. It is no first contact. Who waits at the step already "
      "stays "
      "there.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("pathway", &TriageBeforeStep::pathway, "The pathway.", Rule{.required = true});
    visit.field("step", &TriageBeforeStep::step, "The step before which it stands.",
                Rule{.required = true, .example = "assessment"});
    visit.inlined(&TriageBeforeStep::by);
    visit.field("share", &TriageBeforeStep::share, "The share of children who meet it.",
                Rule{.least = 0, .most = 1, .example = "80%"});
    visit.field("resolved", &TriageBeforeStep::resolved, "The share of these resolved with advice.",
                Rule{.least = 0, .most = 1, .example = "{is: 26%, range: [10%, 35%]}"});
    visit.field("resolved to", &TriageBeforeStep::resolved_to, "The outcome (or step) of those resolved.",
                Rule{.required = true, .example = "discharged"});
    visit.field("redirected", &TriageBeforeStep::redirected, "The share of these sent elsewhere.",
                Rule{.least = 0, .most = 1, .example = "{is: 10%, range: [0%, 24%]}"});
    visit.field("redirected to", &TriageBeforeStep::redirected_to,
                "The outcome (or step) of those redirected; that of those resolved unless given.",
                Rule{.example = "returned to referrer"});
    visit.inlined(&TriageBeforeStep::terms);
  }
};

void intervene(Scenario& scenario, const TriageBeforeStep& change, Diagnostics& diagnostics);

}  // namespace sendcap::scenario
