#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sendcap/scenario/interventions/terms.hpp"
#include "sendcap/scenario/language/declaration.hpp"
#include "sendcap/scenario/language/value.hpp"

namespace sendcap::scenario {

class Diagnostics;
struct Scenario;

/// More or less demand from a date on.
struct ChangeDemand {
  std::vector<Name> demand;
  Value<Fraction> by;
  Terms terms;
  Place place;

  static constexpr std::string_view kTitle = "change demand";
  static constexpr std::string_view kSummary = "More or fewer referrals from a date on.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("demand", &ChangeDemand::demand, "The streams of demand.", Rule{.required = true});
    visit.field("by", &ChangeDemand::by, "The change of the rate.",
                Rule{.required = true, .least = -1, .most = 10, .example = "-10%"});
    visit.inlined(&ChangeDemand::terms);
  }
};

void intervene(Scenario& scenario, const ChangeDemand& change, Diagnostics& diagnostics);

}  // namespace sendcap::scenario
