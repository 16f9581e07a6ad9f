#include <cmath>
#include <optional>

#include "scenario/language/date_text.hpp"
#include "scenario/language/number_text.hpp"
#include "scenario/language/text.hpp"
#include "scenario/language/time_unit.hpp"
#include "sendcap/scenario/language/quantity_text.hpp"

namespace sendcap::scenario {

namespace {

constexpr std::string_view kPound = "£";

Parsed<double> failure(Code code, std::string message, std::string hint = {}) {
  return {std::nullopt, {code, std::move(message), std::move(hint)}};
}

Parsed<double> not_a(QuantityKind kind, std::string_view text, std::string hint = {}) {
  return failure(Code::malformed, concat({"expected ", quantity_in_words(kind), ", found ", quoted(text)}),
                 std::move(hint));
}

Parsed<double> no_unit(QuantityKind kind, const LeadingNumber& number, std::string_view suggestion) {
  return failure(Code::missing_unit,
                 concat({quoted(number.text), " has no unit; expected ", quantity_in_words(kind)}),
                 concat({"did you mean '", suggestion, "'?"}));
}

Parsed<double> wrong_unit(std::string_view unit, std::string_view expected) {
  return failure(Code::unknown_unit, quoted(unit) + " is no unit that fits here", std::string(expected));
}

/// Takes a word off the front when it is there, as a word of its own.
bool take_word(std::string_view& text, std::string_view word) {
  if (lower_case(text.substr(0, word.size())) != word) return false;
  const std::string_view rest = text.substr(word.size());
  if (word != "/" && !rest.empty() && rest.front() != ' ') return false;
  text = trimmed(rest);
  return true;
}

bool take_per(std::string_view& text) {
  return take_word(text, "per") || take_word(text, "/") || take_word(text, "a") || take_word(text, "an");
}

Parsed<double> parse_duration(const LeadingNumber& number) {
  if (number.rest.empty()) {
    return no_unit(QuantityKind::duration, number, std::string(number.text) + " days");
  }
  const TimeUnit* unit = find_time_unit(number.rest);
  if (unit == nullptr) {
    return wrong_unit(number.rest, number.rest == "m"
                                       ? "write 'min' or 'months'"
                                       : "use seconds, min, hours, days, weeks, months or years");
  }
  return {*number.value * unit->days / unit->parts, {}};
}

Parsed<double> parse_rate(const LeadingNumber& number) {
  if (number.rest.empty()) return no_unit(QuantityKind::rate, number, std::string(number.text) + " per week");
  std::string_view rest = number.rest;
  constexpr std::string_view kExpected = "write how often as in '12 per week'";
  if (!take_per(rest)) return wrong_unit(number.rest, kExpected);
  double count = 1;
  if (const LeadingNumber every = read_leading_number(rest); every.value) {
    count = *every.value;
    rest = every.rest;
  }
  const TimeUnit* unit = find_time_unit(rest);
  if (unit == nullptr || !(count > 0)) return wrong_unit(number.rest, kExpected);
  return {*number.value * unit->parts / unit->days / count, {}};
}

/// A plain number above 1 is taken for a forgotten percent sign, not for more than the whole.
Parsed<double> parse_share(QuantityKind kind, const LeadingNumber& number, bool percent) {
  if (percent) return {times_power_of_ten(number, -2), {}};
  if (std::abs(*number.value) > 1) {
    return no_unit(kind, number,
                   std::string(number.text) + (kind == QuantityKind::growth ? "% per year" : "%"));
  }
  return {*number.value, {}};
}

bool take_percent(std::string_view& rest) {
  if (rest.empty() || rest.front() != '%') return false;
  rest = trimmed(rest.substr(1));
  return true;
}

Parsed<double> parse_fraction(const LeadingNumber& number) {
  std::string_view rest = number.rest;
  const bool percent = take_percent(rest);
  if (!rest.empty()) return wrong_unit(rest, "write a share as in '35%' or '0.35'");
  return parse_share(QuantityKind::fraction, number, percent);
}

Parsed<double> parse_growth(const LeadingNumber& number) {
  std::string_view rest = number.rest;
  const bool percent = take_percent(rest);
  if (rest.empty()) {
    return no_unit(QuantityKind::growth, number,
                   std::string(number.text) + (percent ? "%" : "") + " per year");
  }
  const std::string_view unit_text = rest;
  const TimeUnit* unit = take_per(rest) ? find_time_unit(rest) : nullptr;
  if (unit == nullptr || unit->one != "year") return wrong_unit(unit_text, "growth is given 'per year'");
  return parse_share(QuantityKind::growth, number, percent);
}

/// The zeros that a word after a sum of money stands for.
std::optional<int> zeros_of(std::string_view word) {
  const std::string lower = lower_case(word);
  if (lower.empty()) return 0;
  if (lower == "k" || lower == "thousand") return 3;
  if (lower == "m" || lower == "million") return 6;
  if (lower == "bn" || lower == "billion") return 9;
  return std::nullopt;
}

struct MoneyText {
  bool pound = false;
  bool minus = false;
  LeadingNumber number;
};

MoneyText read_money(std::string_view text) {
  MoneyText result;
  if (text.substr(0, 1) == "-" && text.substr(1, kPound.size()) == kPound) {
    result.minus = true;
    text.remove_prefix(1);
  }
  result.pound = text.substr(0, kPound.size()) == kPound;
  if (result.pound) text.remove_prefix(kPound.size());
  result.number = read_leading_number(text);
  return result;
}

Parsed<double> parse_money(std::string_view text, std::string_view unit_of) {
  MoneyText money = read_money(text);
  if (!money.number.value) return not_a(QuantityKind::money, text, money.number.hint);
  if (!money.pound && !unit_of.empty()) {
    money.pound = true;
    if (money.number.rest.empty()) money.number.rest = read_money(trimmed(unit_of)).number.rest;
  }
  const std::optional<int> zeros = zeros_of(money.number.rest);
  if (!zeros) return wrong_unit(money.number.rest, "write a sum as in '£24,000', '£24k' or '£1.2m'");
  if (!money.pound) return no_unit(QuantityKind::money, money.number, concat({kPound, text}));
  const double size = times_power_of_ten(money.number, *zeros);
  if (!std::isfinite(size)) return not_a(QuantityKind::money, text, "the number is too large");
  return {money.minus ? -size : size, {}};
}

Parsed<double> parse_plain(QuantityKind kind, std::string_view text, const LeadingNumber& number) {
  if (!number.rest.empty()) return not_a(kind, text, "write the number alone");
  constexpr double kLargestExactWhole = 9007199254740992.0;  // 2^53
  const bool whole =
      std::floor(*number.value) == *number.value && std::abs(*number.value) <= kLargestExactWhole;
  if (kind == QuantityKind::whole && !whole) return not_a(kind, text);
  return {*number.value, {}};
}

Parsed<double> parse_flag(std::string_view text) {
  if (text == "yes" || text == "true") return {1.0, {}};
  if (text == "no" || text == "false") return {0.0, {}};
  const std::string lower = lower_case(text);
  if (lower == "on" || lower == "yes" || lower == "true")
    return not_a(QuantityKind::flag, text, "did you mean 'yes'?");
  if (lower == "off" || lower == "no" || lower == "false")
    return not_a(QuantityKind::flag, text, "did you mean 'no'?");
  return not_a(QuantityKind::flag, text);
}

/// The number with the unit it leaves out taken from the one beside it. A share is never completed: 0.3
/// beside 35% is a share already.
LeadingNumber with_unit_of(QuantityKind kind, LeadingNumber number, std::string_view unit_of) {
  if (unit_of.empty()) return number;
  const bool needs_unit = kind == QuantityKind::duration || kind == QuantityKind::rate;
  const std::string_view unit = read_leading_number(unit_of).rest;
  if (needs_unit && number.rest.empty()) number.rest = unit;
  return number;
}

}  // namespace

Parsed<double> parse_quantity(QuantityKind kind, std::string_view whole_text, std::string_view unit_of) {
  const std::string_view text = trimmed(whole_text);
  if (kind == QuantityKind::date) return parse_date(text);
  if (kind == QuantityKind::flag) return parse_flag(text);
  if (kind == QuantityKind::money) return parse_money(text, unit_of);
  if (kind == QuantityKind::capacity && text == "unlimited") return {HUGE_VAL, {}};

  const LeadingNumber number = with_unit_of(kind, read_leading_number(text), unit_of);
  if (!number.value) return not_a(kind, text, number.hint);
  switch (kind) {
    case QuantityKind::duration:
      return parse_duration(number);
    case QuantityKind::rate:
      return parse_rate(number);
    case QuantityKind::fraction:
      return parse_fraction(number);
    case QuantityKind::growth: {
      const bool bare = number.rest.empty() || number.rest == "%";
      if (!bare || unit_of.empty()) return parse_growth(number);
      return parse_share(kind, number, number.rest == "%");
    }
    default:
      return parse_plain(kind, text, number);
  }
}

Parsed<Moment> parse_moment(std::string_view whole_text) {
  std::string_view text = trimmed(whole_text);
  Moment moment;
  if (looks_like_date(text)) {
    const Parsed<double> date = parse_date(text);
    if (!date) return {std::nullopt, date.error};
    moment.is_date = true;
    moment.date = QuantityTraits<Date>::quantity(*date);
    return {moment, {}};
  }
  Parsed<double> days;
  std::string_view rest = text;
  if (take_word(rest, "day")) {
    const LeadingNumber number = read_leading_number(rest);
    if (number.rest.empty()) days.value = number.value;
  } else {
    days = parse_quantity(QuantityKind::duration, text);
    if (days.error.code != Code::malformed) {
      if (!days) return {std::nullopt, days.error};
    }
  }
  if (!days || *days < 0) {
    return {std::nullopt,
            {Code::malformed,
             "expected a date such as '2025-09-01', or a time since the start such as 'day 100' or '12 "
             "weeks', found " +
                 quoted(text),
             {}}};
  }
  moment.since_start = Duration{*days};
  return {moment, {}};
}

}  // namespace sendcap::scenario
