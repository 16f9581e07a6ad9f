#pragma once

#include <optional>
#include <string_view>

#include "sendcap/scenario/language/declaration.hpp"
#include "sendcap/scenario/language/value.hpp"
#include "sendcap/scenario/money.hpp"

namespace sendcap::scenario {

/// What a change costs beside the staff, sessions and places it adds, which cost what the scenario says.
struct ChangeCost {
  Value<Money> once;
  Value<Money> a_year;
  Payer paid_by = Payer::nhs;
  Place place;

  static constexpr std::string_view kTitle = "cost of a change";
  static constexpr std::string_view kSummary =
      "What a change costs beside the staff, sessions and places it adds, which cost what the scenario says.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("once", &ChangeCost::once, "Spent on the day it is decided.",
                Rule{.least = 0, .example = "£20,000"});
    visit.field("a year", &ChangeCost::a_year, "Spent from the first day of its effect until it ends.",
                Rule{.least = 0, .example = "£66,000"});
    visit.field("paid by", &ChangeCost::paid_by, "Whose money it is.");
  }
};

/// The terms of a change: when it is decided, when it begins to work, how it grows, when it ends and what it
/// costs.
struct Terms {
  Moment from;
  std::optional<Moment> until;
  Value<Duration> lead_time;
  Value<Duration> ramp;
  Value<Fraction> begins_with;
  ChangeCost cost;

  static constexpr std::string_view kTitle = "terms";
  static constexpr std::string_view kSummary = "When a change works, how it grows, and what it costs.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("from", &Terms::from,
                "The day it is decided; its effect begins that day unless there is a lead time.",
                Rule{.required = true, .example = "2025-09-01"});
    visit.field("until", &Terms::until, "Day from which it has no effect any more.");
    visit.field("lead time", &Terms::lead_time,
                "Time until the effect begins (to recruit, train, build), in whole days.",
                Rule{.least = 0, .example = "{is: 5 months, range: [3 months, 9 months]}"});
    visit.field("ramp", &Terms::ramp,
                "Time from the beginning of the effect until all of it is there, growing month by month.",
                Rule{.least = 0, .example = "6 months"});
    visit.field("begins with", &Terms::begins_with,
                "With a `ramp`: the share of the effect at its beginning.",
                Rule{.least = 0, .most = 1, .example = "50%"});
    visit.field("cost", &Terms::cost, "What it costs beside what it adds.");
  }
};

}  // namespace sendcap::scenario
