#pragma once

#include <string_view>
#include <vector>

#include "sendcap/scenario/language/declaration.hpp"
#include "sendcap/scenario/language/value.hpp"

namespace sendcap::scenario {

/// What is asked for less often thanks to a change, and by how much.
struct FewerRequests {
  std::vector<Name> demand;
  std::vector<Name> while_waiting;
  Value<Fraction> fall_by;
  Value<Duration> lag;
  Place place;

  static constexpr std::string_view kTitle = "fewer requests";
  static constexpr std::string_view kSummary =
      "What is asked for less often thanks to a change, and by how much: nothing unless given.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("demand", &FewerRequests::demand, "The streams of demand that fall.",
                Rule{.example = "[EHC requests]"});
    visit.field("while waiting", &FewerRequests::while_waiting,
                "What happens less often, as named in `while waiting` of the scenario.",
                Rule{.example = "[plan asked for while waiting]"});
    visit.field("fall by", &FewerRequests::fall_by,
                "How much they fall once all of the effect is there; not at all unless given.",
                Rule{.least = 0, .most = 1, .example = "{is: 5%, range: [0%, 20%]}"});
    visit.field("lag", &FewerRequests::lag,
                "Time from the day the change begins to work (and to cost) until requests begin to fall, in "
                "whole days; the `ramp` follows.",
                Rule{.least = 0, .example = "{is: 1 year, range: [1 year, 2 years]}"});
  }
};

}  // namespace sendcap::scenario
