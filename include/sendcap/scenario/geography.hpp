#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sendcap/scenario/language/declaration.hpp"
#include "sendcap/scenario/language/named.hpp"
#include "sendcap/scenario/language/value.hpp"

namespace sendcap::scenario {

/// A district of the county.
struct District {
  std::string name;
  std::optional<Value<Whole>> population;
  Value<Duration> journey_within;
  std::vector<Whole> transfer_ages{Whole{11}, Whole{16}};
  Place place;

  static constexpr std::string_view kTitle = "district";
  static constexpr std::string_view kSummary = "A district: where children live and where provision stands.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("population", &District::population,
                "Children and young people aged 0 to 24 (for the record).",
                Rule{.least = 0, .example = "26,832"});
    visit.field("journey within", &District::journey_within,
                "Usual journey to provision in the same district.", Rule{.least = 0, .example = "15 min"});
    visit.field("transfer ages", &District::transfer_ages,
                "Ages in September at which children change phase: `[11, 16]` with primary and secondary "
                "schools, `[9, 13, 16]` with first, middle and high schools.",
                Rule{.least = 1, .most = 25, .example = "[9, 13, 16]"});
  }
};

/// The one of several that is for the children of some districts. In a file the name alone when it is for
/// all.
struct ForDistricts {
  std::vector<Name> district;
  Name to;
  Place place;

  static constexpr std::string_view kTitle = "choice by district";
  static constexpr std::string_view kSummary =
      "The one of several that is for the children of some districts. Written short, a name alone is for all "
      "children. In a list the first that fits a child's district holds.";
  static constexpr std::string_view kShortField = "to";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("district", &ForDistricts::district, "The districts; all unless given.");
    visit.field("to", &ForDistricts::to, "What is for them.", Rule{.required = true});
  }
};

/// A road between two districts.
struct Road {
  Name from;
  Name to;
  Value<Duration> journey;
  Place place;

  static constexpr std::string_view kTitle = "road";
  static constexpr std::string_view kSummary =
      "A road between two districts, used both ways; longer journeys take the quickest chain of roads.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("from", &Road::from, "One end.", Rule{.required = true});
    visit.field("to", &Road::to, "The other end.", Rule{.required = true});
    visit.field("journey", &Road::journey, "Journey time.",
                Rule{.required = true, .least = 0, .example = "25 min"});
  }
};

}  // namespace sendcap::scenario
