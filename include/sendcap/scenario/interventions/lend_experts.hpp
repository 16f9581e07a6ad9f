#pragma once

#include <string_view>

#include "sendcap/scenario/interventions/fewer_requests.hpp"
#include "sendcap/scenario/interventions/terms.hpp"
#include "sendcap/scenario/language/declaration.hpp"
#include "sendcap/scenario/language/value.hpp"

namespace sendcap::scenario {

class Diagnostics;
struct Scenario;

/// Experts at hand: staff of a team who work in schools instead.
struct LendExperts {
  Name team;
  Value<Number> staff;
  FewerRequests fewer;
  Terms terms;
  Place place;

  static constexpr std::string_view kTitle = "lend experts to schools";
  static constexpr std::string_view kSummary =
      "Staff of a team work in schools instead (experts at hand): the team has fewer, its payer goes on "
      "paying them, and fewer children may be referred.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("team", &LendExperts::team, "The team that lends them.",
                Rule{.required = true, .example = "occupational therapy"});
    visit.field("staff", &LendExperts::staff, "How many whole-time equivalents are lent.",
                Rule{.required = true, .least = 0, .example = "2"});
    visit.inlined(&LendExperts::fewer);
    visit.inlined(&LendExperts::terms);
  }
};

void intervene(Scenario& scenario, const LendExperts& change, Diagnostics& diagnostics);

}  // namespace sendcap::scenario
