#include "census.hpp"

#include <algorithm>

namespace sendcap::model {
namespace {

using Kind = scenario::ProvisionKind;

constexpr std::size_t kRoomAtOnce = 64;  // children

bool is_kind(std::size_t number, Kind kind) {
  return number == static_cast<std::size_t>(kind);
}

}  // namespace

Census::Census(const Model& model)
    : places_(model.layout, model.layout.group_sets.front()), counts_(kLines * (places_.size + 1U)) {}

void Census::clear() {
  std::fill(counts_.begin(), counts_.end(), 0);
  counted_.clear();
  groups_until_.clear();
}

void Census::add_to(std::vector<std::uint64_t>& counts) const {
  counts.resize(counts_.size());
  const std::size_t groups = places_.size + 1U;
  for (std::size_t line = 0; line < kLines; ++line) {
    const std::uint64_t* of_line = counts_.data() + line * groups;
    if (of_line[0] == 0) continue;  // most
    for (std::size_t group = 0; group < groups; ++group) counts[line * groups + group] += of_line[group];
  }
}

void Census::take(std::vector<std::uint64_t>& counts) {
  clear();
  counts_.swap(counts);
}

std::uint16_t Census::number_of(const Line& line) {
  return static_cast<std::uint16_t>(
      ((line.kind * 2 + (line.has_plan ? 1 : 0)) * 2 + (line.without_a_place ? 1 : 0)) * 2 +
      (line.out_of_county ? 1 : 0));
}

Census::Line Census::line_of(std::size_t number) {
  return {number / 8, number / 4 % 2 != 0, number / 2 % 2 != 0, number % 2 != 0};
}

void Census::set(Index child, const Line& line, const Groups& groups, double groups_until) {
  remove(child);
  Counted& counted = counted_[child];
  counted = {groups, number_of(line)};
  groups_until_[child] = groups_until;
  std::uint64_t* counts = counts_of(counted.line);
  places_.visit(groups, [counts](std::size_t group) { ++counts[group]; });
}

void Census::remove(Index child) {
  if (child >= counted_.size()) {
    const std::size_t room = child + child / 8 + kRoomAtOnce;  // one by one it took as long as all else here
    counted_.resize(room);
    groups_until_.resize(room, kForEver);
  }
  Counted& counted = counted_[child];
  if (counted.line == kNotCounted) return;
  std::uint64_t* counts = counts_of(counted.line);
  places_.visit(counted.groups, [counts](std::size_t group) { --counts[group]; });
  counted = Counted{};
  groups_until_[child] = kForEver;
}

bool Census::has(Index child, const Line& line) const {
  return child < counted_.size() && counted_[child].line == number_of(line);
}

template <class Holds>
Census::Counts Census::sum(const Holds& holds) const {
  const std::size_t groups = places_.size + 1U;
  Counts sums(groups);
  for (std::size_t number = 0; number < kLines; ++number) {
    const std::uint64_t* counts = counts_.data() + number * groups;
    if (counts[0] != 0 && holds(line_of(number)))
      for (std::size_t group = 0; group < groups; ++group) sums[group] += counts[group];
  }
  return sums;
}

Census::Counts Census::there(Kind kind) const {
  return sum([kind](const Line& line) { return is_kind(line.kind, kind); });
}

Census::Counts Census::known() const {
  return sum([](const Line&) { return true; });
}

Census::Counts Census::plans() const {
  return sum([](const Line& line) { return line.has_plan; });
}

Census::Counts Census::without_a_place() const {
  return sum([](const Line& line) { return line.without_a_place; });
}

Census::Counts Census::placed() const {
  return sum([](const Line& line) {
    return line.kind < scenario::kProvisionKindCount && line.has_plan && !line.without_a_place;
  });
}

Census::Counts Census::in_county() const {
  return sum([](const Line& line) {
    return line.kind < scenario::kProvisionKindCount && line.has_plan && !line.without_a_place &&
           !line.out_of_county;
  });
}

Census::Counts Census::special() const {
  return sum([](const Line& line) {
    return line.has_plan && !line.without_a_place &&
           (is_kind(line.kind, Kind::special_school) || is_kind(line.kind, Kind::independent_special_school));
  });
}

Census::Counts Census::independent() const {
  return sum([](const Line& line) {
    return line.has_plan && !line.without_a_place && is_kind(line.kind, Kind::independent_special_school);
  });
}

}  // namespace sendcap::model
