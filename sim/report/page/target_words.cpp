#include "target_words.hpp"

#include <optional>

#include "../outcome_words.hpp"

namespace sendcap::report {
namespace {

std::optional<double> bound(const Json& target, const char* field) {
  const Json value = target.value(field, Json());
  return value.is_number() ? std::optional<double>(value.get<double>()) : std::nullopt;
}

}  // namespace

std::string wanted(const Json& target, const std::string& unit) {
  experiment::TargetCell cell;
  cell.at_least = bound(target, "at_least");
  cell.at_most = bound(target, "at_most");
  return wanted_words(cell, unit);
}

}  // namespace sendcap::report
