#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sendcap/scenario/language/error_code.hpp"
#include "sendcap/scenario/language/quantity.hpp"

namespace sendcap::scenario {

/// The kinds of quantity that are one number in a base unit (days, per day, a share of 1, pounds, per year).
enum class QuantityKind : std::uint8_t {
  duration,
  rate,
  fraction,
  money,
  growth,
  number,
  whole,
  capacity,
  date,
  flag
};

/// Why a text is no quantity of the wanted kind.
struct TextError {
  Code code = Code::malformed;
  std::string message;
  std::string hint;
};

/// A result, or why there is none.
template <class T>
struct Parsed {
  std::optional<T> value;
  TextError error;

  explicit operator bool() const { return value.has_value(); }
  const T& operator*() const { return *value; }
};

/// Reads a quantity as a number in its base unit. Numbers are decimal, with a point, perhaps an exponent, and
/// perhaps commas between groups of three digits; never octal, hexadecimal, `nan` or `inf`.
/// When `unit_of` is given, a text without a unit takes the unit of that one (`1500` beside `1400 per year`).
[[nodiscard]] Parsed<double> parse_quantity(QuantityKind kind, std::string_view text,
                                            std::string_view unit_of = {});

/// Text that `parse_quantity` reads as exactly the same number, in the unit that makes it shortest.
[[nodiscard]] std::string format_quantity(QuantityKind kind, double number);

/// `a length of time such as '14 days'`.
[[nodiscard]] std::string_view quantity_in_words(QuantityKind kind);

/// A date, `day 100`, or a duration since the start.
[[nodiscard]] Parsed<Moment> parse_moment(std::string_view text);
[[nodiscard]] std::string format(const Moment& moment);

/// The same point on the clock, or earlier, when both are dates or both are times since the start.
[[nodiscard]] bool same_kind(const Moment& left, const Moment& right);
[[nodiscard]] bool earlier(const Moment& left, const Moment& right);

/// How each quantity type is one number of its base unit.
template <class T>
struct QuantityTraits;

template <class T, double T::*member, QuantityKind kind>
struct PlainQuantityTraits {
  static constexpr QuantityKind kKind = kind;
  static double number(const T& quantity) { return quantity.*member; }
  static T quantity(double number) {
    T result;
    result.*member = number;
    return result;
  }
};
template <>
struct QuantityTraits<Duration> : PlainQuantityTraits<Duration, &Duration::days, QuantityKind::duration> {};
template <>
struct QuantityTraits<Rate> : PlainQuantityTraits<Rate, &Rate::per_day, QuantityKind::rate> {};
template <>
struct QuantityTraits<Fraction> : PlainQuantityTraits<Fraction, &Fraction::value, QuantityKind::fraction> {};
template <>
struct QuantityTraits<Money> : PlainQuantityTraits<Money, &Money::pounds, QuantityKind::money> {};
template <>
struct QuantityTraits<Growth> : PlainQuantityTraits<Growth, &Growth::per_year, QuantityKind::growth> {};
template <>
struct QuantityTraits<Number> : PlainQuantityTraits<Number, &Number::value, QuantityKind::number> {};
template <>
struct QuantityTraits<Capacity> : PlainQuantityTraits<Capacity, &Capacity::value, QuantityKind::capacity> {};
template <>
struct QuantityTraits<Whole> {
  static constexpr QuantityKind kKind = QuantityKind::whole;
  static double number(Whole whole) { return static_cast<double>(whole.value); }
  static Whole quantity(double number) { return Whole{static_cast<std::int64_t>(number)}; }
};
template <>
struct QuantityTraits<Date> {
  static constexpr QuantityKind kKind = QuantityKind::date;
  static double number(Date date) { return date.days_since_1970; }
  static Date quantity(double number) { return Date{static_cast<std::int32_t>(number)}; }
};
template <>
struct QuantityTraits<bool> {
  static constexpr QuantityKind kKind = QuantityKind::flag;
  static double number(bool flag) { return flag ? 1 : 0; }
  static bool quantity(double number) { return number != 0; }
};

template <class T>
concept IsQuantity = requires {
  QuantityTraits<T>::kKind;
};

/// `parse<Duration>("14 days")`.
template <IsQuantity T>
[[nodiscard]] Parsed<T> parse(std::string_view text) {
  const Parsed<double> number = parse_quantity(QuantityTraits<T>::kKind, text);
  if (!number) return {std::nullopt, number.error};
  return {QuantityTraits<T>::quantity(*number), {}};
}

/// `format(Duration{14})` is `2 weeks`; it parses back to the same quantity.
template <IsQuantity T>
[[nodiscard]] std::string format(const T& quantity) {
  return format_quantity(QuantityTraits<T>::kKind, QuantityTraits<T>::number(quantity));
}

}  // namespace sendcap::scenario
