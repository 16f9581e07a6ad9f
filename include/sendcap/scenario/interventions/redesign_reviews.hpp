#pragma once

#include <optional>
#include <string_view>

#include "sendcap/scenario/interventions/terms.hpp"
#include "sendcap/scenario/language/declaration.hpp"
#include "sendcap/scenario/language/value.hpp"

namespace sendcap::scenario {

class Diagnostics;
struct Scenario;

/// Fewer reviews: further apart, or handed over.
struct RedesignReviews {
  Name pathway;
  Name wait;
  Value<Fraction> longer_by;
  Value<Fraction> handed_over;
  std::optional<Name> leads_to;
  Terms terms;
  Place place;

  static constexpr std::string_view kTitle = "redesign reviews";
  static constexpr std::string_view kSummary =
      "Reviews take fewer slots: they are further apart, or a share of the children who would wait for the "
      "next "
      "one is handed over instead (to the GP under shared care, or to come back when the family asks). Who "
      "is "
      "in the wait already has the next review as before.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("pathway", &RedesignReviews::pathway, "The pathway.", Rule{.required = true});
    visit.field("wait", &RedesignReviews::wait, "The step in which children wait for the next review.",
                Rule{.required = true, .example = "until the next review"});
    visit.field("longer by", &RedesignReviews::longer_by, "How much longer that wait is.",
                Rule{.least = 0, .most = 10, .example = "{is: 30%, range: [20%, 40%]}"});
    visit.field("handed over", &RedesignReviews::handed_over,
                "The share, each time, of those who would begin the wait.",
                Rule{.least = 0, .most = 1, .example = "{is: 10%, range: [0%, 20%]}"});
    visit.field("leads to", &RedesignReviews::leads_to, "The outcome or step of those handed over.",
                Rule{.example = "discharged"});
    visit.inlined(&RedesignReviews::terms);
  }
};

void intervene(Scenario& scenario, const RedesignReviews& change, Diagnostics& diagnostics);

}  // namespace sendcap::scenario
