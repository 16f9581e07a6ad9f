#pragma once

#include <string>
#include <string_view>

#include "sendcap/scenario/interventions/terms.hpp"
#include "sendcap/scenario/language/declaration.hpp"
#include "sendcap/scenario/language/named.hpp"
#include "sendcap/scenario/language/value.hpp"

namespace sendcap::scenario {

class Diagnostics;
struct Scenario;

/// New posts in one team.
struct Posts {
  std::string name;  ///< of the team
  Value<Number> posts;
  Place place;

  static constexpr std::string_view kTitle = "posts";
  static constexpr std::string_view kSummary = "New posts in a team, in whole-time equivalents.";
  static constexpr std::string_view kShortField = "posts";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("posts", &Posts::posts, "Whole-time equivalents.",
                Rule{.required = true, .least = 0, .example = "4"});
  }
};

/// More staff for assessments for plans, in all the teams that make one.
struct AddCasework {
  Named<Posts> posts;
  Terms terms;
  Place place;

  static constexpr std::string_view kTitle = "add EHC casework capacity";
  static constexpr std::string_view kSummary =
      "New posts in the teams that make a plan (caseworkers, educational psychologists), filled after the "
      "lead time. They are paid in full from their first day, and do all of their work at the end of the "
      "ramp.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("posts", &AddCasework::posts, "The new posts by team.",
                Rule{.required = true, .example = "{EHC casework: 4, educational psychology: 2}"});
    visit.inlined(&AddCasework::terms);
  }
};

void intervene(Scenario& scenario, const AddCasework& change, Diagnostics& diagnostics);

}  // namespace sendcap::scenario
