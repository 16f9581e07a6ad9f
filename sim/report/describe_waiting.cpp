#include <fmt/format.h>

#include "describe_sections.hpp"
#include "markdown_text.hpp"
#include "scenario_words.hpp"

namespace sendcap::report {
namespace {

using namespace scenario;  // all that a scenario is made of

constexpr std::string_view kPlace = "place";  // as a hazard names the wait for one

// Whom it may strike.
std::string whom(const WhileWaiting& happening) {
  std::vector<std::string> where;
  for (const Name& service : happening.at)
    where.push_back(service.text == kPlace ? "wait for a place" : "wait for " + quoted(service.text));
  if (!happening.in.empty()) where.push_back("are placed in: " + listed(words_of(happening.in), "or"));
  const std::string who = condition_words(happening.when);
  return fmt::format("children{} who {}", who.empty() ? "" : " " + who,
                     where.empty() ? "wait for any service or place" : listed(where, "or"));
}

std::string effect_words(const WhileWaiting& happening) {
  const bool placed = !happening.in.empty();
  std::string text;
  switch (happening.effect) {
    case HazardEffect::closes_the_case:
      text = placed ? "the case is closed; a child who is placed leaves the place" : "the case is closed";
      break;
    case HazardEffect::closes_all_cases:
      text = "all cases of the child are closed: it is gone, and so are its plan and place";
      break;
    case HazardEffect::raises_priority:
      text = "priority is raised to " + quoted(happening.to_class ? happening.to_class->text : "");
      break;
    case HazardEffect::goes_on:
      text = placed ? "the wait or stay goes on" : "the wait goes on";
      break;
  }
  if (happening.moves_to)
    text += fmt::format("; the child moves to {}, whether or not it has a place free",
                        quoted(happening.moves_to->text));
  if (happening.enters)
    text += fmt::format("; the child enters {}, unless it is there already", quoted(happening.enters->text));
  if (!happening.gives.empty()) text += "; from then on it has the flag " + quoted(happening.gives);
  return text;
}

}  // namespace

void describe_while_waiting(const Scenario& scenario, std::ostream& out) {
  if (scenario.while_waiting.empty()) return;
  out << heading(2, "What may happen meanwhile");
  for (const WhileWaiting& happening : scenario.while_waiting) {
    out << item(0, happening.name, "to " + whom(happening));
    out << item(1, "how often, to each: " + figure(happening.rate));
    for (const HazardFactor& factor : happening.factors)
      out << item(1,
                  fmt::format("for those {}, times {}", condition_words(factor.when), figure(factor.times)));
    for (const HazardByWait& by : happening.by_wait)
      out << item(1, fmt::format("after a wait of {}, times {}", amount(by.after), figure(by.times)));
    out << item(1, "then: " + effect_words(happening));
  }
  out << '\n';
}

}  // namespace sendcap::report
