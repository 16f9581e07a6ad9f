#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "sendcap/scenario/interventions/terms.hpp"
#include "sendcap/scenario/language/declaration.hpp"
#include "sendcap/scenario/language/value.hpp"

namespace sendcap::scenario {

class Diagnostics;
struct Scenario;

/// What support is taken to achieve for those who have it.
struct SupportEffect {
  std::vector<Name> of;
  Value<Fraction> falls_by;
  Place place;

  static constexpr std::string_view kTitle = "support effect";
  static constexpr std::string_view kSummary =
      "What happens less often to children who have support while they wait.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("of", &SupportEffect::of, "What happens less often, as named in `while waiting`.",
                Rule{.required = true, .example = "[plan asked for while waiting]"});
    visit.field("falls by", &SupportEffect::falls_by, "By how much; not at all unless given.",
                Rule{.least = 0, .most = 1, .example = "{is: 0%, range: [0%, 30%]}"});
  }
};

/// Support for more of the children who wait.
struct OfferSupportWhileWaiting {
  Name support;
  Value<Fraction> offered_to;
  std::vector<Name> waiting_on;
  std::optional<Name> team;
  Value<Number> staff;
  std::vector<SupportEffect> effects;
  Value<Fraction> needs_met;
  Terms terms;
  Place place;

  static constexpr std::string_view kTitle = "offer support while waiting";
  static constexpr std::string_view kSummary =
      "Support for more of the children who wait, with staff to give it. What it achieves is nothing unless "
      "given.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("support", &OfferSupportWhileWaiting::support,
                "The pathway of the support, offered `alongside` some steps of the scenario.",
                Rule{.required = true, .example = "support while waiting"});
    visit.field("offered to", &OfferSupportWhileWaiting::offered_to,
                "The share of children to whom it is offered, once all of the change is there; those who "
                "wait already are offered it too.",
                Rule{.required = true, .least = 0, .most = 1, .example = "60%"});
    visit.field("waiting on", &OfferSupportWhileWaiting::waiting_on,
                "The pathways on which they wait; all that offer it unless given.",
                Rule{.example = "[autism assessment, specialist place]"});
    visit.field("team", &OfferSupportWhileWaiting::team, "The team that gives it.");
    visit.field("staff", &OfferSupportWhileWaiting::staff, "Whole-time equivalents added to the team.",
                Rule{.least = 0, .example = "8"});
    visit.field("effects", &OfferSupportWhileWaiting::effects,
                "What happens less often to those who have it (also to those who had it before).");
    visit.field(
        "needs met", &OfferSupportWhileWaiting::needs_met,
        "The share of those supported whose needs are met by it, so that they leave the lists; beside "
        "those of the scenario.",
        Rule{.least = 0, .most = 1, .example = "{is: 0%, range: [0%, 15%]}"});
    visit.inlined(&OfferSupportWhileWaiting::terms);
  }
};

void intervene(Scenario& scenario, const OfferSupportWhileWaiting& change, Diagnostics& diagnostics);

}  // namespace sendcap::scenario
