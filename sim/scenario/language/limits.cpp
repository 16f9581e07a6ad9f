#include "scenario/language/limits.hpp"

#include <cmath>

namespace sendcap::scenario {

Limits limits_of(QuantityKind kind, const Rule& rule) {
  Limits limits{rule.least, rule.most, rule.above_least};
  const bool open_below = std::isinf(rule.least);
  const bool never_negative = kind == QuantityKind::duration || kind == QuantityKind::rate ||
                              kind == QuantityKind::capacity || kind == QuantityKind::fraction;
  if (open_below && never_negative) limits.least = 0;
  if (open_below && kind == QuantityKind::growth) {
    limits.least = -1;
    limits.above_least = true;
  }
  if (std::isinf(rule.most) && kind == QuantityKind::fraction) limits.most = 1;
  return limits;
}

std::string in_words(QuantityKind kind, const Limits& limits) {
  const bool has_least = !std::isinf(limits.least);
  const bool has_most = !std::isinf(limits.most);
  const std::string least = has_least ? format_quantity(kind, limits.least) : std::string();
  const std::string most = has_most ? format_quantity(kind, limits.most) : std::string();
  if (has_least && has_most && !limits.above_least) return "between " + least + " and " + most;
  std::string result;
  if (has_least) result = (limits.above_least ? "above " : "at least ") + least;
  if (has_most) result += (has_least ? " and at most " : "at most ") + most;
  return result;
}

}  // namespace sendcap::scenario
