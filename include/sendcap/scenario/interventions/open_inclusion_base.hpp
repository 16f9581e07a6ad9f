#pragma once

#include <string>
#include <string_view>

#include "sendcap/scenario/interventions/new_provision.hpp"
#include "sendcap/scenario/language/declaration.hpp"

namespace sendcap::scenario {

class Diagnostics;
struct Scenario;

/// A new base or unit in a mainstream school, for whatever needs.
struct OpenInclusionBase {
  std::string base;
  NewProvision opened;
  Place place;

  static constexpr std::string_view kTitle = "open an inclusion base";
  static constexpr std::string_view kSummary =
      "A new base or unit in a mainstream school for other needs than autism (a provision of the kind `SEN "
      "unit`), its places opening in tranches.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("base", &OpenInclusionBase::base, "Its name.",
                Rule{.required = true, .example = "Evesham inclusion base"});
    visit.inlined(&OpenInclusionBase::opened);
  }
};

void intervene(Scenario& scenario, const OpenInclusionBase& change, Diagnostics& diagnostics);

}  // namespace sendcap::scenario
