#pragma once

#include <optional>
#include <string_view>

#include "sendcap/scenario/interventions/opening.hpp"
#include "sendcap/scenario/language/declaration.hpp"

namespace sendcap::scenario {

class Diagnostics;
struct Scenario;

/// More places at a school, base or unit that there is.
struct ExpandSchool {
  Name school;
  std::optional<Name> group;
  Opening opening;
  Place place;

  static constexpr std::string_view kTitle = "expand a school";
  static constexpr std::string_view kSummary =
      "More places at a special school, base or unit that there is, opening in tranches. They cost to run "
      "what the school's places cost.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("school", &ExpandSchool::school, "The school, base or unit.",
                Rule{.required = true, .example = "Hillside School"});
    visit.field("group", &ExpandSchool::group,
                "Which of its groups of places (a phase, a year group); needed when it has groups.",
                Rule{.example = "primary"});
    visit.inlined(&ExpandSchool::opening);
  }
};

void intervene(Scenario& scenario, const ExpandSchool& change, Diagnostics& diagnostics);

}  // namespace sendcap::scenario
