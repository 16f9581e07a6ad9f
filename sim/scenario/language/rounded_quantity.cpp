#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "scenario/language/number_text.hpp"
#include "sendcap/scenario/language/rewrite.hpp"

namespace sendcap::scenario {

namespace {

/// With so many decimals; below 0 they are tens, hundreds …
double rounded(double number, int decimals) {
  if (decimals < 0) {
    const double unit = std::pow(10.0, -decimals);
    return std::round(number / unit) * unit;
  }
  return read_leading_number(fmt::format("{:.{}f}", number, decimals)).value.value_or(number);
}

}  // namespace

double rounded_quantity(QuantityKind kind, double value, double error, double like) {
  if (!(error > 0) || !std::isfinite(error)) return value;
  const std::string text = format_quantity(kind, like);
  const LeadingNumber written = read_leading_number(text);
  const bool has_unit = written.value && *written.value != 0;
  const double unit = has_unit ? like / *written.value : 1;
  constexpr int kMostDecimals = 12;
  const int decimals = std::min(1 - static_cast<int>(std::floor(std::log10(error / unit))), kMostDecimals);
  const double number = rounded(value / unit, decimals);
  if (!has_unit) return number;
  const std::string again = fmt::format("{}{}", shortest_number(number), text.substr(written.text.size()));
  return parse_quantity(kind, again).value.value_or(number * unit);
}

}  // namespace sendcap::scenario
