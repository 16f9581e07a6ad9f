#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sendcap/scenario/language/declaration.hpp"
#include "sendcap/scenario/language/named.hpp"
#include "sendcap/scenario/language/value.hpp"

namespace sendcap::scenario {

/// What was promised for a milestone, or is the law.
struct Target {
  std::string name;
  Name measure;
  Name subject;
  std::optional<Name> group;
  Name at;
  std::optional<Value<Number>> at_least;
  std::optional<Value<Number>> at_most;
  Place place;

  static constexpr std::string_view kTitle = "target";
  static constexpr std::string_view kSummary =
      "What was promised for a milestone, or is the law. A run tells how likely it is to be met.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("measure", &Target::measure, "Name of the measure, as in the results.",
                Rule{.required = true, .example = "waiting up to 18 weeks"});
    visit.field("subject", &Target::subject, "What the measure is of, as in the results.",
                Rule{.required = true, .example = "physiotherapy"});
    visit.field("group", &Target::group, "The group of children, as in the results; all unless given.",
                Rule{.example = "district: Redditch"});
    visit.field("at", &Target::at, "The milestone for which it was promised.",
                Rule{.required = true, .example = "monitoring inspection"});
    visit.field("at least", &Target::at_least,
                "Met when the measure is this or more, in its unit (a share as 0.92). Its source says who "
                "promised it.",
                Rule{.example = "0.92"});
    visit.field("at most", &Target::at_most, "Met when the measure is this or less.", Rule{.example = "18"});
  }
};

}  // namespace sendcap::scenario
