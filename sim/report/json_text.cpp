#include "json_text.hpp"

#include <cmath>
#include <cstdint>

namespace sendcap::report {
namespace {

constexpr int kDeepest = 4;

bool holds_blocks(const Json& list) {
  return !list.empty() && list.front().is_structured();
}

void append(std::string& text, const Json& value, int depth) {
  const bool open =
      depth < kDeepest && !value.empty() && (value.is_object() || (value.is_array() && holds_blocks(value)));
  if (!open) {
    text += value.dump();
    return;
  }
  const std::string indent(static_cast<std::size_t>(depth + 1), ' ');
  text += value.is_object() ? "{\n" : "[\n";
  bool first = true;
  for (const auto& entry : value.items()) {
    if (!first) text += ",\n";
    first = false;
    text += indent;
    if (value.is_object()) text.append(Json(entry.key()).dump()).append(": ");
    append(text, entry.value(), depth + 1);
  }
  text.append("\n").append(indent, 1).append(value.is_object() ? "}" : "]");
}

}  // namespace

std::string readable(const Json& document) {
  std::string text;
  append(text, document, 0);
  text += '\n';
  return text;
}

Json number(double value) {
  if (!std::isfinite(value)) return nullptr;
  constexpr double kExactBelow = 9007199254740992.0;  // 2^53
  if (std::trunc(value) == value && std::fabs(value) < kExactBelow) return static_cast<std::int64_t>(value);
  return value;
}

Json interval(const engine::Interval& interval) {
  return {{"mean", number(interval.mean)}, {"low", number(interval.low)}, {"high", number(interval.high)}};
}

Json described(const RunDescription& description) {
  Json files = Json::array();
  for (const InputFile& file : description.files)
    files.push_back({{"name", file.name}, {"sha256", file.sha256}});
  Json document;
  document["format"] = kResultsFormat;
  document["program"] = {{"name", "sendcap"}, {"version", description.program_version}};
  document["scenario"] = {
      {"title", description.title}, {"files", files}, {"overrides", description.overrides}};
  document["seed"] = description.seed;
  document["confidence"] = description.level;
  document["small_counts_left_out"] = description.small_count;
  document["precision"] = description.precision ? Json(*description.precision) : Json(nullptr);
  return document;
}

}  // namespace sendcap::report
