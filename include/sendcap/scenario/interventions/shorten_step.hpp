#pragma once

#include <string_view>

#include "sendcap/scenario/interventions/terms.hpp"
#include "sendcap/scenario/language/declaration.hpp"
#include "sendcap/scenario/language/value.hpp"

namespace sendcap::scenario {

class Diagnostics;
struct Scenario;

/// A better pathway: a step takes less time.
struct ShortenStep {
  Name pathway;
  Name step;
  Value<Fraction> by;
  Terms terms;
  Place place;

  static constexpr std::string_view kTitle = "shorten a step";
  static constexpr std::string_view kSummary =
      "A step takes less time: less work for the team, or a shorter wait (templates, information gathered in "
      "parallel, fewer meetings). It holds for those who begin the step from then on.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("pathway", &ShortenStep::pathway, "The pathway.", Rule{.required = true});
    visit.field("step", &ShortenStep::step, "A step with `time`, `work` or a `wait`.",
                Rule{.required = true, .example = "information gathering"});
    visit.field("by", &ShortenStep::by, "The share of its time that is saved.",
                Rule{.required = true, .least = 0, .most = 1, .example = "{is: 30%, range: [10%, 50%]}"});
    visit.inlined(&ShortenStep::terms);
  }
};

void intervene(Scenario& scenario, const ShortenStep& change, Diagnostics& diagnostics);

}  // namespace sendcap::scenario
