#include "scenario/language/number_text.hpp"

#include <fast_float/fast_float.h>
#include <fmt/format.h>

#include <cmath>

#include "scenario/language/text.hpp"

namespace sendcap::scenario {

namespace {

bool is_digit(char letter) {
  return letter >= '0' && letter <= '9';
}

std::size_t digits_at(std::string_view text, std::size_t position) {
  std::size_t count = 0;
  while (position + count < text.size() && is_digit(text[position + count])) ++count;
  return count;
}

/// Where the whole part ends; sets `hint` when commas or zeros stand wrongly.
std::size_t whole_part_end(std::string_view text, std::size_t begin, std::string& hint) {
  const std::size_t first_group = digits_at(text, begin);
  std::size_t end = begin + first_group;
  if (first_group > 1 && text[begin] == '0') hint = "write the number without a zero in front";
  while (end < text.size() && text[end] == ',') {
    const std::size_t group = digits_at(text, end + 1);
    if (group != 3 || first_group > 3) hint = "a comma separates groups of three digits, as in 1,883";
    if (group == 0) break;
    end += 1 + group;
  }
  return end;
}

std::size_t exponent_end(std::string_view text, std::size_t begin) {
  if (begin >= text.size() || (text[begin] != 'e' && text[begin] != 'E')) return begin;
  std::size_t digits = begin + 1;
  if (digits < text.size() && (text[digits] == '+' || text[digits] == '-')) ++digits;
  const std::size_t count = digits_at(text, digits);
  return count == 0 ? begin : digits + count;
}

/// The value of a well-formed number text.
double value_of(std::string_view text) {
  std::string plain;
  for (const char letter : text) {
    if (letter != ',' && letter != '+') plain += letter;
  }
  double value = 0;
  fast_float::from_chars(plain.data(), plain.data() + plain.size(), value);
  return value == 0 ? 0 : value;  // no negative zero
}

}  // namespace

LeadingNumber read_leading_number(std::string_view whole_text) {
  const std::string_view text = trimmed(whole_text);
  LeadingNumber result;
  const std::size_t sign = !text.empty() && (text[0] == '+' || text[0] == '-') ? 1 : 0;
  if (digits_at(text, sign) == 0) {
    if (text.size() > sign + 1 && text[sign] == '.' && is_digit(text[sign + 1])) {
      result.hint = "write a zero before the point, as in 0.5";
    }
    return result;
  }
  std::size_t end = whole_part_end(text, sign, result.hint);
  if (end < text.size() && text[end] == '.') {
    const std::size_t fraction = digits_at(text, end + 1);
    if (fraction == 0) result.hint = "write digits after the point, or leave the point out";
    end += 1 + fraction;
  }
  end = exponent_end(text, end);
  if (!result.hint.empty()) return result;

  const double value = value_of(text.substr(0, end));
  if (!std::isfinite(value)) {
    result.hint = "the number is too large";
    return result;
  }
  result.value = value;
  result.text = text.substr(0, end);
  result.rest = trimmed(text.substr(end));
  return result;
}

double times_power_of_ten(const LeadingNumber& number, int power) {
  const auto exponent_mark = number.text.find_first_of("eE");
  std::string digits(number.text.substr(0, exponent_mark));
  if (exponent_mark != std::string_view::npos) {
    // An exponent too long for an int makes the number 0 or infinite, whatever two or nine more do.
    const std::string_view exponent = number.text.substr(exponent_mark + 1);
    constexpr std::size_t kLongestExponent = 6;
    if (exponent.size() > kLongestExponent) return *number.value;
    power += std::stoi(std::string(exponent));
  }
  return value_of(digits.append("e").append(std::to_string(power)));
}

std::string shortest_number(double number) {
  return fmt::format("{}", number);
}

}  // namespace sendcap::scenario
