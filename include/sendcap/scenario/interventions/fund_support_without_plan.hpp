#pragma once

#include <string_view>

#include "sendcap/scenario/interventions/fewer_requests.hpp"
#include "sendcap/scenario/interventions/terms.hpp"
#include "sendcap/scenario/language/declaration.hpp"
#include "sendcap/scenario/language/value.hpp"

namespace sendcap::scenario {

class Diagnostics;
struct Scenario;

/// Early identification, and money for schools to support children without a plan.
struct FundSupportWithoutPlan {
  Value<Money> a_year;
  FewerRequests fewer;
  Terms terms;
  Place place;

  static constexpr std::string_view kTitle = "fund support without a plan";
  static constexpr std::string_view kSummary =
      "Early identification, and money for schools to support children who have no plan, so that fewer plans "
      "may be asked for after a while.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("a year", &FundSupportWithoutPlan::a_year,
                "What is spent a year, from the first day; `cost: {paid by: …}` says who pays.",
                Rule{.required = true, .least = 0, .example = "£1.5m"});
    visit.inlined(&FundSupportWithoutPlan::fewer);
    visit.inlined(&FundSupportWithoutPlan::terms);
  }
};

void intervene(Scenario& scenario, const FundSupportWithoutPlan& change, Diagnostics& diagnostics);

}  // namespace sendcap::scenario
