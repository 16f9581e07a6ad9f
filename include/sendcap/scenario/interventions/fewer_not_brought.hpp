#pragma once

#include <string_view>
#include <vector>

#include "sendcap/scenario/interventions/terms.hpp"
#include "sendcap/scenario/language/declaration.hpp"
#include "sendcap/scenario/language/value.hpp"

namespace sendcap::scenario {

class Diagnostics;
struct Scenario;

/// Fewer children are not brought to their appointment.
struct FewerNotBrought {
  std::vector<Name> clinics;
  Value<Fraction> points;
  Terms terms;
  Place place;

  static constexpr std::string_view kTitle = "fewer not brought";
  static constexpr std::string_view kSummary =
      "Fewer children are not brought to their appointment (reminders, help with transport, a choice of "
      "times).";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("clinics", &FewerNotBrought::clinics, "The clinics.", Rule{.required = true});
    visit.field("points", &FewerNotBrought::points,
                "Percentage points taken off the chance of not being brought, which never falls below none.",
                Rule{.required = true, .least = 0, .most = 1, .example = "{is: 4%, range: [3%, 5%]}"});
    visit.inlined(&FewerNotBrought::terms);
  }
};

void intervene(Scenario& scenario, const FewerNotBrought& change, Diagnostics& diagnostics);

}  // namespace sendcap::scenario
