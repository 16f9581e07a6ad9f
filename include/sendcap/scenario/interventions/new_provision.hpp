#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "sendcap/scenario/interventions/opening.hpp"
#include "sendcap/scenario/language/declaration.hpp"
#include "sendcap/scenario/language/distribution_spec.hpp"
#include "sendcap/scenario/language/value.hpp"
#include "sendcap/scenario/provision.hpp"

namespace sendcap::scenario {

/// Requests that would not have been made had the places not opened.
struct FurtherRequests {
  std::vector<Name> of;
  Value<Fraction> rise_by;
  Place place;

  static constexpr std::string_view kTitle = "further requests";
  static constexpr std::string_view kSummary =
      "Requests that are made because there are places now: of the children for whom they are, in their "
      "district, from the day they open.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("of", &FurtherRequests::of, "What happens more often, as named in `while waiting`.",
                Rule{.required = true, .example = "[special place asked in the year]"});
    visit.field("rise by", &FurtherRequests::rise_by, "By how much more often; no more unless given.",
                Rule{.least = 0, .most = 10, .example = "{is: 0%, range: [0%, 40%]}"});
  }
};

/// A new school, base or unit: where it is, for whom, and how its places open.
struct NewProvision {
  Name district;
  Opening opening;
  std::optional<AgeSpan> ages;
  std::vector<Name> needs;
  std::vector<Name> flags;
  std::optional<DistributionSpec> stay;
  std::vector<NextRule> afterwards;
  ProvisionCost cost;
  std::optional<FurtherRequests> further_requests;

  static constexpr std::string_view kTitle = "new provision";
  static constexpr std::string_view kSummary = "A new school, base or unit.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("district", &NewProvision::district, "Where it is.", Rule{.required = true});
    visit.inlined(&NewProvision::opening);
    visit.field("ages", &NewProvision::ages, "The ages it takes.", Rule{.example = "4 to 10"});
    visit.field("needs", &NewProvision::needs, "The primary needs it is for; any unless given.");
    visit.field("flags", &NewProvision::flags, "Flags a child must have.", Rule{.example = "autistic"});
    visit.field("stay", &NewProvision::stay,
                "How long a child stays; unless given, until the end of its ages.");
    visit.field("afterwards", &NewProvision::afterwards, "Where children go who leave, as for a provision.");
    visit.field("cost", &NewProvision::cost, "What it costs to run.");
    visit.field("further requests", &NewProvision::further_requests,
                "Requests that are made because there are places now; none unless given.");
  }
};

}  // namespace sendcap::scenario
