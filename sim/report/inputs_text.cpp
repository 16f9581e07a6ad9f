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

std::string range_of(const Input& input) {
  if (!input.range) return {};
  return fmt::format("{} to {}", with_commas(input.text(input.range->least)),
                     with_commas(input.text(input.range->most)));
}

// A path too long for its column stands on lines of its own, and so does a value.
std::string row(const std::string& path, const std::string& value, const std::string& range) {
  std::string text;
  const bool fits = width(path) < kPath && width(value) < kValue;
  if (!fits) text = hanging("", path, kTableWidth);
  const bool together = width(range) < kRange;
  text += left_aligned(fits ? path : "", kPath) + right_aligned(value, kValue) +
          (together ? right_aligned(range, kRange) : "") + '\n';
  return together ? text : text + right_aligned(range, kTableWidth) + '\n';
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
    text += row(input.name(), with_commas(line.as_written), range_of(input));
    text += hanging("    ", about(line, sources), kTableWidth);
  }
  text += fmt::format("\n{} input{}\n", inputs.size(), inputs.size() == 1 ? "" : "s");
  return text;
}

}  // namespace sendcap::report
