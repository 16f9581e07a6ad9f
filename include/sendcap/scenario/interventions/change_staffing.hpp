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

/// More or fewer staff from a date on.
struct ChangeStaffing {
  Name team;
  Value<Number> by;
  Terms terms;
  Place place;

  static constexpr std::string_view kTitle = "change staffing";
  static constexpr std::string_view kSummary = "More or fewer staff in a team from a date on.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("team", &ChangeStaffing::team, "The team.", Rule{.required = true});
    visit.field("by", &ChangeStaffing::by, "Whole-time equivalents added; below zero takes away.",
                Rule{.required = true, .example = "2"});
    visit.inlined(&ChangeStaffing::terms);
  }
};

void intervene(Scenario& scenario, const ChangeStaffing& change, Diagnostics& diagnostics);

}  // namespace sendcap::scenario
