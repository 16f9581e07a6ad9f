#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sendcap/scenario/children.hpp"
#include "sendcap/scenario/language/declaration.hpp"
#include "sendcap/scenario/language/named.hpp"
#include "sendcap/scenario/language/value.hpp"
#include "sendcap/scenario/money.hpp"

namespace sendcap::scenario {

/// Who is taken next.
enum class QueueRule { first_come, earliest_due, longest_wait, random };

inline constexpr std::array<std::string_view, 4> enum_words(QueueRule) {
  return {"first come", "earliest due", "longest wait", "random"};
}

/// A priority class. Classes stand in order: the first named is served first.
struct PriorityClass {
  std::string name;
  std::optional<Condition> when;
  Place place;

  static constexpr std::string_view kTitle = "priority class";
  static constexpr std::string_view kSummary =
      "A priority class, served before all classes named after it (a child being seen is never interrupted).";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("when", &PriorityClass::when,
                "Which children belong to it. A step's own `priority` comes first; a child who fits no class "
                "belongs to the last.");
  }
};

/// How children wait.
struct Queue {
  QueueRule rule = QueueRule::first_come;
  Named<PriorityClass> classes;
  std::optional<Whole> room_for;
  Place place;

  static constexpr std::string_view kTitle = "queue";
  static constexpr std::string_view kSummary = "How children wait for the service, and who is taken next.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("rule", &Queue::rule,
                "`first come`: by the day they joined this queue; `earliest due`: by the step's `due`; "
                "`longest wait`: "
                "by the day of referral; `random`: by lot.");
    visit.field("classes", &Queue::classes,
                "Priority classes, first served first; the rule holds within a class.");
    visit.field(
        "room for", &Queue::room_for,
        "The most that can wait; who comes when it is full leaves at once (reason `turned away`). No limit "
        "unless given.",
        Rule{.least = 0});
  }
};

/// A locality with its own share of a service's capacity and its own queue.
struct Locality {
  std::string name;
  std::vector<Name> districts;
  Value<Fraction> share;
  Place place;

  static constexpr std::string_view kTitle = "locality";
  static constexpr std::string_view kSummary =
      "A part of the county with its own share of the service's capacity and its own queue.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("districts", &Locality::districts, "The districts whose children it serves.",
                Rule{.required = true});
    visit.field("share", &Locality::share, "Its share of the capacity; the shares sum to 100%.",
                Rule{.required = true, .least = 0, .most = 1, .example = "45%"});
  }
};

/// The slots of one kind in a clinic session.
struct SlotKind {
  std::string name;
  Value<Number> per_session;
  std::optional<Name> unused_go_to;
  Place place;

  static constexpr std::string_view kTitle = "slot kind";
  static constexpr std::string_view kSummary =
      "The appointment slots of one kind (new, review, advice) in a session.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("per session", &SlotKind::per_session,
                "Slots of this kind in a session; a fraction is carried over to later sessions.",
                Rule{.required = true, .least = 0, .example = "2"});
    visit.field(
        "unused go to", &SlotKind::unused_go_to,
        "The kind that takes these slots when nobody waits for this one; unless given they are kept free "
        "and lost.");
  }
};

/// Appointment slots on a timetable.
struct Clinic {
  Value<Rate> sessions;
  Named<SlotKind> slots;
  std::vector<std::string> days;
  Value<Number> weeks_a_year{Number{52.0}};
  Value<Fraction> in_august{Fraction{1.0}};
  Value<Fraction> cancelled;
  Value<Fraction> not_brought;
  Whole rebookings{1000};
  Duration rebook_after;
  Value<Money> cost;
  Payer paid_by = Payer::nhs;
  Queue queue;
  Named<Locality> localities;
  std::optional<Moment> localities_joined;
  Place place;

  static constexpr std::string_view kTitle = "clinic";
  static constexpr std::string_view kSummary =
      "Appointment slots on a timetable. A slot takes the next child by the queue's rule and is lost when "
      "nobody "
      "waits, when the child is not brought or when the session is cancelled.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("sessions", &Clinic::sessions,
                "Sessions held in a working week; spread over the `days`, fractions carried over.",
                Rule{.required = true, .least = 0, .example = "12 per week"});
    visit.field("slots", &Clinic::slots, "The slots of a session, by kind.",
                Rule{.required = true, .example = "{new: {per session: 2}, review: {per session: 2}}"});
    visit.field("days", &Clinic::days, "Days of the week on which it is held; Monday to Friday unless given.",
                Rule{.example = "[Tuesday, Thursday]"});
    visit.field(
        "weeks a year", &Clinic::weeks_a_year,
        "Weeks in which it is held, of 52 in a year; sessions are thinned evenly to this (leave, study).",
        Rule{.least = 0, .most = 52, .example = "42"});
    visit.field("in August", &Clinic::in_august, "Share of the usual sessions held in August.",
                Rule{.least = 0, .most = 1, .example = "50%"});
    visit.field("cancelled", &Clinic::cancelled, "Chance that a session is cancelled (sickness).",
                Rule{.least = 0, .most = 1, .example = "4%"});
    visit.field("not brought", &Clinic::not_brought,
                "Chance that a child is not brought to a slot; the slot is lost.",
                Rule{.least = 0, .most = 1, .example = "10%"});
    visit.field(
        "rebookings", &Clinic::rebookings,
        "How often a child not brought is booked again before being discharged (reason `not brought`).",
        Rule{.least = 0, .example = "2"});
    visit.field("rebook after", &Clinic::rebook_after,
                "Time before a child not brought is back in the queue, in the old place.",
                Rule{.least = 0, .example = "4 weeks"});
    visit.field("cost", &Clinic::cost, "Cost of a session planned, cancelled or not.",
                Rule{.least = 0, .example = "£900"});
    visit.field("paid by", &Clinic::paid_by, "Whose money it is.");
    visit.field("queue", &Clinic::queue, "How children wait for it.");
    visit.field("localities", &Clinic::localities,
                "Localities with a queue of their own; one queue unless given.");
    visit.field("localities joined", &Clinic::localities_joined,
                "The moment from which the localities are one queue, with all of the capacity.",
                Rule{.example = "2025-09-01"});
  }
};

/// People who each see one child at a time, or carry a caseload.
struct Team {
  Value<Capacity> staff;
  Value<Number> caseload{Number{1.0}};
  std::optional<Value<Duration>> hours_a_week;
  Value<Money> cost;
  Payer paid_by = Payer::nhs;
  Queue queue;
  Named<Locality> localities;
  std::optional<Moment> localities_joined;
  Place place;

  static constexpr std::string_view kTitle = "team";
  static constexpr std::string_view kSummary =
      "People who each see one child at a time, or carry a caseload of several. Several steps may share a "
      "team.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field(
        "staff", &Team::staff,
        "Staff in whole-time equivalents, or `unlimited`. With part of a person left over, all work is "
        "slowed in proportion, so that the capacity is exact.",
        Rule{.required = true, .least = 0, .example = "14"});
    visit.field("caseload", &Team::caseload, "Children one whole-time member of staff has at once.",
                Rule{.least = 0, .above_least = true, .example = "45"});
    visit.field(
        "hours a week", &Team::hours_a_week,
        "Working time with children that one member of staff has in a week; `work` of a step is spread over "
        "it. Needed when a step gives `work`.",
        Rule{.least = 0, .most = 7, .above_least = true, .example = "20 hours"});
    visit.field("cost", &Team::cost, "Cost of a whole-time member of staff in a year.",
                Rule{.least = 0, .example = "£55,000"});
    visit.field("paid by", &Team::paid_by, "Whose money it is.");
    visit.field("queue", &Team::queue, "How children wait for it.");
    visit.field("localities", &Team::localities,
                "Localities with a queue of their own; one queue unless given.");
    visit.field("localities joined", &Team::localities_joined,
                "The moment from which the localities are one queue, with all of the capacity.",
                Rule{.example = "2025-09-01"});
  }
};

/// Capacity for work.
struct Service {
  std::string name;
  std::variant<Clinic, Team> is;
  Place place;

  static constexpr std::string_view kTitle = "service";
  static constexpr std::string_view kSummary = "Capacity for work: a clinic or a team, told apart by `kind`.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.inlined(&Service::is);
  }
};

}  // namespace sendcap::scenario
