#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "scenario/language/date_text.hpp"
#include "scenario/language/number_text.hpp"
#include "scenario/language/text.hpp"
#include "scenario/language/time_unit.hpp"
#include "sendcap/scenario/language/quantity_text.hpp"

namespace sendcap::scenario {

namespace {

bool reads_as(QuantityKind kind, const std::string& text, double number) {
  const Parsed<double> parsed = parse_quantity(kind, text);
  return parsed && *parsed == number;
}

/// A number text such that `number + after` reads as exactly `wanted`. Few digits are tried first: dividing
/// by the unit may have left noise in the last ones.
std::optional<std::string> exact_number(QuantityKind kind, double number, std::string_view after,
                                        double wanted) {
  constexpr int kFewDigits = 12;
  for (const int digits : {kFewDigits, kFewDigits + 3, kFewDigits + 5}) {
    std::string text = fmt::format("{:.{}g}", number, digits);
    if (reads_as(kind, text + std::string(after), wanted)) return text;
  }
  return std::nullopt;
}

/// How long a number reads; exponents read badly.
std::size_t reading_length(const std::string& number) {
  constexpr std::size_t kExponentCost = 4;
  return number.size() + (number.find('e') == std::string::npos ? 0 : kExponentCost);
}

/// The text that reads most briefly of those offered, the first of equals.
class Briefest {
 public:
  explicit Briefest(std::string fallback) : text_(std::move(fallback)) {}
  void offer(std::string text, std::size_t length) {
    if (length >= length_) return;
    length_ = length;
    text_ = std::move(text);
  }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
  std::size_t length_ = std::string::npos;
};

std::string format_duration(double days) {
  if (days == 0) return "0 days";
  Briefest briefest(shortest_number(days) + " days");
  for (const TimeUnit& unit : time_units()) {
    const std::string many = concat({" ", unit.many});
    const auto number = exact_number(QuantityKind::duration, days * unit.parts / unit.days, many, days);
    if (!number) continue;
    briefest.offer(concat({*number, " ", *number == "1" ? unit.one : unit.many}), reading_length(*number));
  }
  return briefest.text();
}

std::string format_rate(double per_day) {
  if (per_day == 0) return "0 per week";
  Briefest briefest(shortest_number(per_day) + " per day");
  for (const std::string_view name : {"day", "week", "year", "hour", "min", "month", "second"}) {
    const TimeUnit& unit = *find_time_unit(name);
    const std::string after = concat({" per ", name});
    const auto number = exact_number(QuantityKind::rate, per_day * unit.days / unit.parts, after, per_day);
    // A month is of no fixed length, so a rate reads better by the week or year.
    if (number) briefest.offer(*number + after, reading_length(*number) + (name == "month" ? 1 : 0));
  }
  return briefest.text();
}

/// A text that reads as exactly a hundred times the number: its own digits and a greater exponent.
std::string hundredfold(double number) {
  const std::string text = fmt::format("{:.16e}", number);
  const std::size_t mark = text.find('e');
  return text.substr(0, mark + 1) + std::to_string(std::stoi(text.substr(mark + 1)) + 2);
}

std::string format_fraction(double value) {
  const auto percent = exact_number(QuantityKind::fraction, value * 100, "%", value);
  const std::string plain = shortest_number(value);
  const bool plain_allowed = std::abs(value) <= 1;
  if (plain_allowed && (!percent || plain.size() + 2 < percent->size())) return plain;
  return percent.value_or(hundredfold(value)) + "%";
}

std::string format_growth(double per_year) {
  const auto percent = exact_number(QuantityKind::growth, per_year * 100, "% per year", per_year);
  return percent.value_or(hundredfold(per_year)) + "% per year";
}

std::string with_commas(std::string digits) {
  const std::size_t end = std::min(digits.find('.'), digits.size());
  if (digits.find('e') != std::string::npos) return digits;
  for (std::size_t position = end; position > 3; position -= 3) digits.insert(position - 3, 1, ',');
  return digits;
}

std::string format_money(double pounds) {
  const std::string sign = pounds < 0 ? "-£" : "£";
  const double size = std::abs(pounds);
  constexpr double kMillion = 1e6;
  if (size >= kMillion) {
    const std::string millions = fmt::format("{:.4g}", size / kMillion);
    const std::string text = sign + millions + "m";
    if (reads_as(QuantityKind::money, text, pounds)) return text;
  }
  return sign + with_commas(shortest_number(size));
}

}  // namespace

std::string format_quantity(QuantityKind kind, double number) {
  switch (kind) {
    case QuantityKind::duration:
      return format_duration(number);
    case QuantityKind::rate:
      return format_rate(number);
    case QuantityKind::fraction:
      return format_fraction(number);
    case QuantityKind::money:
      return format_money(number);
    case QuantityKind::growth:
      return format_growth(number);
    case QuantityKind::capacity:
      return std::isinf(number) ? "unlimited" : shortest_number(number);
    case QuantityKind::date:
      return format_date(static_cast<std::int32_t>(number));
    case QuantityKind::flag:
      return number != 0 ? "yes" : "no";
    case QuantityKind::number:
    case QuantityKind::whole:
      break;
  }
  return shortest_number(number);
}

std::string format(const Moment& moment) {
  if (moment.is_date) return format_date(moment.date.days_since_1970);
  return format_quantity(QuantityKind::duration, moment.since_start.days);
}

std::string_view quantity_in_words(QuantityKind kind) {
  switch (kind) {
    case QuantityKind::duration:
      return "a length of time such as '14 days'";
    case QuantityKind::rate:
      return "a rate such as '12 per week'";
    case QuantityKind::fraction:
      return "a share such as '35%' or '0.35'";
    case QuantityKind::money:
      return "a sum of money such as '£24,000'";
    case QuantityKind::growth:
      return "a growth such as '11% per year'";
    case QuantityKind::capacity:
      return "a number such as '2.5', or 'unlimited'";
    case QuantityKind::date:
      return "a date such as '2025-09-01'";
    case QuantityKind::flag:
      return "'yes' or 'no'";
    case QuantityKind::whole:
      return "a whole number such as '14'";
    case QuantityKind::number:
      break;
  }
  return "a plain number such as '2.5'";
}

bool same_kind(const Moment& left, const Moment& right) {
  return left.is_date == right.is_date;
}

bool earlier(const Moment& left, const Moment& right) {
  if (!same_kind(left, right)) return false;
  return left.is_date ? left.date < right.date : left.since_start.days < right.since_start.days;
}

}  // namespace sendcap::scenario
