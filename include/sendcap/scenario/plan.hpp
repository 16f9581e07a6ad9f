#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sendcap/scenario/language/declaration.hpp"
#include "sendcap/scenario/language/named.hpp"
#include "sendcap/scenario/language/value.hpp"
#include "sendcap/scenario/scenario.hpp"

namespace sendcap::scenario {

class Diagnostics;

/// More (or fewer) sessions of a clinic from a date on.
struct AddClinicSessions {
  Name clinic;
  Value<Rate> sessions;
  Moment from;
  std::optional<Moment> until;
  Place place;

  static constexpr std::string_view kTitle = "add clinic sessions";
  static constexpr std::string_view kSummary =
      "More sessions of a clinic from a date on; its slots and days stay.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("clinic", &AddClinicSessions::clinic, "The clinic.", Rule{.required = true});
    visit.field("sessions", &AddClinicSessions::sessions, "Sessions added; below zero takes away.",
                Rule{.required = true, .least = -1000, .example = "2 per week"});
    visit.field("from", &AddClinicSessions::from, "First day.",
                Rule{.required = true, .example = "2025-09-01"});
    visit.field("until", &AddClinicSessions::until, "Day from which they are no longer held.");
  }
};

/// Places that a base has from a date on.
struct Tranche {
  Date opens;
  Value<Whole> places;
  Place place;

  static constexpr std::string_view kTitle = "tranche";
  static constexpr std::string_view kSummary = "Places that open together.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("opens", &Tranche::opens, "The day they open.",
                Rule{.required = true, .example = "2025-09-01"});
    visit.field("places", &Tranche::places, "How many open on that day, beside those open already.",
                Rule{.required = true, .least = 1, .example = "4"});
  }
};

/// A new mainstream autism base.
struct OpenAutismBase {
  std::string base;
  Name district;
  std::vector<Tranche> tranches;
  std::optional<AgeSpan> ages;
  std::vector<Name> needs;
  std::vector<Name> flags;
  std::optional<DistributionSpec> stay;
  std::vector<NextRule> afterwards;
  ProvisionCost cost;
  Value<Money> capital;
  Place place;

  static constexpr std::string_view kTitle = "open an autism base";
  static constexpr std::string_view kSummary =
      "A new autism base in a mainstream school, its places opening in tranches.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("base", &OpenAutismBase::base, "Its name.",
                Rule{.required = true, .example = "Redditch first school base"});
    visit.field("district", &OpenAutismBase::district, "Where it is.", Rule{.required = true});
    visit.field("tranches", &OpenAutismBase::tranches, "The places as they open, in order of date.",
                Rule{.required = true});
    visit.field("ages", &OpenAutismBase::ages, "The ages it takes.", Rule{.example = "4 to 10"});
    visit.field("needs", &OpenAutismBase::needs, "The primary needs it is for; any unless given.");
    visit.field("flags", &OpenAutismBase::flags, "Flags a child must have.", Rule{.example = "autistic"});
    visit.field("stay", &OpenAutismBase::stay,
                "How long a child stays; unless given, until the end of its ages.");
    visit.field("afterwards", &OpenAutismBase::afterwards,
                "Where children go who leave, as for a provision.");
    visit.field("cost", &OpenAutismBase::cost, "What it costs to run.");
    visit.field("capital", &OpenAutismBase::capital,
                "What the building costs, spent by the council on the day the first places open.",
                Rule{.least = 0, .example = "£120,000"});
  }
};

/// More or less demand from a date on.
struct ChangeDemand {
  std::vector<Name> demand;
  Value<Fraction> by;
  Moment from;
  std::optional<Moment> until;
  Place place;

  static constexpr std::string_view kTitle = "change demand";
  static constexpr std::string_view kSummary = "More or fewer referrals from a date on.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("demand", &ChangeDemand::demand, "The streams of demand.", Rule{.required = true});
    visit.field("by", &ChangeDemand::by, "The change of the rate.",
                Rule{.required = true, .least = -1, .most = 10, .example = "-10%"});
    visit.field("from", &ChangeDemand::from, "First day.", Rule{.required = true});
    visit.field("until", &ChangeDemand::until, "Day from which the rate is as before.");
  }
};

/// More or fewer staff from a date on.
struct ChangeStaffing {
  Name team;
  Value<Number> by;
  Moment from;
  std::optional<Moment> until;
  Place place;

  static constexpr std::string_view kTitle = "change staffing";
  static constexpr std::string_view kSummary = "More or fewer staff in a team from a date on.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("team", &ChangeStaffing::team, "The team.", Rule{.required = true});
    visit.field("by", &ChangeStaffing::by, "Whole-time equivalents added; below zero takes away.",
                Rule{.required = true, .example = "2"});
    visit.field("from", &ChangeStaffing::from, "First day.", Rule{.required = true});
    visit.field("until", &ChangeStaffing::until, "Day from which they are no longer there.");
  }
};

/// One dated change to a scenario.
struct Intervention {
  std::variant<AddClinicSessions, OpenAutismBase, ChangeDemand, ChangeStaffing> is;
  Place place;

  static constexpr std::string_view kTitle = "intervention";
  static constexpr std::string_view kSummary = "One dated change to a scenario, told apart by `kind`.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.inlined(&Intervention::is);
  }
};

/// A named list of interventions on a baseline scenario.
struct Plan {
  std::string title;
  std::string description;
  std::vector<Intervention> interventions;
  Place place;

  static constexpr std::string_view kTitle = "plan";
  static constexpr std::string_view kSummary = "A named list of interventions on a baseline scenario.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("plan", &Plan::title, "The plan's name; results are labelled with it.",
                Rule{.required = true});
    visit.field("description", &Plan::description, "What it is for.");
    visit.field("interventions", &Plan::interventions, "The changes; an empty list changes nothing.");
  }
};

/// The scenario with all interventions of the plan applied, in their order. The baseline is not changed.
/// Names that the baseline does not have, and impossible changes, are reported; the result is then unusable.
Scenario apply(const Scenario& baseline, const Plan& plan, Diagnostics& diagnostics);

/// How each intervention changes the scenario. A new kind is a struct above and one of these.
void intervene(Scenario& scenario, const AddClinicSessions& change, Diagnostics& diagnostics);
void intervene(Scenario& scenario, const OpenAutismBase& change, Diagnostics& diagnostics);
void intervene(Scenario& scenario, const ChangeDemand& change, Diagnostics& diagnostics);
void intervene(Scenario& scenario, const ChangeStaffing& change, Diagnostics& diagnostics);

}  // namespace sendcap::scenario
