#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sendcap/scenario/interventions/opening.hpp"
#include "sendcap/scenario/language/declaration.hpp"
#include "sendcap/scenario/language/distribution_spec.hpp"
#include "sendcap/scenario/provision.hpp"

namespace sendcap::scenario {

class Diagnostics;
struct Scenario;

/// A satellite or post-16 unit of a school that there is.
struct OpenUnitOfSchool {
  std::string unit;
  Name of;
  Opening opening;
  std::optional<Name> district;
  std::optional<AgeSpan> ages;
  std::optional<DistributionSpec> stay;
  std::vector<NextRule> afterwards;
  Place place;

  static constexpr std::string_view kTitle = "open a unit of a school";
  static constexpr std::string_view kSummary =
      "A satellite or post-16 unit: of the kind, for the needs and flags, and at the cost of a child and a "
      "place of the school it belongs to, but with a place, ages and a roll of its own.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("unit", &OpenUnitOfSchool::unit, "Its name.",
                Rule{.required = true, .example = "Hillside School sixth form"});
    visit.field("of", &OpenUnitOfSchool::of, "The school it belongs to.",
                Rule{.required = true, .example = "Hillside School"});
    visit.inlined(&OpenUnitOfSchool::opening);
    visit.field("district", &OpenUnitOfSchool::district, "Where it is; where the school is unless given.");
    visit.field("ages", &OpenUnitOfSchool::ages, "The ages it takes; those of the school unless given.",
                Rule{.example = "16 to 18"});
    visit.field("stay", &OpenUnitOfSchool::stay,
                "How long a child stays; unless given, until the end of its ages.");
    visit.field("afterwards", &OpenUnitOfSchool::afterwards,
                "Where children go who leave; as after the school unless given.");
  }
};

void intervene(Scenario& scenario, const OpenUnitOfSchool& change, Diagnostics& diagnostics);

}  // namespace sendcap::scenario
