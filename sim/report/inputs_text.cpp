#include <fmt/format.h>

#include "input_rows.hpp"
#include "plan_table.hpp"
#include "scenario_words.hpp"
#include "sendcap/report/inputs_list.hpp"
#include "shown_number.hpp"

namespace sendcap::report {
namespace {

using experiment::Input;

constexpr std::size_t kPath = 40;
constexpr std::size_t kValue = 16;
constexpr std::size_t kRange = kTableWidth - kPath - kValue;

// `240 to 480 per year`: a unit that both ends have is said once.
std::string range_of(const InputRow& row) {
  const Input& input = row.input;
  if (!input.range) return {};
  std::string low = with_commas(input.text(input.range->least));
  const std::string high = with_commas(input.text(input.range->most));
  const std::string unit = ' ' + row.unit;
  const auto has_unit = [&](const std::string& text) {
    return text.size() > unit.size() && text.compare(text.size() - unit.size(), unit.size(), unit) == 0;
  };
  if (has_unit(low) && has_unit(high)) low.resize(low.size() - unit.size());
  return low + " to " + high;
}

// A path too long for its column stands on lines of its own, and so does a range.
std::string row(const std::string& path, const std::string& value, const std::string& range) {
  const bool fits = width(path) < kPath && width(value) < kValue;
  std::string text =
      fits ? left_aligned(path, kPath) : hanging("", path, kTableWidth) + left_aligned("", kPath);
  text += right_aligned(value, kValue);
  if (range.empty()) return text + '\n';
  if (width(range) < kRange) return text + right_aligned(range, kRange) + '\n';
  return text + '\n' + right_aligned(range, kTableWidth) + '\n';
}

// `assumption: no local series. How many come. county.yaml:12`
std::string about(const InputRow& row, const scenario::Sources& sources) {
  std::string text = row.quality;
  if (!row.input.source.empty()) text += (text.empty() ? "" : ": ") + row.input.source;
  if (!text.empty() && text.back() != '.') text += '.';
  if (!row.input.help.empty()) text += (text.empty() ? "" : " ") + row.input.help;
  return text + fmt::format(" ({}:{})", sources.name(row.input.place.file), row.input.place.line);
}

}  // namespace

std::string inputs_text(const std::vector<Input>& inputs, const scenario::Sources& sources) {
  std::string text = row("INPUT", "value", "range");
  for (const Input& input : inputs) {
    const InputRow line = row_of(input);
    text += row(input.name(), with_commas(line.as_written), range_of(line));
    text += hanging("    ", about(line, sources), kTableWidth);
  }
  text += fmt::format("\n{} input{}\n", inputs.size(), inputs.size() == 1 ? "" : "s");
  return text;
}

}  // namespace sendcap::report
