#pragma once

#include <string_view>

#include "sendcap/scenario/interventions/fewer_requests.hpp"
#include "sendcap/scenario/interventions/terms.hpp"
#include "sendcap/scenario/language/declaration.hpp"
#include "sendcap/scenario/language/value.hpp"

namespace sendcap::scenario {

class Diagnostics;
struct Scenario;

/// A universal and targeted offer to schools: workshops, therapists linked to a school, training.
struct OfferHelpInSchools {
  Value<Whole> schools;
  Value<Money> cost_of_a_school;
  FewerRequests fewer;
  Terms terms;
  Place place;

  static constexpr std::string_view kTitle = "offer help in schools";
  static constexpr std::string_view kSummary =
      "A universal and targeted offer: workshops, training, therapists linked to schools. It costs for each "
      "school, and fewer children may be referred.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("schools", &OfferHelpInSchools::schools, "How many schools take part.",
                Rule{.required = true, .least = 0, .example = "40"});
    visit.field("cost of a school", &OfferHelpInSchools::cost_of_a_school,
                "What a school costs a year, from the first day of the offer; `cost: {paid by: …}` says who "
                "pays.",
                Rule{.required = true, .least = 0, .example = "£8,000"});
    visit.inlined(&OfferHelpInSchools::fewer);
    visit.inlined(&OfferHelpInSchools::terms);
  }
};

void intervene(Scenario& scenario, const OfferHelpInSchools& change, Diagnostics& diagnostics);

}  // namespace sendcap::scenario
