#include "input_words.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstddef>

#include "sendcap/scenario/language/quantity_text.hpp"

namespace sendcap::report {
namespace {

using experiment::Input;

// The text of a number that has one: `£24,000` is `£`, 24000 and nothing; `11% per year` is 11 and the rest.
struct InUnit {
  std::string before;
  std::string after;
  double scale = 1;  // base units in one of it
};

bool unit_of(const Input& input, double value, InUnit& unit) {
  if (value == 0) return false;
  const std::string text = input.text(value);
  const std::size_t first = text.find_first_of("0123456789.");
  if (first == std::string::npos) return false;
  std::size_t last = first;
  std::string digits;
  while (last < text.size() && (std::isdigit(static_cast<unsigned char>(text[last])) != 0 ||
                                text[last] == '.' || text[last] == ',')) {
    if (text[last] != ',') digits += text[last];
    ++last;
  }
  const auto number = scenario::parse<scenario::Number>(digits);
  if (!number || (*number).value == 0) return false;
  unit.before = text.substr(0, first);
  if (!unit.before.empty() && unit.before.front() == '-') unit.before.erase(0, 1);
  unit.after = text.substr(last);
  unit.scale = std::fabs(value) / (*number).value;
  return true;
}

}  // namespace

std::string rounded_text(const Input& input, double value) {
  if (input.kind == scenario::QuantityKind::date || input.kind == scenario::QuantityKind::flag)
    return input.text(std::round(value));
  InUnit unit;
  if (!unit_of(input, input.is, unit) &&
      !(input.range && (unit_of(input, input.range->most, unit) || unit_of(input, input.range->least, unit))))
    return input.text(value);
  const double number = std::fabs(value) / unit.scale;
  constexpr int kFigures = 3;
  const int before = number > 0 ? static_cast<int>(std::floor(std::log10(number))) + 1 : 1;
  std::string digits = fmt::format("{:.{}f}", number, std::max(0, kFigures - std::max(before, 1)));
  if (digits.find('.') != std::string::npos) {
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.back() == '.') digits.pop_back();
  }
  const bool zero = digits.find_first_not_of("0.") == std::string::npos;
  return (value < 0 && !zero ? "−" : "") + unit.before + digits + unit.after;
}

std::string range_words(const Input& input) {
  return rounded_text(input, input.range->least) + " to " + rounded_text(input, input.range->most);
}

std::string root_words(const Input& input, const engine::Interval& root, bool open_below, bool open_above) {
  const std::string mean = rounded_text(input, root.mean);
  const std::string low = rounded_text(input, root.low);
  const std::string high = rounded_text(input, root.high);
  if (open_below && open_above) return mean;
  if (open_below) return fmt::format("{} ({} or less)", mean, high);
  if (open_above) return fmt::format("{} ({} or more)", mean, low);
  if (low == mean && high == mean) return mean;
  return fmt::format("{} ({} to {})", mean, low, high);
}

}  // namespace sendcap::report
