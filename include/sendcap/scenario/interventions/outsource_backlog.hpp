#pragma once

#include <optional>
#include <string_view>

#include "sendcap/scenario/interventions/terms.hpp"
#include "sendcap/scenario/language/declaration.hpp"
#include "sendcap/scenario/language/value.hpp"

namespace sendcap::scenario {

class Diagnostics;
struct Scenario;

/// Assessments bought from outside for those who have waited longest.
struct OutsourceBacklog {
  Name pathway;
  Name step;
  Value<Whole> assessments;
  Value<Money> price;
  Payer paid_by = Payer::nhs;
  std::optional<Name> leads_to;
  Terms terms;
  Place place;

  static constexpr std::string_view kTitle = "outsource a backlog";
  static constexpr std::string_view kSummary =
      "So many assessments are bought from outside, spread evenly (growing, with a `ramp`) over the time "
      "from "
      "the beginning of the effect to `until`. Those who have waited longest at the step are taken, and the "
      "service's own staff and slots are not used. Only what is done is paid; afterwards the list is left to "
      "itself.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("pathway", &OutsourceBacklog::pathway, "The pathway.", Rule{.required = true});
    visit.field("step", &OutsourceBacklog::step, "The step at which they wait.",
                Rule{.required = true, .example = "assessment"});
    visit.field("assessments", &OutsourceBacklog::assessments, "How many are bought in all.",
                Rule{.required = true, .least = 0, .example = "{is: 900, range: [600, 900]}"});
    visit.field("price", &OutsourceBacklog::price, "The price of each that is done.",
                Rule{.required = true, .least = 0, .example = "£1,333"});
    visit.field("paid by", &OutsourceBacklog::paid_by, "Whose money it is.");
    visit.field("leads to", &OutsourceBacklog::leads_to,
                "The step or outcome that follows; unless given, as after the step.",
                Rule{.example = "feedback"});
    visit.inlined(&OutsourceBacklog::terms);
  }
};

void intervene(Scenario& scenario, const OutsourceBacklog& change, Diagnostics& diagnostics);

}  // namespace sendcap::scenario
