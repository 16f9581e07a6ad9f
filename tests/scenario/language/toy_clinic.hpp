#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sendcap/scenario/language/declaration.hpp"
#include "sendcap/scenario/language/distribution_spec.hpp"
#include "sendcap/scenario/language/named.hpp"
#include "sendcap/scenario/language/value.hpp"

// A small world that uses every type a member of a declared struct may have.
namespace sendcap::scenario::toy {

enum class Order { first_come, longest_wait };
constexpr std::array<std::string_view, 2> enum_words(Order) {
  return {"first come", "longest wait"};
}

/// A block that may be written as its one figure: `north: 60%`.
struct Share {
  std::string name;
  Value<Fraction> share;
  Place place;

  static constexpr std::string_view kTitle = "share";
  static constexpr std::string_view kSummary = "A part of the whole.";
  static constexpr std::string_view kShortField = "share";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("share", &Share::share, "How much of it.", Rule{.required = true, .example = "60%"});
  }
};

struct Clinic {
  Value<Rate> sessions;
  Value<Fraction> cancelled;
  Order order = Order::first_come;
  std::vector<std::string> days;
  Place place;

  static constexpr std::string_view kTitle = "clinic";
  static constexpr std::string_view kSummary = "Appointment slots on a timetable.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("sessions", &Clinic::sessions, "Sessions held.",
                Rule{.required = true, .example = "12 per week"});
    visit.field("cancelled", &Clinic::cancelled, "Chance that one is cancelled.", Rule{.most = 0.5});
    visit.field("order", &Clinic::order, "Who is taken next.");
    visit.field("days", &Clinic::days, "On which days.");
  }
};

struct Team {
  Value<Capacity> staff;
  Whole contacts{1};
  DistributionSpec work;
  std::optional<Duration> leave;
  Place place;

  static constexpr std::string_view kTitle = "team";
  static constexpr std::string_view kSummary = "People who each see one child at a time.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("staff", &Team::staff, "How many.", Rule{.required = true, .example = "14"});
    visit.field("contacts", &Team::contacts, "Visits for each child.", Rule{.least = 1, .most = 20});
    visit.field("work", &Team::work, "Time for one visit.", Rule{.example = "45 min"});
    visit.field("leave", &Team::leave, "Leave a year.");
  }
};

struct Service {
  std::string name;
  std::variant<Clinic, Team> is;
  Named<Share> districts;
  Place place;

  static constexpr std::string_view kTitle = "service";
  static constexpr std::string_view kSummary = "A clinic or a team.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.inlined(&Service::is);
    visit.field("districts", &Service::districts, "Whom it serves.");
  }
};

/// Holds itself, as steps of a pathway do.
struct Step {
  Name to;
  std::vector<Step> otherwise;
  Place place;

  static constexpr std::string_view kTitle = "step";
  static constexpr std::string_view kSummary = "Where a child goes next.";
  static constexpr std::string_view kShortField = "to";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("to", &Step::to, "The service.", Rule{.required = true});
    visit.field("otherwise", &Step::otherwise, "And else.");
  }
};

struct County {
  std::string title;
  Moment start;
  bool bank_holidays = true;
  Value<Growth> growth;
  Value<Money> budget;
  Named<Service> services;
  std::vector<Step> steps;

  static constexpr std::string_view kTitle = "county";
  static constexpr std::string_view kSummary = "A small world.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("title", &County::title, "What it is called.");
    visit.field("start", &County::start, "When the run begins.");
    visit.field("bank holidays", &County::bank_holidays, "Whether they are kept.");
    visit.field("growth", &County::growth, "Growth of demand.");
    visit.field("budget", &County::budget, "What may be spent.");
    visit.field("services", &County::services, "All services.");
    visit.field("steps", &County::steps, "The pathway.");
  }
};

/// A file that makes use of all of it and has no mistake.
inline constexpr std::string_view kGoodCounty = R"(title: A small county
start: 2025-09-01
bank holidays: no
growth: {is: 11% per year, range: [8%, 15%], source: list growth, quality: assumption}
budget: £1.2m
services:
  community paediatrics:
    kind: clinic
    sessions:
      is: 12 per week
      then:
        2026-09-01: 14 per week
        2027-01-01: {is: 15, source: the board's plan, quality: sourced}
      range: [10, 15]
    cancelled: 4%
    order: longest wait
    days: [Tuesday, Thursday]
    districts:
      north: 60%
      south: {is: 40%, quality: knowledge}
  occupational therapy:
    kind: team
    staff: 14.5
    contacts: 6
    work: {kind: gamma, mean: 45 min, sd: {is: 10 min, range: [5 min, 20 min]}}
    leave: 6 weeks
  advice line:
    kind: team
    staff: unlimited
    work: 20 min
steps:
  - community paediatrics
  - to: occupational therapy
    otherwise: advice line
)";

}  // namespace sendcap::scenario::toy
