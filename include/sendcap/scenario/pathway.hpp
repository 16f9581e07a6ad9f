#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sendcap/scenario/children.hpp"
#include "sendcap/scenario/language/declaration.hpp"
#include "sendcap/scenario/language/distribution_spec.hpp"
#include "sendcap/scenario/language/named.hpp"
#include "sendcap/scenario/language/value.hpp"
#include "sendcap/scenario/provision.hpp"
#include "sendcap/scenario/routing.hpp"

namespace sendcap::scenario {

/// A time by which a step is to be done, and how often it is.
struct StepClock {
  Value<Duration> within;
  Value<Fraction> excepted;
  Place place;

  static constexpr std::string_view kTitle = "step clock";
  static constexpr std::string_view kSummary =
      "A time by which a step is to be done, counted from the start of the case (within a fork, from the "
      "fork). How many are done in time is measured each period and in the calendar year, with and without "
      "those excepted, and so is how many are open beyond it.";
  static constexpr std::string_view kShortField = "within";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("within", &StepClock::within, "The time allowed.",
                Rule{.required = true, .least = 0, .example = "20 weeks"});
    visit.field("excepted", &StepClock::excepted,
                "Share of cases to which a lawful exception applies; they are left out of the share in time "
                "that leaves out exceptions.",
                Rule{.least = 0, .most = 1, .example = "3%"});
  }
};

/// Another case that is opened for a child who waits.
struct Alongside {
  Name enters;
  Value<Fraction> share{Fraction{1.0}};
  Place place;

  static constexpr std::string_view kTitle = "alongside";
  static constexpr std::string_view kSummary =
      "Another pathway that a child enters while it waits at this step, such as support while waiting.";
  static constexpr std::string_view kShortField = "enters";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("enters", &Alongside::enters,
                "The pathway entered, unless a case of the child is open on it.",
                Rule{.required = true, .example = "support while waiting"});
    visit.field("share", &Alongside::share,
                "The share of children to whom it is offered. When the share rises at a date, those already "
                "waiting are offered it too.",
                Rule{.least = 0, .most = 1, .example = "{is: 0%, then: {2026-01-01: 60%}}"});
  }
};

/// Children who are at a step when the run starts.
struct AtStart {
  Value<Whole> children;
  Value<Whole> being_seen;
  std::optional<DistributionSpec> waited;
  std::optional<DistributionSpec> remaining;
  std::optional<DistributionSpec> since_referral;
  std::optional<Name> mix;
  std::vector<ProvisionKind> among;
  Condition when;
  Place place;

  static constexpr std::string_view kTitle = "at start";
  static constexpr std::string_view kSummary = "Children who are at this step when the run starts.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("children", &AtStart::children, "How many wait at this step (or, for a `wait`, are in it).",
                Rule{.least = 0, .example = "2,523"});
    visit.field("being seen", &AtStart::being_seen,
                "How many are in the middle of a visit to a team (its caseload).",
                Rule{.least = 0, .example = "540"});
    visit.field("waited", &AtStart::waited,
                "How long each has waited at this step so far; nothing unless given.",
                Rule{.example = "{kind: exponential, mean: 9 months}"});
    visit.field("remaining", &AtStart::remaining,
                "How much of a `wait`, or of the visit of those being seen, is left. Unless given, an even "
                "share of a "
                "time drawn afresh.");
    visit.field(
        "since referral", &AtStart::since_referral,
        "Time between referral and joining this step, before the time waited here; nothing unless given.");
    visit.field(
        "mix", &AtStart::mix,
        "The mix from which the children are drawn; unless given, that of the first demand that enters the "
        "pathway.");
    visit.field("among", &AtStart::among,
                "Kinds of provision: the children are taken by lot from those placed there at the start, and "
                "are no further children.",
                Rule{.example = "[mainstream]"});
    visit.field("when", &AtStart::when, "With `among`: only these children.");
  }
};

/// One step of a pathway.
struct Step {
  // Made once, in a source file: they are large, and every file that holds one would compile them anew.
  Step();
  Step(const Step&);
  Step(Step&&) noexcept;
  Step& operator=(const Step&);
  Step& operator=(Step&&) noexcept;
  ~Step();

  std::string name;
  std::vector<Name> service;
  std::optional<Name> slot;
  Value<Number> slots_needed{Number{1.0}};
  std::optional<DistributionSpec> time;
  std::optional<DistributionSpec> work;
  std::optional<Name> priority;
  std::optional<Value<Duration>> due;
  Whole contacts{1};
  Duration between_contacts;
  std::optional<DistributionSpec> patience;
  std::optional<DistributionSpec> wait;
  Value<Number> times_as_long{Number{1.0}};
  std::vector<Name> fork;
  std::optional<Name> join;
  std::optional<PlaceRequest> place_request;
  std::optional<Name> refer;
  std::optional<Name> moves_to;
  std::vector<Name> gives;
  std::vector<Name> takes_away;
  std::vector<Name> meets_needs_of;
  std::optional<StepClock> clock;
  std::vector<Alongside> alongside;
  bool first_contact = false;
  std::vector<NextRule> next;
  std::optional<AtStart> at_start;
  Place place;

  static constexpr std::string_view kTitle = "step";
  static constexpr std::string_view kSummary =
      "One step of a pathway. It is one of: a visit to a `service` (or two at once), a `wait`, a `fork` into "
      "parallel "
      "steps, a wait for a `place`, a `refer` that opens a case on another pathway, a move to a provision "
      "(`moves to`); with none of these it only sends children on.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("service", &Step::service,
                "The service that sees the child; a list of two means both at once.",
                Rule{.example = "community paediatrics"});
    visit.field("slot", &Step::slot, "The kind of slot, for a clinic; its first kind unless given.",
                Rule{.example = "new"});
    visit.field("slots needed", &Step::slots_needed, "Slots a visit uses, for a clinic.",
                Rule{.least = 0, .above_least = true, .example = "2"});
    visit.field("time", &Step::time, "How long the child is with the service, by the calendar.",
                Rule{.example = "{kind: exponential, mean: 1 day}"});
    visit.field("work", &Step::work, "Working time of one member of a team, spread over its `hours a week`.",
                Rule{.example = "{kind: gamma, mean: 11.5 hours, sd: 7.03 hours}"});
    visit.field("priority", &Step::priority,
                "The priority class at this step, whatever the child's attributes.");
    visit.field("due", &Step::due, "When it is due, counted from the start of the case (for `earliest due`).",
                Rule{.example = "6 weeks"});
    visit.field("contacts", &Step::contacts, "Visits to the service before the child goes on.",
                Rule{.least = 1, .example = "6"});
    visit.field("between contacts", &Step::between_contacts, "Time from one visit to waiting for the next.",
                Rule{.least = 0, .example = "1 week"});
    visit.field("patience", &Step::patience,
                "How long a child will wait here before leaving (reason `gave up`).",
                Rule{.example = "{kind: exponential, mean: 5 days}"});
    visit.field("wait", &Step::wait,
                "Time that passes with no service needed (information gathering, next review).",
                Rule{.example = "{kind: uniform, least: 3 weeks, most: 6 weeks}"});
    visit.field("times as long", &Step::times_as_long,
                "A multiplier of `time`, `work` or `wait`, 1 unless given; meant for changes at dates.",
                Rule{.least = 0, .example = "{is: 1, then: {2026-04-01: 0.8}}"});
    visit.field("fork", &Step::fork, "Steps that are begun at the same time.",
                Rule{.example = "[paediatric advice]"});
    visit.field("join", &Step::join, "The step at which the forked ways meet; the slowest governs.");
    visit.field("place", &Step::place_request, "Wait for a school place.");
    visit.field("refer", &Step::refer,
                "Open a case on this other pathway for the same child, and go on at once.");
    visit.field("moves to", &Step::moves_to,
                "The provision to which the child moves at once, whether or not it has a place free.",
                Rule{.example = "mainstream schools"});
    visit.field("gives", &Step::gives, "Flags the child has from then on, when the step is done.",
                Rule{.example = "[has a plan]"});
    visit.field("takes away", &Step::takes_away, "Flags the child no longer has when the step is done.");
    visit.field("meets needs of", &Step::meets_needs_of,
                "Pathways on which the child's cases that still wait are closed (reason `need met`) when the "
                "step is done.");
    visit.field("clock", &Step::clock, "A time by which the step is to be done.",
                Rule{.example = "20 weeks"});
    visit.field("alongside", &Step::alongside, "Other pathways entered while the child waits here.");
    visit.field(
        "first contact", &Step::first_contact,
        "Being seen at this step is the first contact that ends the wait from referral. Unless a step of the "
        "pathway says so, it is the first service seen.");
    visit.field(
        "next", &Step::next,
        "Where the child goes afterwards: a name, a split, or a list of rules. Unless given: the step "
        "written "
        "next, and after the last the first outcome.",
        Rule{.example =
                 "[{when: {age: under 5}, to: assessment}, {split: {assessment: 60%, discharged: 40%}}]"});
    visit.field("at start", &Step::at_start, "Children who are at this step when the run starts.");
  }
};

/// Children who come back some time after a case was closed.
struct ReReferral {
  std::vector<Name> after;
  Value<Fraction> chance;
  DistributionSpec delay;
  std::optional<Name> enters;
  Place place;

  static constexpr std::string_view kTitle = "re-referral";
  static constexpr std::string_view kSummary =
      "Children who are referred again some time after a case was closed.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("after", &ReReferral::after,
                "The outcomes or reasons after which it happens; any unless given.");
    visit.field("chance", &ReReferral::chance, "The chance of it.",
                Rule{.required = true, .least = 0, .most = 1, .example = "20%"});
    visit.field("delay", &ReReferral::delay, "Time until the new referral.",
                Rule{.required = true, .example = "{kind: uniform, least: 3 months, most: 24 months}"});
    visit.field("enters", &ReReferral::enters, "The pathway entered; the same unless given.");
  }
};

/// A graph of steps that a case goes through.
struct Pathway {
  std::string name;
  Named<Step> steps;
  std::vector<NextRule> begins_at;
  std::vector<std::string> outcomes{"done"};
  std::optional<Whole> until_age;
  std::vector<ReReferral> re_referrals;
  Place place;

  static constexpr std::string_view kTitle = "pathway";
  static constexpr std::string_view kSummary =
      "A graph of steps that a case (one referral or request of one child) goes through. A case enters at "
      "the first step, unless `begins at` says otherwise, and ends at an outcome.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("steps", &Pathway::steps, "The steps, the first being the entry.", Rule{.required = true});
    visit.field(
        "begins at", &Pathway::begins_at,
        "The step at which a case enters: a name, a split or a list of rules, as for `next` of a step. "
        "The first step unless given.",
        Rule{.example = "{split: {advice line: 40%, assessment: 60%}}"});
    visit.field("outcomes", &Pathway::outcomes, "The ways in which a case can end; `done` unless given.",
                Rule{.example = "[autism, other need, no need found]"});
    visit.field("until age", &Pathway::until_age,
                "Birthday at which a case still open is closed (reason `aged out`); no limit unless given.",
                Rule{.least = 1, .most = 26, .example = "18"});
    visit.field("re-referrals", &Pathway::re_referrals, "Children who come back.");
  }
};

}  // namespace sendcap::scenario
