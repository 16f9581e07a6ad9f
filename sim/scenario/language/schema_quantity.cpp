#include "scenario/language/schema_quantity.hpp"

#include <cmath>

#include "scenario/language/time_unit.hpp"

namespace sendcap::scenario {

namespace {

using Json = nlohmann::ordered_json;

// Regular expressions of the dialect of JSON Schema (ECMA 262), the same grammar as parse_quantity's.
const char* const kNumberPattern = "[+-]?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\\.[0-9]+)?([eE][+-]?[0-9]+)?";
const char* const kDatePattern = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
const char* const kPerPattern = " *(per |a |an |/) *";

std::string unit_pattern() {
  std::string names;
  const auto add = [&names](std::string_view name) {
    if (!names.empty()) names += '|';
    names += name;
  };
  for (const TimeUnit& unit : time_units()) {
    add(unit.one);
    add(unit.many);
    std::string_view others = unit.other_names;
    while (others.size() > 1) {
      others.remove_prefix(1);
      add(others.substr(0, others.find(' ')));
      others.remove_prefix(others.find(' '));
    }
  }
  return "(" + names + ")";
}

Json text_like(const std::string& pattern) {
  return {{"type", "string"}, {"pattern", "^" + pattern + "$"}};
}

Json number_between(const char* type, const Limits& limits) {
  Json schema = {{"type", type}};
  if (!std::isinf(limits.least)) schema[limits.above_least ? "exclusiveMinimum" : "minimum"] = limits.least;
  if (!std::isinf(limits.most)) schema["maximum"] = limits.most;
  return schema;
}

Json any_of(Json one, Json other) {
  return {{"anyOf", Json::array({std::move(one), std::move(other)})}};
}

std::string text_pattern(QuantityKind kind) {
  const std::string number(kNumberPattern);
  switch (kind) {
    case QuantityKind::duration:
      return number + " *" + unit_pattern();
    case QuantityKind::rate:
      return number + kPerPattern + "(" + number + " *)?" + unit_pattern();
    case QuantityKind::fraction:
      return number + " *%?";
    case QuantityKind::growth:
      return number + " *%?" + kPerPattern + "(year|years|y|yr|yrs|annum)";
    case QuantityKind::money:
      return "-?£" + number + " *(k|m|bn|thousand|million|billion)?";
    case QuantityKind::capacity:
      return "(unlimited|" + number + ")";
    case QuantityKind::date:
      return kDatePattern;
    default:
      return number;
  }
}

bool is_plain_number(QuantityKind kind) {
  return kind == QuantityKind::fraction || kind == QuantityKind::number || kind == QuantityKind::whole ||
         kind == QuantityKind::capacity;
}

}  // namespace

Json quantity_schema(QuantityKind kind, const Limits& limits, bool unit_may_be_left_out) {
  if (kind == QuantityKind::flag) return {{"enum", {"yes", "no", true, false}}};
  Json text = text_like(text_pattern(kind));
  if (is_plain_number(kind)) {
    return any_of(number_between(kind == QuantityKind::whole ? "integer" : "number", limits),
                  std::move(text));
  }
  if (!unit_may_be_left_out || kind == QuantityKind::date) return text;
  const std::string bare = kind == QuantityKind::growth  ? std::string(kNumberPattern) + " *%?"
                           : kind == QuantityKind::money ? std::string(kNumberPattern) + " *(k|m|bn)?"
                                                         : std::string(kNumberPattern);
  return {{"anyOf", Json::array({{{"type", "number"}}, std::move(text), text_like(bare)})}};
}

Json moment_schema() {
  return text_like("(" + std::string(kDatePattern) + "|day +" + kNumberPattern + "|" + kNumberPattern + " *" +
                   unit_pattern() + ")");
}

}  // namespace sendcap::scenario
