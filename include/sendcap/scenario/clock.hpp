#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sendcap/scenario/language/declaration.hpp"
#include "sendcap/scenario/language/named.hpp"
#include "sendcap/scenario/language/value.hpp"

namespace sendcap::scenario {

/// How often results are reported.
enum class ReportEvery { month, week, quarter, year, whole_run };

inline constexpr std::array<std::string_view, 5> enum_words(ReportEvery) {
  return {"month", "week", "quarter", "year", "whole run"};
}

/// The unit in which waits are reported.
enum class WaitUnit { weeks, days, hours, minutes };

inline constexpr std::array<std::string_view, 4> enum_words(WaitUnit) {
  return {"weeks", "days", "hours", "minutes"};
}

/// When the world begins and ends, and how time is reported.
struct Clock {
  Date start{20089};  // 2025-01-01
  std::optional<Duration> run_for;
  std::optional<Date> until;
  Duration warm_up;
  ReportEvery report_every = ReportEvery::month;
  Duration resolution{1.0};
  WaitUnit waits_in = WaitUnit::weeks;
  std::vector<Date> bank_holidays;
  Place place;

  static constexpr std::string_view kTitle = "clock";
  static constexpr std::string_view kSummary = "When the run begins and ends, and how its time is reported.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("start", &Clock::start, "First day of the run; everything at the start is as on this day.",
                Rule{.required = true, .example = "2025-01-01"});
    visit.field("run for", &Clock::run_for,
                "How long the run lasts after any warm-up. Give either this or `until`.",
                Rule{.least = 0, .above_least = true, .example = "18 months"});
    visit.field("until", &Clock::until, "The day at which the run ends (the first day not simulated).",
                Rule{.example = "2026-07-01"});
    visit.field(
        "warm up", &Clock::warm_up,
        "Time run before `start` from an empty world and left out of every measure. A run with children "
        "already waiting (`at start`) needs none.",
        Rule{.least = 0, .example = "2 years"});
    visit.field("report every", &Clock::report_every,
                "Length of a reporting period. `whole run` reports one period only.");
    visit.field("resolution", &Clock::resolution,
                "Waits are counted in steps of this length; percentiles are exact to it.",
                Rule{.least = 0, .above_least = true, .example = "1 day"});
    visit.field("waits in", &Clock::waits_in, "The unit in which waits are reported.");
    visit.field("bank holidays", &Clock::bank_holidays, "Days on which no clinic is held.",
                Rule{.example = "[2025-12-25, 2025-12-26]"});
  }
};

/// A date that matters, such as a monitoring inspection.
struct Milestone {
  std::string name;
  Date date;
  std::string source;
  Place place;

  static constexpr std::string_view kTitle = "milestone";
  static constexpr std::string_view kSummary = "A date that matters; measures are reported for it.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("date", &Milestone::date, "The day; measures are as at the beginning of it.",
                Rule{.required = true, .example = "2025-10-01"});
    visit.field("source", &Milestone::source, "Who fixed the date, and where it is written.");
  }
};

}  // namespace sendcap::scenario
