#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sendcap/scenario/interventions/tranche.hpp"
#include "sendcap/scenario/language/declaration.hpp"
#include "sendcap/scenario/language/distribution_spec.hpp"
#include "sendcap/scenario/language/value.hpp"
#include "sendcap/scenario/provision.hpp"

namespace sendcap::scenario {

class Diagnostics;
struct Scenario;

/// A new mainstream autism base.
struct OpenAutismBase {
  std::string base;
  Name district;
  std::vector<Tranche> tranches;
  std::optional<AgeSpan> ages;
  std::vector<Name> needs;
  std::vector<Name> flags;
  std::optional<DistributionSpec> stay;
  std::vector<NextRule> afterwards;
  ProvisionCost cost;
  Value<Money> capital;
  Place place;

  static constexpr std::string_view kTitle = "open an autism base";
  static constexpr std::string_view kSummary =
      "A new autism base in a mainstream school, its places opening in tranches.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("base", &OpenAutismBase::base, "Its name.",
                Rule{.required = true, .example = "Redditch first school base"});
    visit.field("district", &OpenAutismBase::district, "Where it is.", Rule{.required = true});
    visit.field("tranches", &OpenAutismBase::tranches, "The places as they open, in order of date.",
                Rule{.required = true});
    visit.field("ages", &OpenAutismBase::ages, "The ages it takes.", Rule{.example = "4 to 10"});
    visit.field("needs", &OpenAutismBase::needs, "The primary needs it is for; any unless given.");
    visit.field("flags", &OpenAutismBase::flags, "Flags a child must have.", Rule{.example = "autistic"});
    visit.field("stay", &OpenAutismBase::stay,
                "How long a child stays; unless given, until the end of its ages.");
    visit.field("afterwards", &OpenAutismBase::afterwards,
                "Where children go who leave, as for a provision.");
    visit.field("cost", &OpenAutismBase::cost, "What it costs to run.");
    visit.field("capital", &OpenAutismBase::capital,
                "What the building costs, spent by the council on the day the first places open.",
                Rule{.least = 0, .example = "£120,000"});
  }
};

void intervene(Scenario& scenario, const OpenAutismBase& change, Diagnostics& diagnostics);

}  // namespace sendcap::scenario
