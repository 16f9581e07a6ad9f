#pragma once

#include <string>
#include <string_view>

#include "sendcap/scenario/interventions/new_provision.hpp"
#include "sendcap/scenario/language/declaration.hpp"

namespace sendcap::scenario {

class Diagnostics;
struct Scenario;

/// A new special school.
struct OpenSpecialSchool {
  std::string school;
  NewProvision opened;
  Place place;

  static constexpr std::string_view kTitle = "open a special school";
  static constexpr std::string_view kSummary =
      "A new special school that fills over years, one tranche after another; its opening may slip.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("school", &OpenSpecialSchool::school, "Its name.",
                Rule{.required = true, .example = "new autism school"});
    visit.inlined(&OpenSpecialSchool::opened);
  }
};

void intervene(Scenario& scenario, const OpenSpecialSchool& change, Diagnostics& diagnostics);

}  // namespace sendcap::scenario
