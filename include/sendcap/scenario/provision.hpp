#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sendcap/scenario/children.hpp"
#include "sendcap/scenario/language/declaration.hpp"
#include "sendcap/scenario/language/distribution_spec.hpp"
#include "sendcap/scenario/language/named.hpp"
#include "sendcap/scenario/language/value.hpp"

namespace sendcap::scenario {

/// The kinds of setting in which a child can have a place.
enum class ProvisionKind {
  special_school,
  autism_base,
  sen_unit,
  independent_special_school,
  mainstream,
  post_16,
  alternative_provision,
};

inline constexpr std::array<std::string_view, 7> enum_words(ProvisionKind) {
  return {"special school", "autism base",          "SEN unit", "independent special school", "mainstream",
          "post-16",        "alternative provision"};
}

/// What a child who waits for a place is looking for.
struct PlaceRequest {
  std::vector<ProvisionKind> kinds;
  Place place;

  static constexpr std::string_view kTitle = "place request";
  static constexpr std::string_view kSummary =
      "A wait for a school place: the child is matched in a placement round, stays, and goes on when "
      "leaving.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("kinds", &PlaceRequest::kinds, "The kinds of provision that would do.",
                Rule{.required = true, .example = "[autism base, special school]"});
  }
};

/// A school or base with places.
struct Provision {
  std::string name;
  ProvisionKind kind = ProvisionKind::special_school;
  Name district;
  Value<Capacity> places;
  std::optional<AgeSpan> ages;
  std::vector<Name> needs;
  std::vector<Name> flags;
  Value<Whole> at_start;
  std::optional<DistributionSpec> stay;
  std::optional<DistributionSpec> remaining_stay;
  std::optional<Name> mix;
  Place place;

  static constexpr std::string_view kTitle = "provision";
  static constexpr std::string_view kSummary =
      "A school, base or unit with places, and the children it is for.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("kind", &Provision::kind, "What kind of provision it is.", Rule{.required = true});
    visit.field("district", &Provision::district, "Where it is.", Rule{.required = true});
    visit.field("places", &Provision::places, "How many children it can take.",
                Rule{.required = true, .least = 0, .example = "{is: 362, then: {2026-01-01: 398}}"});
    visit.field("ages", &Provision::ages, "The ages it takes; any unless given.", Rule{.example = "4 to 18"});
    visit.field("needs", &Provision::needs, "The primary needs it is designated for; any unless given.");
    visit.field("flags", &Provision::flags, "Flags a child must have (whatever the primary need).");
    visit.field("at start", &Provision::at_start, "Children placed there at the start.", Rule{.least = 0});
    visit.field("stay", &Provision::stay, "How long a child stays; unless given, until the end of its ages.");
    visit.field(
        "remaining stay", &Provision::remaining_stay,
        "How much longer the children placed at the start stay; unless given, an even share of a stay drawn "
        "afresh.");
    visit.field("mix", &Provision::mix, "The mix from which the children placed at the start are drawn.");
  }
};

/// The longest journey for children of an age.
struct TravelLimit {
  AgeSpan age;
  Value<Duration> journey;
  Place place;

  static constexpr std::string_view kTitle = "travel limit";
  static constexpr std::string_view kSummary =
      "The longest journey to a place, each way, for children of an age.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("age", &TravelLimit::age, "The ages.", Rule{.required = true, .example = "under 11"});
    visit.field("journey", &TravelLimit::journey, "The longest journey.",
                Rule{.required = true, .least = 0, .example = "45 min"});
  }
};

/// Which waiting child is placed first.
enum class PlacementRule { longest_wait, first_come };

inline constexpr std::array<std::string_view, 2> enum_words(PlacementRule) {
  return {"longest wait", "first come"};
}

/// The rounds in which waiting children are matched to free places.
struct Placement {
  Date first_round{20089};
  Duration every{28};
  PlacementRule rule = PlacementRule::longest_wait;
  std::vector<TravelLimit> travel_limits;
  Place place;

  static constexpr std::string_view kTitle = "placement";
  static constexpr std::string_view kSummary =
      "The rounds in which waiting children are matched to free places that suit them within the travel "
      "limit.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("first round", &Placement::first_round, "Day of the first round.",
                Rule{.example = "2025-01-15"});
    visit.field("every", &Placement::every, "Time from one round to the next.",
                Rule{.least = 0, .above_least = true, .example = "4 weeks"});
    visit.field(
        "rule", &Placement::rule,
        "Which child comes first: `longest wait` since referral, or `first come` since a place was agreed.");
    visit.field("travel limits", &Placement::travel_limits,
                "The longest journey by age; the first that fits a child holds, no limit unless one fits.");
  }
};

}  // namespace sendcap::scenario
