#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sendcap/scenario/language/declaration.hpp"
#include "sendcap/scenario/language/value.hpp"
#include "sendcap/scenario/money.hpp"

namespace sendcap::scenario {

/// Assessments (or other visits) bought from outside the services of the scenario.
struct Purchase {
  std::string name;
  Name pathway;
  Name step;
  Value<Rate> cases;
  Value<Money> price;
  Payer paid_by = Payer::nhs;
  std::optional<Name> leads_to;
  Place place;

  static constexpr std::string_view kTitle = "purchase";
  static constexpr std::string_view kSummary =
      "Visits bought from outside. Each week as many of those who wait at a step as were bought are taken "
      "off "
      "the list of its service (reason `seen elsewhere`), the longest waiting first; the service's own staff "
      "and slots are not used. Only what is done is paid. What nobody waited for can be used later, until "
      "the "
      "rate falls to nothing; no more are ever done than were bought.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("pathway", &Purchase::pathway, "The pathway.", Rule{.required = true});
    visit.field("step", &Purchase::step, "The visit to a service that is done outside instead.",
                Rule{.required = true, .example = "assessment"});
    visit.field("cases", &Purchase::cases, "How many are bought.",
                Rule{.required = true,
                     .least = 0,
                     .example = "{is: 0 per week, then: {2025-09-01: 35 per week, 2026-03-01: 0 per week}}"});
    visit.field("price", &Purchase::price, "The price of each that is done.",
                Rule{.required = true, .least = 0, .example = "£1,333"});
    visit.field("paid by", &Purchase::paid_by, "Whose money it is.");
    visit.field("leads to", &Purchase::leads_to,
                "The step or outcome that follows; unless given, as after a visit to the service.");
  }
};

}  // namespace sendcap::scenario
