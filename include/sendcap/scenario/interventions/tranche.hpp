#pragma once

#include <string_view>

#include "sendcap/scenario/language/declaration.hpp"
#include "sendcap/scenario/language/value.hpp"

namespace sendcap::scenario {

/// Places that a base has from a date on.
struct Tranche {
  Date opens;
  Value<Whole> places;
  Place place;

  static constexpr std::string_view kTitle = "tranche";
  static constexpr std::string_view kSummary = "Places that open together.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("opens", &Tranche::opens, "The day they open.",
                Rule{.required = true, .example = "2025-09-01"});
    visit.field("places", &Tranche::places, "How many open on that day, beside those open already.",
                Rule{.required = true, .least = 1, .example = "4"});
  }
};

}  // namespace sendcap::scenario
