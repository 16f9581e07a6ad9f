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

/// More (or fewer) sessions of a clinic from a date on.
struct AddClinicSessions {
  Name clinic;
  Value<Rate> sessions;
  std::optional<Value<Money>> cost_a_session;
  Terms terms;
  Place place;

  static constexpr std::string_view kTitle = "add clinic sessions";
  static constexpr std::string_view kSummary =
      "More sessions of a clinic from a date on; its slots and days stay.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("clinic", &AddClinicSessions::clinic, "The clinic.", Rule{.required = true});
    visit.field("sessions", &AddClinicSessions::sessions, "Sessions added; below zero takes away.",
                Rule{.required = true, .least = -1000, .example = "2 per week"});
    visit.field(
        "cost a session", &AddClinicSessions::cost_a_session,
        "What an added session costs (a locum, a waiting-list initiative); as the clinic's own unless "
        "given.",
        Rule{.least = 0, .example = "{is: £1,000, range: [£700, £1,200]}"});
    visit.inlined(&AddClinicSessions::terms);
  }
};

void intervene(Scenario& scenario, const AddClinicSessions& change, Diagnostics& diagnostics);

}  // namespace sendcap::scenario
