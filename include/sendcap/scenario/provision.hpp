#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sendcap/scenario/children.hpp"
#include "sendcap/scenario/geography.hpp"
#include "sendcap/scenario/language/declaration.hpp"
#include "sendcap/scenario/language/distribution_spec.hpp"
#include "sendcap/scenario/language/named.hpp"
#include "sendcap/scenario/language/value.hpp"
#include "sendcap/scenario/routing.hpp"

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
  early_years,
  eotas,
  home_education,
  not_in_education,
};
inline constexpr std::size_t kProvisionKindCount = 11;

inline constexpr std::array<std::string_view, kProvisionKindCount> enum_words(ProvisionKind) {
  return {"special school",
          "autism base",
          "SEN unit",
          "independent special school",
          "mainstream",
          "post-16",
          "alternative provision",
          "early years",
          "EOTAS",
          "home education",
          "not in education"};
}

/// What a child who waits for a place is looking for.
struct PlaceRequest {
  std::vector<ProvisionKind> kinds;
  Place place;

  static constexpr std::string_view kTitle = "place request";
  static constexpr std::string_view kSummary =
      "A wait for a school place, in whatever provision the child is meanwhile. The child is matched in a "
      "placement round, moves there, and the case goes on.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("kinds", &PlaceRequest::kinds, "The kinds of provision that would do.",
                Rule{.required = true, .example = "[autism base, special school]"});
  }
};

/// Places for children of some school years.
struct PlacesGroup {
  std::string name;
  AgeSpan ages;
  Value<Capacity> places;
  Place place;

  static constexpr std::string_view kTitle = "places group";
  static constexpr std::string_view kSummary = "Places for children of some ages (a phase, a year group).";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("ages", &PlacesGroup::ages, "The ages, at the beginning of the school year.",
                Rule{.required = true, .example = "4 to 10"});
    visit.field("places", &PlacesGroup::places, "How many children it can take.",
                Rule{.required = true, .least = 0, .example = "12"});
  }
};

/// What a provision costs, and who pays.
struct ProvisionCost {
  Value<Money> per_place;
  Value<Money> per_child;
  Value<Money> over_number;
  Value<Money> transport;
  Place place;

  static constexpr std::string_view kTitle = "provision cost";
  static constexpr std::string_view kSummary =
      "What a provision costs in a year, paid from the high-needs block except for transport (the council).";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("per place", &ProvisionCost::per_place, "For each place a year, whether taken or not.",
                Rule{.least = 0, .example = "£10,000"});
    visit.field("per child", &ProvisionCost::per_child,
                "For each child with a plan there a year (top-up, fee, package).",
                Rule{.least = 0, .example = "£14,000"});
    visit.field("over number", &ProvisionCost::over_number,
                "In place of `per place`, for each child a year beyond the places there are.",
                Rule{.least = 0, .example = "£16,000"});
    visit.field("transport", &ProvisionCost::transport,
                "Journeys to it, for each child with a plan there a year, on average.",
                Rule{.least = 0, .example = "£7,500"});
  }
};

/// A school, base or other setting in which a child can be.
struct Provision {
  std::string name;
  ProvisionKind kind = ProvisionKind::special_school;
  std::optional<Name> district;
  bool out_of_county = false;
  std::optional<Value<Capacity>> places;
  Named<PlacesGroup> groups;
  Value<Whole> over_number;
  std::optional<AgeSpan> ages;
  std::vector<Name> needs;
  std::vector<Name> flags;
  std::vector<Name> takes_from;
  Value<Whole> at_start;
  std::optional<DistributionSpec> stay;
  std::optional<DistributionSpec> remaining_stay;
  std::vector<NextRule> afterwards;
  std::optional<Name> mix;
  ProvisionCost cost;
  Place place;

  static constexpr std::string_view kTitle = "provision";
  static constexpr std::string_view kSummary =
      "A school, base or other setting in which a child can be, the places it has and the children it is "
      "for. "
      "Ages are those at the beginning of the school year (1 September).";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("kind", &Provision::kind, "What kind of provision it is.", Rule{.required = true});
    visit.field("district", &Provision::district,
                "Where it is. Unless given, it is everywhere and no journey counts.");
    visit.field("out of county", &Provision::out_of_county, "Whether it lies outside the county.");
    visit.field("places", &Provision::places, "How many children it can take. Give either this or `groups`.",
                Rule{.least = 0, .example = "{is: 362, then: {2026-01-01: 398}}"});
    visit.field(
        "groups", &Provision::groups, "Places by phase or year group, each for its own ages.",
        Rule{.example = "{primary: {ages: 4 to 10, places: 12}, secondary: {ages: 11 to 15, places: 10}}"});
    visit.field("over number", &Provision::over_number,
                "Children it may take beyond its places (in each of its groups), see `placement`.",
                Rule{.least = 0, .example = "10"});
    visit.field("ages", &Provision::ages, "The ages it takes; any unless given.", Rule{.example = "4 to 18"});
    visit.field("needs", &Provision::needs, "The primary needs it is designated for; any unless given.");
    visit.field("flags", &Provision::flags, "Flags a child must have (whatever the primary need).");
    visit.field("takes from", &Provision::takes_from,
                "The districts whose children are given places there; any unless given.",
                Rule{.example = "[Redditch, Bromsgrove]"});
    visit.field("at start", &Provision::at_start, "Children placed there at the start.", Rule{.least = 0});
    visit.field("stay", &Provision::stay,
                "How long a child stays at most; unless given, until the end of its ages.");
    visit.field(
        "remaining stay", &Provision::remaining_stay,
        "How much longer the children placed at the start stay; unless given, an even share of a stay drawn "
        "afresh.");
    visit.field("afterwards", &Provision::afterwards,
                "Where children go who leave at the end of the ages or of the stay: another provision, a "
                "pathway to enter (a wait for a place is entered ahead, when requests for the September "
                "transfer are made), or `plan ends`. Unless given, `plan ends`.",
                Rule{.example = "{split: {further education: 60%, plan ends: 40%}}"});
    visit.field("mix", &Provision::mix, "The mix from which the children placed at the start are drawn.");
    visit.field("cost", &Provision::cost, "What it costs.");
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

/// How children and free places are matched.
enum class MatchingRule { greedy, optimal };

inline constexpr std::array<std::string_view, 2> enum_words(MatchingRule) {
  return {"greedy", "optimal"};
}

/// A day that comes every year. In a file: `15 February`.
struct DayOfYear {
  Whole month{1};
  Whole day{1};
  Place place;

  static constexpr std::string_view kTitle = "day of the year";
  static constexpr std::string_view kSummary = "A day that comes every year: `15 February`.";
  static constexpr std::string_view kShortSchema =
      R"({"type": "string", "pattern": "^[0-9]{1,2} [A-Z][a-z]+$"})";
  static constexpr std::string_view kShortWords = "a day such as `15 February`";
  static bool read_short(Reader& reader, const Node& node, DayOfYear& day);
  static std::optional<Node> write_short(const DayOfYear& day);
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("month", &DayOfYear::month, "Month, 1 to 12.", Rule{.least = 1, .most = 12});
    visit.field("day", &DayOfYear::day, "Day of the month.", Rule{.least = 1, .most = 31});
  }
};

/// Children who ask for another setting when they change phase.
struct TransferRequest {
  std::vector<ProvisionKind> from;
  Condition when;
  Value<Fraction> share;
  Name enters;
  Place place;

  static constexpr std::string_view kTitle = "transfer request";
  static constexpr std::string_view kSummary =
      "Children with a plan for whom another kind of setting is asked when they change phase. Their age is "
      "that of the coming September.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("from", &TransferRequest::from, "The kinds of provision in which they are.",
                Rule{.required = true, .example = "[mainstream]"});
    visit.field("when", &TransferRequest::when, "Only these children.");
    visit.field("share", &TransferRequest::share, "The share of them for whom it is asked.",
                Rule{.required = true, .least = 0, .most = 1, .example = "12%"});
    visit.field("enters", &TransferRequest::enters, "The pathway entered; its first step waits for a place.",
                Rule{.required = true, .example = "specialist place"});
  }
};

/// The yearly transfer between phases.
struct PhaseTransfer {
  DayOfYear requests{Whole{10}, Whole{31}, {}};
  DayOfYear decided{Whole{2}, Whole{15}, {}};
  DayOfYear decided_post_16{Whole{3}, Whole{31}, {}};
  Whole post_16_age{16};
  std::vector<TransferRequest> asked;
  Place place;

  static constexpr std::string_view kTitle = "phase transfer";
  static constexpr std::string_view kSummary =
      "The yearly transfer between phases: places for 1 September are given ahead, by 15 February, and by "
      "31 March to those who move on after 16 (SEND Regulations 2014, regulation 18).";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("requests", &PhaseTransfer::requests, "Day on which requests for September are made.",
                Rule{.example = "31 October"});
    visit.field("decided", &PhaseTransfer::decided, "Day on which places for September are given.",
                Rule{.example = "15 February"});
    visit.field("decided post-16", &PhaseTransfer::decided_post_16,
                "Day on which places for September are given to those who move on after 16.",
                Rule{.example = "31 March"});
    visit.field("post-16 age", &PhaseTransfer::post_16_age,
                "Age in September from which the later day holds.", Rule{.least = 1, .most = 25});
    visit.field("asked", &PhaseTransfer::asked,
                "Who asks for another setting; the first rule that fits a child holds.");
  }
};

/// The rounds in which waiting children are matched to free places.
struct Placement {
  Date first_round{20089};
  Duration every{28};
  PlacementRule rule = PlacementRule::longest_wait;
  MatchingRule matching = MatchingRule::greedy;
  std::vector<TravelLimit> travel_limits;
  std::optional<Value<Duration>> over_number_after;
  std::optional<PhaseTransfer> transfer;
  std::vector<ForDistricts> without_a_place;
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
    visit.field("matching", &Placement::matching,
                "`greedy`: each child in turn takes the nearest free place; `optimal`: as many children as "
                "possible are placed, then with as little travel as possible (minimum-cost flow).");
    visit.field("travel limits", &Placement::travel_limits,
                "The longest journey by age; the first that fits a child holds, no limit unless one fits.");
    visit.field("over number after", &Placement::over_number_after,
                "Wait after which a child may be placed over number; never unless given.",
                Rule{.least = 0, .example = "26 weeks"});
    visit.field("transfer", &Placement::transfer, "The yearly transfer between phases; none unless given.");
    visit.field("without a place", &Placement::without_a_place,
                "The provision (of kind `not in education`) in which children are counted who had to leave "
                "their place and have no other. A list says which it is by district.");
  }
};

}  // namespace sendcap::scenario
