#pragma once

#include <string_view>
#include <vector>

#include "sendcap/scenario/children.hpp"
#include "sendcap/scenario/interventions/fewer_requests.hpp"
#include "sendcap/scenario/interventions/terms.hpp"
#include "sendcap/scenario/language/declaration.hpp"
#include "sendcap/scenario/language/value.hpp"
#include "sendcap/scenario/provision.hpp"

namespace sendcap::scenario {

class Diagnostics;
struct Scenario;

/// Places in the county asked, at the September transfer, for children who are placed elsewhere.
struct ReturnToCounty {
  std::vector<ProvisionKind> placed_in;
  std::vector<ProvisionKind> to;
  Condition when;
  Value<Fraction> share;
  FewerRequests fewer;
  Terms terms;
  Place place;

  static constexpr std::string_view kTitle = "return children to the county";
  static constexpr std::string_view kSummary =
      "For a share of the children who change phase in independent schools a place in the county is asked at "
      "the September transfer. Who is given none stays and is asked again at the next change of phase. "
      "Independent placements may also be agreed less often.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("placed in", &ReturnToCounty::placed_in,
                "The kinds of provision in which they are; independent special schools unless given.",
                Rule{.example = "[independent special school]"});
    visit.field(
        "to", &ReturnToCounty::to,
        "The kinds of provision that would do; autism bases, SEN units and special schools unless given.",
        Rule{.example = "[autism base, special school]"});
    visit.field("when", &ReturnToCounty::when,
                "Only these children; their age is that of the coming September.",
                Rule{.example = "{age: 11 to 16}"});
    visit.field("share", &ReturnToCounty::share,
                "The share of them for whom it is asked, once all of the change is there.",
                Rule{.required = true, .least = 0, .most = 1, .example = "{is: 20%, range: [10%, 40%]}"});
    visit.inlined(&ReturnToCounty::fewer);
    visit.inlined(&ReturnToCounty::terms);
  }
};

void intervene(Scenario& scenario, const ReturnToCounty& change, Diagnostics& diagnostics);

}  // namespace sendcap::scenario
