#pragma once

#include <string_view>

#include "sendcap/scenario/interventions/terms.hpp"
#include "sendcap/scenario/language/declaration.hpp"
#include "sendcap/scenario/language/value.hpp"

namespace sendcap::scenario {

class Diagnostics;
struct Scenario;

/// A triage that there is resolves more, in the time it takes now.
struct ResolveMoreAtTriage {
  Name pathway;
  Name step;
  Name instead_of;
  Name leads_to;
  Value<Fraction> share;
  Terms terms;
  Place place;

  static constexpr std::string_view kTitle = "resolve more at triage";
  static constexpr std::string_view kSummary =
      "Of the children whom a step (a triage, an advice line) would send on to another, a share is resolved "
      "and "
      "goes elsewhere. The step takes the same time as before.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("pathway", &ResolveMoreAtTriage::pathway, "The pathway.", Rule{.required = true});
    visit.field("step", &ResolveMoreAtTriage::step, "The triage.",
                Rule{.required = true, .example = "screening"});
    visit.field("instead of", &ResolveMoreAtTriage::instead_of, "The step to which they would have gone.",
                Rule{.required = true, .example = "assessment"});
    visit.field("leads to", &ResolveMoreAtTriage::leads_to, "The outcome or step to which they go.",
                Rule{.required = true, .example = "discharged"});
    visit.field("share", &ResolveMoreAtTriage::share, "The share of those who would have gone there.",
                Rule{.required = true, .least = 0, .most = 1, .example = "{is: 15%, range: [0%, 26%]}"});
    visit.inlined(&ResolveMoreAtTriage::terms);
  }
};

void intervene(Scenario& scenario, const ResolveMoreAtTriage& change, Diagnostics& diagnostics);

}  // namespace sendcap::scenario
