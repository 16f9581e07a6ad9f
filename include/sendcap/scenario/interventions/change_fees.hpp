#pragma once

#include <string_view>
#include <vector>

#include "sendcap/scenario/interventions/terms.hpp"
#include "sendcap/scenario/language/declaration.hpp"
#include "sendcap/scenario/language/value.hpp"

namespace sendcap::scenario {

class Diagnostics;
struct Scenario;

/// Other fees for children placed somewhere: a cap, a framework of prices, a rise.
struct ChangeFees {
  std::vector<Name> provision;
  Value<Fraction> by;
  Terms terms;
  Place place;

  static constexpr std::string_view kTitle = "change fees";
  static constexpr std::string_view kSummary =
      "Other fees at some provision from a date on, such as a cap or a rise: what each child there costs.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("provision", &ChangeFees::provision, "The provision.",
                Rule{.required = true, .example = "[independent special schools]"});
    visit.field("by", &ChangeFees::by, "The change of what a child costs a year.",
                Rule{.required = true, .least = -1, .most = 10, .example = "{is: -5%, range: [-10%, 0%]}"});
    visit.inlined(&ChangeFees::terms);
  }
};

void intervene(Scenario& scenario, const ChangeFees& change, Diagnostics& diagnostics);

}  // namespace sendcap::scenario
