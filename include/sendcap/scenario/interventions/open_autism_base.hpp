#pragma once

#include <string>
#include <string_view>

#include "sendcap/scenario/interventions/new_provision.hpp"
#include "sendcap/scenario/language/declaration.hpp"

namespace sendcap::scenario {

class Diagnostics;
struct Scenario;

/// A new mainstream autism base.
struct OpenAutismBase {
  std::string base;
  NewProvision opened;
  Place place;

  static constexpr std::string_view kTitle = "open an autism base";
  static constexpr std::string_view kSummary =
      "A new autism base in a mainstream school, its places opening in tranches.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("base", &OpenAutismBase::base, "Its name.",
                Rule{.required = true, .example = "Redditch first school base"});
    visit.inlined(&OpenAutismBase::opened);
  }
};

void intervene(Scenario& scenario, const OpenAutismBase& change, Diagnostics& diagnostics);

}  // namespace sendcap::scenario
