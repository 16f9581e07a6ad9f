#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "sendcap/scenario/language/declaration.hpp"
#include "sendcap/scenario/language/named.hpp"
#include "sendcap/scenario/language/value.hpp"

namespace sendcap::scenario {

/// Whose money it is.
enum class Payer { nhs, council, high_needs_block };

inline constexpr std::array<std::string_view, 3> enum_words(Payer) {
  return {"NHS", "council", "high-needs block"};
}

/// Money spent once.
struct OneOff {
  std::string name;
  Date on;
  Value<Money> amount;
  Payer paid_by = Payer::council;
  Place place;

  static constexpr std::string_view kTitle = "one-off spending";
  static constexpr std::string_view kSummary = "Money spent once, such as a building.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("on", &OneOff::on, "The day.", Rule{.required = true, .example = "2026-08-01"});
    visit.field("amount", &OneOff::amount, "How much.",
                Rule{.required = true, .least = 0, .example = "£240,000"});
    visit.field("paid by", &OneOff::paid_by, "Whose money it is.");
  }
};

/// Money spent evenly over time.
struct Running {
  std::string name;
  Value<Money> a_year;
  Payer paid_by = Payer::council;
  Place place;

  static constexpr std::string_view kTitle = "running cost";
  static constexpr std::string_view kSummary =
      "Money spent evenly over time, such as a training programme, beside services and provision.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("a year", &Running::a_year, "How much in a year.",
                Rule{.required = true, .least = 0, .example = "{is: £0, then: {2026-04-01: £320,000}}"});
    visit.field("paid by", &Running::paid_by, "Whose money it is.");
  }
};

/// What comes in and goes out beside services and provision.
struct MoneyMatters {
  std::optional<Value<Money>> high_needs_block;
  Value<Money> other_high_needs;
  Named<OneOff> one_off;
  Named<Running> running;
  Place place;

  static constexpr std::string_view kTitle = "money";
  static constexpr std::string_view kSummary =
      "The high-needs block and spending beside services and provision. Costs are given for each period and "
      "for the financial year (April to March) so far.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("high-needs block", &MoneyMatters::high_needs_block, "Income of the high-needs block a year.",
                Rule{.least = 0, .example = "{is: £90m, then: {2026-04-01: £95m}}"});
    visit.field("other high-needs spending", &MoneyMatters::other_high_needs,
                "Spending of the high-needs block a year that the scenario does not show.",
                Rule{.least = 0, .example = "£10m"});
    visit.field("one-off", &MoneyMatters::one_off, "Money spent once.");
    visit.field("running", &MoneyMatters::running, "Money spent evenly over time.");
  }
};

}  // namespace sendcap::scenario
