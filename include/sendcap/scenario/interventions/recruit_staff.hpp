#pragma once

#include <string_view>

#include "sendcap/scenario/interventions/terms.hpp"
#include "sendcap/scenario/language/declaration.hpp"
#include "sendcap/scenario/language/value.hpp"

namespace sendcap::scenario {

class Diagnostics;
struct Scenario;

/// New posts in a team, of which not all may be filled.
struct RecruitStaff {
  Name team;
  Value<Number> posts;
  Value<Fraction> filled{Fraction{1.0}};
  Value<Number> agency_cover;
  Value<Money> agency_costs_more_by;
  Terms terms;
  Place place;

  static constexpr std::string_view kTitle = "recruit staff";
  static constexpr std::string_view kSummary =
      "New posts in a team. They stand empty for the `lead time`; then the share that can be filled is "
      "filled, "
      "paid in full from the first day, and works from `begins with` up to all of it over the `ramp` "
      "(induction). Agency staff may cover until then.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("team", &RecruitStaff::team, "The team; its `cost` is the salary.", Rule{.required = true});
    visit.field("posts", &RecruitStaff::posts, "Whole-time posts.",
                Rule{.required = true, .least = 0, .example = "3"});
    visit.field("filled", &RecruitStaff::filled, "The share of the posts that is filled.",
                Rule{.least = 0, .most = 1, .example = "{is: 80%, range: [50%, 100%]}"});
    visit.field("agency cover", &RecruitStaff::agency_cover,
                "Whole-time agency staff from the day of the decision until the posts are filled.",
                Rule{.least = 0, .example = "1"});
    visit.field("agency costs more by", &RecruitStaff::agency_costs_more_by,
                "What one of them costs in a year beyond a member of the team.",
                Rule{.least = 0, .example = "£40,000"});
    visit.inlined(&RecruitStaff::terms);
  }
};

void intervene(Scenario& scenario, const RecruitStaff& change, Diagnostics& diagnostics);

}  // namespace sendcap::scenario
