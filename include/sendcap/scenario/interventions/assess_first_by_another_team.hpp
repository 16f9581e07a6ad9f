#pragma once

#include <string_view>

#include "sendcap/scenario/interventions/step_team.hpp"
#include "sendcap/scenario/interventions/terms.hpp"
#include "sendcap/scenario/language/declaration.hpp"
#include "sendcap/scenario/language/value.hpp"

namespace sendcap::scenario {

class Diagnostics;
struct Scenario;

/// Skill mix: some children are assessed first by nurses or therapists, and only some of these need the
/// doctor afterwards.
struct AssessFirstByAnotherTeam {
  Name pathway;
  Name step;
  StepTeam by;
  Value<Fraction> share{Fraction{1.0}};
  Value<Fraction> need_no_more;
  Name leads_to;
  Terms terms;
  Place place;

  static constexpr std::string_view kTitle = "assess first by another team";
  static constexpr std::string_view kSummary =
      "Skill mix: of the children who would go to a step (a first appointment with a doctor), a share is "
      "assessed by another team first (nurses, therapists). Some of these need nothing more; the rest go on "
      "to "
      "the step. Who waits at the step already stays there.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("pathway", &AssessFirstByAnotherTeam::pathway, "The pathway.", Rule{.required = true});
    visit.field("step", &AssessFirstByAnotherTeam::step, "The step before which it stands.",
                Rule{.required = true, .example = "first appointment"});
    visit.inlined(&AssessFirstByAnotherTeam::by);
    visit.field("share", &AssessFirstByAnotherTeam::share, "The share of children assessed by it first.",
                Rule{.least = 0, .most = 1, .example = "{is: 60%, range: [40%, 80%]}"});
    visit.field("need no more", &AssessFirstByAnotherTeam::need_no_more,
                "The share of these who do not need the step afterwards.",
                Rule{.least = 0, .most = 1, .example = "{is: 52%, range: [30%, 60%]}"});
    visit.field("leads to", &AssessFirstByAnotherTeam::leads_to, "The step or outcome to which those go.",
                Rule{.required = true, .example = "discharged"});
    visit.inlined(&AssessFirstByAnotherTeam::terms);
  }
};

void intervene(Scenario& scenario, const AssessFirstByAnotherTeam& change, Diagnostics& diagnostics);

}  // namespace sendcap::scenario
