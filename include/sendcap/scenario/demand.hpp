#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sendcap/scenario/language/declaration.hpp"
#include "sendcap/scenario/language/distribution_spec.hpp"
#include "sendcap/scenario/language/named.hpp"
#include "sendcap/scenario/language/value.hpp"

namespace sendcap::scenario {

/// A stream of referrals or requests: children who arrive and enter one pathway.
struct Demand {
  std::string name;
  std::optional<Value<Rate>> rate;
  Value<Growth> growth;
  std::vector<Number> seasonality;
  Value<Number> times{Number{1.0}};
  std::optional<DistributionSpec> intervals;
  Name enters;
  std::optional<Name> children;
  Place place;

  static constexpr std::string_view kTitle = "demand";
  static constexpr std::string_view kSummary =
      "A stream of referrals or requests. With `rate` they arrive as a Poisson process whose rate may grow, "
      "follow the months and change at dates; with `intervals` as a renewal process.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("rate", &Demand::rate,
                "How many arrive. Give either this or `intervals`. The rate at the start of the run; growth, "
                "seasonality and `times` multiply it.",
                Rule{.least = 0, .example = "1,500 per year"});
    visit.field("growth", &Demand::growth,
                "Growth of the rate per year, compounding from the start of the run.",
                Rule{.least = -0.99, .most = 10, .example = "11% per year"});
    visit.field("seasonality", &Demand::seasonality,
                "Twelve numbers, January first: the months' share relative to each other (scaled to mean 1).",
                Rule{.least = 0, .example = "[1, 1.1, 1.2, 1, 1, 1.1, 1, 0.4, 0.9, 1, 1.2, 1.1]"});
    visit.field("times", &Demand::times,
                "A multiplier of the rate, 1 unless given; meant for changes at dates.",
                Rule{.least = 0, .example = "{is: 1, then: {2026-04-01: 0.9}}"});
    visit.field("intervals", &Demand::intervals, "Time between arrivals, each drawn on its own.",
                Rule{.example = "{kind: gamma, mean: 1 day, shape: 2}"});
    visit.field("enters", &Demand::enters, "The pathway a child enters.", Rule{.required = true});
    visit.field("children", &Demand::children,
                "The mix from which the children are drawn; unless given, every attribute is drawn evenly.");
  }
};

}  // namespace sendcap::scenario
