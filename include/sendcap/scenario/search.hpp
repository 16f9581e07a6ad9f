#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sendcap/scenario/language/declaration.hpp"
#include "sendcap/scenario/language/named.hpp"
#include "sendcap/scenario/language/node.hpp"
#include "sendcap/scenario/language/shape_of.hpp"
#include "sendcap/scenario/language/value.hpp"
#include "sendcap/scenario/money.hpp"
#include "sendcap/scenario/plan.hpp"

namespace sendcap::scenario {

class Reader;

/// Which way a goal is wanted.
enum class Want { as_the_measure, least, most };

/// The words of a file; nothing stands for the direction in which the measure is better for children.
constexpr std::array<std::string_view, 3> enum_words(Want) {
  return {"", "least", "most"};
}

/// The one figure that decides which plan is best.
struct Goal {
  Name measure;
  Name subject;
  std::optional<Name> group;
  std::optional<Name> at;
  Want want = Want::as_the_measure;
  std::optional<Number> worth_having;
  Place place;

  static constexpr std::string_view kTitle = "goal";
  static constexpr std::string_view kSummary = "The one figure that decides which plan is best.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("measure", &Goal::measure, "Name of the measure, as in the results.",
                Rule{.required = true, .example = "without a place"});
    visit.field("subject", &Goal::subject, "What the measure is of, as in the results.",
                Rule{.required = true, .example = "plans"});
    visit.field("group", &Goal::group, "The group of children, as in the results; all unless given.",
                Rule{.example = "district: Redditch"});
    visit.field("at", &Goal::at,
                "When: a milestone, `end` or `whole run`. Unless given, the end for what stands at a date, "
                "the whole run for what happens over time.",
                Rule{.example = "monitoring inspection"});
    visit.field("want", &Goal::want,
                "Whether the least or the most of it is best; unless given, what is better for children.");
    visit.field("worth having", &Goal::worth_having,
                "The smallest difference that is worth having, in the unit of the measure (a share as 0.01): "
                "plans nearer to the best than this count as good as the best.",
                Rule{.least = 0, .above_least = true, .example = "2"});
  }
};

/// What a plan may cost beyond the scenario as it stands.
struct Budget {
  std::optional<Value<Money>> a_year;
  std::optional<Value<Money>> in_all;
  std::vector<Payer> paid_by;
  std::optional<Money> give_or_take;
  Place place;

  static constexpr std::string_view kTitle = "budget";
  static constexpr std::string_view kSummary =
      "What a plan may cost beyond the scenario as it stands: what it adds less what it saves, on average "
      "over "
      "replications.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("at most a year", &Budget::a_year, "Over the run, for each year of it.",
                Rule{.least = 0, .example = "£2m"});
    visit.field("at most in all", &Budget::in_all, "Over the whole run.", Rule{.least = 0, .example = "£3m"});
    visit.field("paid by", &Budget::paid_by, "Whose money it is about; everybody's unless given.",
                Rule{.example = "[NHS, high-needs block]"});
    visit.field(
        "give or take", &Budget::give_or_take,
        "How far from the limit nobody would mind: a plan that costs so little more or less may count "
        "as within the budget or not. A hundredth of the limit unless given.",
        Rule{.least = 0, .above_least = true, .example = "£20,000"});
  }
  static void check(Reader& reader, const Node& node, const Budget& budget);
};

/// The values that one field of a lever's interventions may have; by the name (or path) of the field.
struct Variation {
  std::string name;
  std::vector<Node> values;
  Place place;

  static constexpr std::string_view kTitle = "variation";
  static constexpr std::string_view kSummary =
      "The values that a field of the interventions may have. A field within another is named by its path: "
      "`tranches.1.places`.";
  static constexpr std::string_view kShortSchema = R"({"type": "array", "minItems": 1})";
  static constexpr std::string_view kShortWords = "a list of values, each as it would stand in the field";
  template <class Visitor>
  static void declare(Visitor&) {}
  static bool read_short(Reader& reader, const Node& node, Variation& variation);
  static std::optional<Node> write_short(const Variation& variation);
};

/// One way to use a lever.
struct Choice {
  std::string name;
  std::vector<Intervention> interventions;
  Place place;

  static constexpr std::string_view kTitle = "choice";
  static constexpr std::string_view kSummary = "One way to use a lever.";
  static constexpr std::string_view kShortField = "interventions";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("interventions", &Choice::interventions, "The changes.", Rule{.required = true});
  }
};

/// Something that could be done, in one of several ways or not at all.
struct Lever {
  std::string name;
  bool must = false;
  Named<Choice> choices;
  std::vector<Intervention> interventions;
  Named<Variation> vary;
  Place place;

  static constexpr std::string_view kTitle = "lever";
  static constexpr std::string_view kSummary =
      "Something that could be done, in one of several ways or not at all: either `choices`, or "
      "`interventions` of which some fields `vary`.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("must", &Lever::must, "It has to be done in one of the ways; leaving it is no choice.");
    visit.field("choices", &Lever::choices, "The ways, by name, the smallest first.");
    visit.field("interventions", &Lever::interventions, "The changes, the same in each way but for `vary`.");
    visit.field("vary", &Lever::vary,
                "Fields of the interventions with the values each may have, in order of size. A field that "
                "several interventions have is changed in all of them.",
                Rule{.example = "{sessions: [1 per week, 2 per week], from: [2026-04-01, 2026-09-01]}"});
  }
  static void check(Reader& reader, const Node& node, const Lever& lever);
};

/// What could be done, for how much, and what it is for.
struct Search {
  std::string title;
  std::string description;
  Goal goal;
  std::optional<Budget> budget;
  Named<Lever> levers;
  Place place;

  static constexpr std::string_view kTitle = "search";
  static constexpr std::string_view kSummary =
      "What could be done, for how much, and what it is for: the plans to choose among.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("search", &Search::title, "What is looked for, in one line.", Rule{.required = true});
    visit.field("description", &Search::description, "What a reader should know.");
    visit.field("goal", &Search::goal, "What decides which plan is best.", Rule{.required = true});
    visit.field("budget", &Search::budget, "What a plan may cost; no limit unless given.");
    visit.field("levers", &Search::levers, "What could be done. A plan takes one way of each.",
                Rule{.required = true});
  }
  static void check(Reader& reader, const Node& node, const Search& search);
};

extern template const Shape& shape_of<Search>();

}  // namespace sendcap::scenario
