#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sendcap/scenario/language/declaration.hpp"
#include "sendcap/scenario/language/named.hpp"
#include "sendcap/scenario/language/value.hpp"

namespace sendcap::scenario {

class Reader;
struct Node;

/// Ages in completed years, first and last included. In a file: `under 5`, `5 to 10`, `16`, `19 and over`.
struct AgeSpan {
  Whole first{0};
  Whole last{120};
  Place place;

  static constexpr std::string_view kTitle = "ages";
  static constexpr std::string_view kSummary =
      "Ages in completed years, both ends included: `under 5`, `5 to 10`, `16` or `19 and over`.";
  static constexpr std::string_view kShortSchema =
      R"({"anyOf": [{"type": "integer", "minimum": 0, "maximum": 120}, {"type": "string",
         "pattern": "^(under [0-9]+|[0-9]+|[0-9]+ to [0-9]+|[0-9]+ and over)$"}]})";
  static constexpr std::string_view kShortWords = "ages such as `under 5`, `5 to 10`, `16` or `19 and over`";
  static bool read_short(Reader& reader, const Node& node, AgeSpan& ages);
  static std::optional<Node> write_short(const AgeSpan& ages);
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("from", &AgeSpan::first, "Youngest age.", Rule{.least = 0, .most = 120});
    visit.field("to", &AgeSpan::last, "Oldest age.", Rule{.least = 0, .most = 120});
  }

  [[nodiscard]] bool holds(int age) const { return first.value <= age && age <= last.value; }
};

/// Parses `under 5`, `5 to 10`, `16`, `19 and over`; empty when the text is none of these.
std::optional<AgeSpan> parse_ages(std::string_view text);

/// An age band by which measures are given.
struct AgeBand {
  std::string name;
  AgeSpan ages;
  Place place;

  static constexpr std::string_view kTitle = "age band";
  static constexpr std::string_view kSummary = "An age band by which measures are given.";
  static constexpr std::string_view kShortField = "ages";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("ages", &AgeBand::ages, "The ages in the band.", Rule{.required = true});
  }
};

/// A further attribute of children with a fixed list of values (sex, deprivation quintile).
struct Attribute {
  std::string name;
  std::vector<std::string> values;
  Place place;

  static constexpr std::string_view kTitle = "attribute";
  static constexpr std::string_view kSummary = "A further attribute of children and the values it can have.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("values", &Attribute::values, "The values, in the order to show them.",
                Rule{.required = true});
  }
};

/// What is known about a child, and the groups by which every wait is given.
struct ChildrenKinds {
  std::vector<std::string> needs;
  Named<AgeBand> age_bands;
  std::vector<std::string> flags;
  Named<Attribute> attributes;
  std::optional<Name> supported;
  Place place;

  static constexpr std::string_view kTitle = "children";
  static constexpr std::string_view kSummary =
      "What is known about a child. Measures are given by district, need, age band and each further "
      "attribute.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("needs", &ChildrenKinds::needs, "Primary needs, in the order to show them.",
                Rule{.example = "[autism, ADHD, speech and language]"});
    visit.field("age bands", &ChildrenKinds::age_bands, "Age bands by which measures are given.",
                Rule{.example = "{under 5: under 5, 5 to 10: 5 to 10}"});
    visit.field("flags", &ChildrenKinds::flags, "Things that are true or not true of a child.",
                Rule{.example = "[autistic, has a plan]"});
    visit.field("attributes", &ChildrenKinds::attributes, "Further attributes (sex, deprivation quintile).");
    visit.field("supported", &ChildrenKinds::supported,
                "The flag of children who have support while they wait; time waited without it is measured.",
                Rule{.example = "supported"});
  }
};

/// Which children a rule is about: all that fit every line given. An empty condition is true of every child.
struct Condition {
  std::vector<Name> district;
  std::vector<Name> need;
  std::optional<AgeSpan> age;
  std::vector<Name> flag;
  std::vector<Name> without_flag;
  std::vector<Name> value;
  Place place;

  static constexpr std::string_view kTitle = "condition";
  static constexpr std::string_view kSummary =
      "Which children a rule is about: those that fit every line given; within a line any name will do "
      "(for `flag`, all of them).";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("district", &Condition::district, "Lives in one of these districts.");
    visit.field("need", &Condition::need, "Has one of these as primary need.");
    visit.field("age", &Condition::age, "Is of this age now.", Rule{.example = "under 5"});
    visit.field("flag", &Condition::flag, "Has all of these flags.");
    visit.field("without flag", &Condition::without_flag, "Has none of these flags.");
    visit.field("value", &Condition::value, "Has one of these values of a further attribute.");
  }

  [[nodiscard]] bool empty() const {
    return district.empty() && need.empty() && !age && flag.empty() && without_flag.empty() && value.empty();
  }
};

/// How heavily one value of an attribute counts when children are drawn.
struct Weight {
  std::string name;
  Value<Number> weight;
  Place place;

  static constexpr std::string_view kTitle = "weight";
  static constexpr std::string_view kSummary =
      "How heavily a value counts beside the others: a plain number, such as a count of children. Weights "
      "need not sum to "
      "anything.";
  static constexpr std::string_view kShortField = "weight";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("weight", &Weight::weight, "The weight.",
                Rule{.required = true, .least = 0, .example = "1,790"});
  }
};

/// The chance that a flag is true of a child.
struct FlagChance {
  std::string name;
  Value<Fraction> chance;
  Condition when;
  Value<Fraction> otherwise;
  Place place;

  static constexpr std::string_view kTitle = "flag chance";
  static constexpr std::string_view kSummary = "The chance that a flag is true of a child.";
  static constexpr std::string_view kShortField = "chance";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("chance", &FlagChance::chance, "The chance.",
                Rule{.required = true, .least = 0, .most = 1, .example = "70%"});
    visit.field("when", &FlagChance::when, "Only for these children; for others `otherwise` holds.");
    visit.field("otherwise", &FlagChance::otherwise, "The chance for all other children; none unless given.",
                Rule{.least = 0, .most = 1, .example = "15%"});
  }
};

/// One cell of a joint table.
struct JointCell {
  std::optional<Name> district;
  std::optional<Name> need;
  std::optional<AgeSpan> age;
  std::vector<Name> value;
  Value<Number> weight;
  Place place;

  static constexpr std::string_view kTitle = "joint cell";
  static constexpr std::string_view kSummary =
      "One cell of a joint table; an attribute left out is drawn from its own table.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("district", &JointCell::district, "District.");
    visit.field("need", &JointCell::need, "Primary need.");
    visit.field("age", &JointCell::age, "Ages; every year of age in the span is equally likely.");
    visit.field("value", &JointCell::value, "Values of further attributes.");
    visit.field("weight", &JointCell::weight, "How heavily the cell counts.",
                Rule{.required = true, .least = 0});
  }
};

/// A table of children: how district, need, age and the rest are drawn for a child who arrives.
struct Mix {
  std::string name;
  Named<Weight> district;
  Named<Weight> need;
  Named<Weight> age;
  Named<Weight> values;
  Named<FlagChance> flags;
  std::vector<JointCell> joint;
  std::string source;
  Quality quality = Quality::unstated;
  Place place;

  static constexpr std::string_view kTitle = "mix";
  static constexpr std::string_view kSummary =
      "A table of children: from these weights district, need, age and the rest are drawn, each on its own "
      "unless a joint table ties them together. What is left out is drawn evenly.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("district", &Mix::district, "Weight of each district.",
                Rule{.example = "{Bromsgrove: 26,832, Redditch: 25,030}"});
    visit.field("need", &Mix::need, "Weight of each primary need.");
    visit.field("age", &Mix::age, "Weight of each age or span of ages.",
                Rule{.example = "{under 5: 471, 5 to 10: 776, 11 to 15: 573}"});
    visit.field("values", &Mix::values, "Weight of each value of a further attribute.");
    visit.field("flags", &Mix::flags, "Chance of each flag.", Rule{.example = "{autistic: 70%}"});
    visit.field("joint", &Mix::joint, "Cells of a joint table.");
    visit.field("source", &Mix::source, "Where the table comes from.");
    visit.field("quality", &Mix::quality, "How far it can be trusted.");
  }
};

}  // namespace sendcap::scenario
