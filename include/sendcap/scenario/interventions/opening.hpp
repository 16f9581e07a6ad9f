#pragma once

#include <string_view>
#include <vector>

#include "sendcap/scenario/interventions/tranche.hpp"
#include "sendcap/scenario/language/declaration.hpp"
#include "sendcap/scenario/language/value.hpp"

namespace sendcap::scenario {

/// When places open, how late that may be, and what the building costs.
struct Opening {
  std::vector<Tranche> tranches;
  Value<Duration> slips_by;
  Value<Money> capital;
  Place place;

  static constexpr std::string_view kTitle = "opening";
  static constexpr std::string_view kSummary =
      "When places open, how late that may be, and what the building costs.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("tranches", &Opening::tranches, "The places as they open, in order of date.",
                Rule{.required = true});
    visit.field("slips by", &Opening::slips_by,
                "How much later than planned all of them open. Whole months keep the day of the month, so "
                "that a September stays one when it slips by years; anything else counts by days.",
                Rule{.least = 0, .example = "{is: 0 months, range: [0 months, 24 months]}"});
    visit.field("capital", &Opening::capital,
                "What the building costs, spent by the council on the day the first places open.",
                Rule{.least = 0, .example = "£120,000"});
  }
};

}  // namespace sendcap::scenario
