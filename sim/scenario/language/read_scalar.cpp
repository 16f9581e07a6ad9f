#include <algorithm>
#include <cmath>

#include "scenario/language/limits.hpp"
#include "scenario/language/number_text.hpp"
#include "scenario/language/reading.hpp"
#include "scenario/language/text.hpp"
#include "scenario/language/time_unit.hpp"
#include "sendcap/scenario/language/name_check.hpp"

namespace sendcap::scenario {

namespace {

std::string for_example(const Rule& rule) {
  return rule.example.empty() ? std::string() : concat({"for example: ", rule.example});
}

std::string_view found_in_words(const Node& node) {
  if (node.is_null()) return "nothing";
  if (node.is_list()) return "a list";
  return "a block of keys";
}

/// Points at nothing written where a value should stand.
bool refuse_empty(Reader& reader, const Node& node, std::string_view expected, const Rule& rule) {
  if (!node.is_null()) return true;
  return reader.error(Code::empty_value, node, concat({"nothing is written here; expected ", expected}),
                      for_example(rule));
}

/// A number that lacks its unit, with the unit of the field's example.
std::string completed_by_example(QuantityKind kind, std::string_view text, const Rule& rule) {
  std::string_view unit = read_leading_number(rule.example).rest;
  if (const TimeUnit* time = find_time_unit(unit)) unit = trimmed(text) == "1" ? time->one : time->many;
  if (unit.empty()) return {};
  std::string completed = concat({trimmed(text), " ", unit});
  return parse_quantity(kind, completed) ? completed : std::string();
}

bool tell(Reader& reader, const Node& node, QuantityKind kind, const Rule& rule, TextError error) {
  if (error.code == Code::missing_unit) {
    const std::string completed = completed_by_example(kind, node.text, rule);
    if (!completed.empty()) error.hint = "did you mean '" + completed + "'?";
  }
  if (error.hint.empty()) error.hint = for_example(rule);
  return reader.error(error.code, node, std::move(error.message), std::move(error.hint));
}

}  // namespace

bool wrong_type(Reader& reader, const Node& node, std::string_view expected, const Rule& rule) {
  const std::string found = node.is_scalar() ? quoted(node.text) : std::string(found_in_words(node));
  return reader.error(Code::wrong_type, node, concat({"expected ", expected, ", found ", found}),
                      for_example(rule));
}

bool read_number(Reader& reader, const Node& node, QuantityKind kind, const Rule& rule,
                 std::string_view unit_of, double& result) {
  const std::string_view expected = quantity_in_words(kind);
  if (!refuse_empty(reader, node, expected, rule)) return false;
  if (!node.is_scalar()) return wrong_type(reader, node, expected, rule);
  const Parsed<double> parsed = parse_quantity(kind, node.text, unit_of);
  if (!parsed) return tell(reader, node, kind, rule, parsed.error);
  // Beyond this no figure of a county can be meant, and sums would no longer be exact.
  constexpr double kAbsurd = 1e12;
  if (std::isfinite(*parsed) && std::fabs(*parsed) > kAbsurd)
    return reader.error(Code::out_of_range, node, "'" + node.text + "' is more than can be meant",
                        "figures go up to a million million");
  const Limits limits = limits_of(kind, rule);
  if (!limits.hold(*parsed)) {
    return reader.error(Code::out_of_range, node,
                        "'" + node.text + "' is out of range; it has to be " + in_words(kind, limits));
  }
  result = *parsed;
  return true;
}

bool read_moment(Reader& reader, const Node& node, Moment& result) {
  constexpr std::string_view kExpected =
      "a date such as '2025-09-01', or a time since the start such as 'day 100'";
  if (!refuse_empty(reader, node, kExpected, {})) return false;
  if (!node.is_scalar()) return wrong_type(reader, node, kExpected, {});
  const Parsed<Moment> parsed = parse_moment(node.text);
  if (!parsed) return reader.error(parsed.error.code, node, parsed.error.message, parsed.error.hint);
  result = *parsed;
  return true;
}

bool read_text(Reader& reader, const Node& node, const Rule& rule, std::string& result) {
  if (!refuse_empty(reader, node, "a text", rule)) return false;
  if (!node.is_scalar()) return wrong_type(reader, node, "a text", rule);
  if (!node.quoted && is_yaml_boolean(node.text)) {
    return reader.error(Code::wrong_type, node,
                        "expected a text; YAML takes '" + node.text + "' for true or false",
                        "put it in quotes if it is meant as a word");
  }
  result = node.text;
  return true;
}

bool read_word(Reader& reader, const Node& node, const std::vector<std::string_view>& all_words,
               std::size_t& index) {
  std::vector<std::string_view> words;
  std::copy_if(all_words.begin(), all_words.end(), std::back_inserter(words),
               [](std::string_view word) { return !word.empty(); });
  const std::string expected = "one of " + either(words);
  if (!refuse_empty(reader, node, expected, {})) return false;
  if (!node.is_scalar()) return wrong_type(reader, node, expected, {});
  const auto found = std::find(all_words.begin(), all_words.end(), node.text);
  if (node.text.empty() || found == all_words.end()) {
    return reader.error(Code::unknown_word, node, "expected " + expected + ", found '" + node.text + "'",
                        nearest(node.text, words).empty() ? std::string() : suggest(node.text, words));
  }
  index = static_cast<std::size_t>(found - all_words.begin());
  return true;
}

bool refuse_unknown_keys(Reader& reader, const Node& node, const std::vector<std::string_view>& allowed) {
  bool good = true;
  for (const Node& entry : node.children) {
    if (std::find(allowed.begin(), allowed.end(), entry.key) != allowed.end()) continue;
    const bool cut_by_comma = node.flow && entry.is_null() && read_leading_number(entry.key).value;
    good = reader.error(Code::unknown_key, entry.key_place, "unknown key '" + entry.key + "'",
                        cut_by_comma ? std::string(kCommaHint) : suggest(entry.key, allowed));
  }
  return good;
}

}  // namespace sendcap::scenario
