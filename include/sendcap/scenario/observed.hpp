#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sendcap/scenario/language/declaration.hpp"
#include "sendcap/scenario/language/named.hpp"
#include "sendcap/scenario/language/value.hpp"

namespace sendcap::scenario {

/// A published value at a date.
struct ObservedPoint {
  Date date;
  Value<Number> is;
  Place place;

  static constexpr std::string_view kTitle = "observed point";
  static constexpr std::string_view kSummary = "A published value at a date.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("date", &ObservedPoint::date, "The day, as in the results.",
                Rule{.required = true, .example = "2025-01-01"});
    visit.field("is", &ObservedPoint::is, "The published value, in the measure's unit (a share as 0.374).",
                Rule{.required = true, .example = "6,970"});
  }
};

/// A published series that a measure can be compared with.
struct Observed {
  std::string title;
  Name measure;
  Name subject;
  std::optional<Name> group;
  std::vector<ObservedPoint> points;
  std::string source;
  Place place;

  static constexpr std::string_view kTitle = "observed";
  static constexpr std::string_view kSummary =
      "A published series with which a measure is compared. Points at or before the start of the run are "
      "what was "
      "known then; they are used for a plain forecast beside the model's.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("title", &Observed::title, "What it is, in plain words.", Rule{.required = true});
    visit.field("measure", &Observed::measure, "Name of the measure, as in the results.",
                Rule{.required = true, .example = "plans held"});
    visit.field("subject", &Observed::subject, "What the measure is of, as in the results.",
                Rule{.required = true, .example = "plans"});
    visit.field("group", &Observed::group, "The group of children, as in the results; all unless given.",
                Rule{.example = "age: 5 to 10"});
    visit.field("points", &Observed::points, "The published values, in order of date.",
                Rule{.required = true});
    visit.field("source", &Observed::source, "Where they are published.", Rule{.required = true});
  }
};

}  // namespace sendcap::scenario
