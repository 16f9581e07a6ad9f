#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sendcap/scenario/children.hpp"
#include "sendcap/scenario/language/declaration.hpp"
#include "sendcap/scenario/language/named.hpp"
#include "sendcap/scenario/language/value.hpp"

namespace sendcap::scenario {

/// One way on from a step and the share of children who take it.
struct Branch {
  std::string name;  ///< the step or outcome it leads to
  Value<Fraction> share;
  Place place;

  static constexpr std::string_view kTitle = "branch";
  static constexpr std::string_view kSummary = "The share of children who go this way.";
  static constexpr std::string_view kShortField = "share";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("share", &Branch::share, "The share of children who go this way.",
                Rule{.required = true, .least = 0, .most = 1, .example = "70%"});
  }
};

/// One rule of where to go next: for the children it is about, one way or a split.
struct NextRule {
  std::optional<Condition> when;
  std::optional<Name> to;
  Named<Branch> split;
  Place place;

  static constexpr std::string_view kTitle = "next rule";
  static constexpr std::string_view kSummary =
      "Where children go after a step: `to` one step or outcome, or a `split` whose shares sum to 100%. "
      "Written "
      "short, a name alone means `to`. In a list of rules the first whose `when` fits a child is used.";
  static constexpr std::string_view kShortField = "to";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("when", &NextRule::when, "The children the rule is about; all unless given.");
    visit.field("to", &NextRule::to, "The step or outcome they go to.", Rule{.example = "assessment"});
    visit.field("split", &NextRule::split, "Shares of children by step or outcome; they sum to 100%.",
                Rule{.example = "{first appointment: 85%, redirected: 15%}"});
  }
};

}  // namespace sendcap::scenario
