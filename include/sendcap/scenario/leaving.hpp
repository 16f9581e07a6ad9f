#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sendcap/scenario/children.hpp"
#include "sendcap/scenario/language/declaration.hpp"
#include "sendcap/scenario/language/named.hpp"
#include "sendcap/scenario/language/value.hpp"
#include "sendcap/scenario/provision.hpp"

namespace sendcap::scenario {

/// What happens when a hazard strikes.
enum class HazardEffect { closes_the_case, closes_all_cases, raises_priority, goes_on };

inline constexpr std::array<std::string_view, 4> enum_words(HazardEffect) {
  return {"closes the case", "closes all cases", "raises priority", "goes on"};
}

/// A hazard that is higher or lower for some children.
struct HazardFactor {
  Condition when;
  Value<Number> times;
  Place place;

  static constexpr std::string_view kTitle = "hazard factor";
  static constexpr std::string_view kSummary = "Children for whom the hazard is higher or lower.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("when", &HazardFactor::when, "The children.", Rule{.required = true});
    visit.field("times", &HazardFactor::times, "Multiplier of the rate; several that fit multiply.",
                Rule{.required = true, .least = 0, .example = "1.5"});
  }
};

/// A hazard that changes with the time waited.
struct HazardByWait {
  Duration after;
  Value<Number> times;
  Place place;

  static constexpr std::string_view kTitle = "hazard by wait";
  static constexpr std::string_view kSummary = "From a length of wait on, the hazard is higher or lower.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("after", &HazardByWait::after, "Length of the wait from which it holds.",
                Rule{.required = true, .least = 0, .example = "26 weeks"});
    visit.field("times", &HazardByWait::times,
                "Multiplier of the rate from then on (the last one reached holds).",
                Rule{.required = true, .least = 0, .example = "2"});
  }
};

/// A reason for leaving a queue, or for a rise in priority, that strikes while a child waits.
struct WhileWaiting {
  std::string name;
  Value<Rate> rate;
  std::vector<Name> at;
  std::vector<ProvisionKind> in;
  Condition when;
  std::vector<HazardFactor> factors;
  std::vector<HazardByWait> by_wait;
  HazardEffect effect = HazardEffect::closes_the_case;
  std::optional<Name> to_class;
  std::optional<Name> moves_to;
  std::optional<Name> enters;
  std::vector<Name> gives;
  Place place;

  static constexpr std::string_view kTitle = "while waiting";
  static constexpr std::string_view kSummary =
      "Something that may happen to a child who waits or is placed somewhere: leaving for home education, a "
      "private assessment, "
      "moving away, "
      "or a rise in priority. Each child draws a tolerance once (exponential with mean 1) that the rate uses "
      "up "
      "while the child waits, so a later change of the rate acts on those already waiting.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("rate", &WhileWaiting::rate, "How often it strikes a waiting child.",
                Rule{.required = true, .least = 0, .example = "0.05 per year"});
    visit.field("at", &WhileWaiting::at,
                "Services whose queue it is about (and `place` for those who wait for a place); all unless "
                "this or `in` "
                "is given.");
    visit.field("in", &WhileWaiting::in,
                "Kinds of provision: it strikes children while they are placed there, waiting or not.",
                Rule{.example = "[mainstream]"});
    visit.field("when", &WhileWaiting::when, "Only these children.");
    visit.field("factors", &WhileWaiting::factors, "Children for whom it is higher or lower.");
    visit.field("by wait", &WhileWaiting::by_wait, "How it changes with the time waited in this queue.");
    visit.field(
        "effect", &WhileWaiting::effect,
        "What happens: `closes the case` (a child placed leaves the place), `closes all cases` (the child "
        "is gone, and so are its plan and place), `raises priority`, or `goes on` (the wait or stay goes on; "
        "it strikes once in it).");
    visit.field("to class", &WhileWaiting::to_class, "The priority class to which the child is raised.",
                Rule{.example = "urgent"});
    visit.field("moves to", &WhileWaiting::moves_to,
                "The provision to which the child moves, whether or not it has a place free.",
                Rule{.example = "home education"});
    visit.field("enters", &WhileWaiting::enters,
                "The pathway the child then enters, unless a case of the child is open on it.",
                Rule{.example = "appeal"});
    visit.field("gives", &WhileWaiting::gives, "Flags the child has from then on.");
  }
};

}  // namespace sendcap::scenario
