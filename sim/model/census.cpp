#include "census.hpp"

#include <algorithm>

namespace sendcap::model {
namespace {

using Kind = scenario::ProvisionKind;

bool is_kind(std::size_t number, Kind kind) {
  return number == static_cast<std::size_t>(kind);
}

}  // namespace

Census::Census(const Model& model)
    : model_(model),
      places_(GroupPlaces::of_all_groups(model.layout)),
      counts_(kLines * model.layout.groups.size()) {}

void Census::clear() {
  std::fill(counts_.begin(), counts_.end(), 0);
}

std::size_t Census::number_of(const Line& line) {
  return ((line.kind * 2 + (line.has_plan ? 1 : 0)) * 2 + (line.without_a_place ? 1 : 0)) * 2 +
         (line.out_of_county ? 1 : 0);
}

Census::Line Census::line_of(std::size_t number) {
  return {number / 8, number / 4 % 2 != 0, number / 2 % 2 != 0, number % 2 != 0};
}

void Census::count(Index provision, bool has_plan, bool without_a_place, const Groups& groups) {
  Line line{scenario::kProvisionKindCount, has_plan, without_a_place, false};
  if (provision != kNone) {
    line.kind = static_cast<std::size_t>(model_.provision[provision].kind);
    line.out_of_county = model_.provision[provision].out_of_county;
  }
  std::uint64_t* counts = counts_.data() + number_of(line) * places_.size;
  places_.visit(groups, model_.dimensions.size(), [counts](std::size_t group) { ++counts[group]; });
}

template <class Holds>
std::uint64_t Census::sum(std::size_t group, const Holds& holds) const {
  std::uint64_t sum = 0;
  for (std::size_t number = 0; number < kLines; ++number) {
    const std::uint64_t* counts = counts_.data() + number * places_.size;
    if (counts[0] != 0 && holds(line_of(number))) sum += counts[group];
  }
  return sum;
}

std::uint64_t Census::there(Kind kind, std::size_t group) const {
  return sum(group, [kind](const Line& line) { return is_kind(line.kind, kind); });
}

std::uint64_t Census::known(std::size_t group) const {
  return sum(group, [](const Line&) { return true; });
}

std::uint64_t Census::plans(std::size_t group) const {
  return sum(group, [](const Line& line) { return line.has_plan; });
}

std::uint64_t Census::without_a_place(std::size_t group) const {
  return sum(group, [](const Line& line) { return line.without_a_place; });
}

std::uint64_t Census::placed(std::size_t group) const {
  return sum(group, [](const Line& line) {
    return line.kind < scenario::kProvisionKindCount && line.has_plan && !line.without_a_place;
  });
}

std::uint64_t Census::in_county(std::size_t group) const {
  return sum(group, [](const Line& line) {
    return line.kind < scenario::kProvisionKindCount && line.has_plan && !line.without_a_place &&
           !line.out_of_county;
  });
}

std::uint64_t Census::special(std::size_t group) const {
  return sum(group, [](const Line& line) {
    return line.has_plan && !line.without_a_place &&
           (is_kind(line.kind, Kind::special_school) || is_kind(line.kind, Kind::independent_special_school));
  });
}

std::uint64_t Census::independent(std::size_t group) const {
  return sum(group, [](const Line& line) {
    return line.has_plan && !line.without_a_place && is_kind(line.kind, Kind::independent_special_school);
  });
}

}  // namespace sendcap::model
