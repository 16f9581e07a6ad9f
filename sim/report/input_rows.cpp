#include "input_rows.hpp"

#include <cmath>
#include <string_view>

#include "scenario_words.hpp"
#include "sendcap/report/inputs_list.hpp"
#include "sendcap/scenario/language/quantity_text.hpp"

namespace sendcap::report {
namespace {

using experiment::Input;
using scenario::QuantityKind;

// The unit of a length of time or of a rate: that in which a file gives its value or, of nothing, its range.
std::string unit_in_text(const Input& input) {
  const bool nothing = input.is == 0 && input.range;
  const std::string text = input.text(nothing ? input.range->most : input.is);
  const std::size_t space = text.find(' ');
  return space == std::string::npos ? std::string() : text.substr(space + 1);
}

std::string unit_of(const Input& input) {
  switch (input.kind) {
    case QuantityKind::fraction:
      return "%";
    case QuantityKind::growth:
      return "% per year";
    case QuantityKind::money:
      return "£";
    case QuantityKind::duration:
    case QuantityKind::rate:
      return unit_in_text(input);
    default:
      return {};
  }
}

// Base units in one of the unit.
double scale_of(const Input& input, const std::string& unit) {
  if (input.kind == QuantityKind::fraction || input.kind == QuantityKind::growth) return 0.01;
  if (input.kind != QuantityKind::duration && input.kind != QuantityKind::rate) return 1;
  const auto one = scenario::parse_quantity(input.kind, "1 " + unit);
  return one && *one > 0 ? *one : 1;
}

InputValue value_of(const Input& input, double number, double scale) {
  const bool is_number = input.kind != QuantityKind::date && input.kind != QuantityKind::flag;
  if (is_number && std::isfinite(number)) return number / scale;
  return input.text(number);
}

}  // namespace

std::vector<Input> listed_inputs(const experiment::Study& study) {
  constexpr std::string_view kTables = "mixes.";
  std::vector<Input> listed;
  for (const Input& input : study.inputs()) {
    const bool is_cell = input.paths.front().compare(0, kTables.size(), kTables) == 0;
    const bool is_noted = input.range || input.quality != scenario::Quality::unstated;
    if (!is_cell || is_noted) listed.push_back(input);
  }
  return listed;
}

InputRow row_of(const Input& input) {
  InputRow row{input, unit_of(input), {}, {}, {}, input.text(input.is), word_of(input.quality), {}};
  const double scale = scale_of(input, row.unit);
  row.value = value_of(input, input.is, scale);
  if (input.range) row.low = value_of(input, input.range->least, scale);
  if (input.range) row.high = value_of(input, input.range->most, scale);
  for (std::size_t path = 1; path < input.paths.size(); ++path)
    row.also_at += (path > 1 ? "; " : "") + input.paths[path];
  return row;
}

}  // namespace sendcap::report
