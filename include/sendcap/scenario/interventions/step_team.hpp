#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sendcap/scenario/language/declaration.hpp"
#include "sendcap/scenario/language/distribution_spec.hpp"
#include "sendcap/scenario/language/value.hpp"
#include "sendcap/scenario/money.hpp"

namespace sendcap::scenario {

/// Who does a step that a change adds: a team that there is, or a new one; and how long it takes them.
struct StepTeam {
  Name team;
  std::optional<Value<Capacity>> staff;
  std::optional<Value<Duration>> hours_a_week;
  Value<Money> salary;
  Payer paid_by = Payer::nhs;
  std::optional<DistributionSpec> work;
  std::optional<DistributionSpec> time;

  static constexpr std::string_view kTitle = "team of a new step";
  static constexpr std::string_view kSummary =
      "Who does a step that a change adds: a team that there is, or a new one, and how long it takes them.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("team", &StepTeam::team, "The team, which may be a new one.", Rule{.required = true});
    visit.field(
        "staff", &StepTeam::staff,
        "Of a new team: its staff in whole-time equivalents, there and paid from the first day of the "
        "effect. It stays after `until`, for those it still has.",
        Rule{.least = 0, .example = "{is: 2, range: [1, 3]}"});
    visit.field("hours a week", &StepTeam::hours_a_week,
                "Of a new team: working time with children that one of them has in a week.",
                Rule{.least = 0, .most = 7, .above_least = true, .example = "20 hours"});
    visit.field("salary", &StepTeam::salary, "Of a new team: what one of them costs in a year.",
                Rule{.least = 0, .example = "£66,000"});
    visit.field("paid by", &StepTeam::paid_by, "Of a new team: whose money it is.");
    visit.field("work", &StepTeam::work, "Working time one child takes, spread over `hours a week`.",
                Rule{.example = "90 min"});
    visit.field("time", &StepTeam::time, "Instead of `work`: time with one child by the calendar.",
                Rule{.example = "1 day"});
  }
};

}  // namespace sendcap::scenario
