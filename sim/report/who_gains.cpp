#include "who_gains.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <utility>
#include <vector>

#include "moved_on.hpp"
#include "outcome_words.hpp"
#include "plan_table.hpp"

namespace sendcap::report {
namespace {

using experiment::Better;
using experiment::Comparison;
using experiment::Outcome;
using model::MeasureId;
using model::SubjectKind;

// Services repeat what the pathways through them say.
bool is_told(const Outcome& outcome) {
  if (outcome.is_total() || outcome.better == Better::neither) return false;
  switch (outcome.measure) {
    case MeasureId::waiting:
    case MeasureId::wait_of_waiting_mean:
      return outcome.subject_kind == SubjectKind::pathway || outcome.subject_kind == SubjectKind::placement;
    case MeasureId::without_a_place:
    case MeasureId::share_in_county:
    case MeasureId::share_in_time:
      return true;
    default:
      return false;
  }
}

bool same_measure(const Outcome& left, const Outcome& right) {
  return left.name == right.name && left.subject_kind == right.subject_kind &&
         left.subject == right.subject && left.label == right.label;
}

bool is_counted(const Outcome& outcome) {
  return outcome.measure == MeasureId::waiting || outcome.measure == MeasureId::without_a_place;
}

// kWhatCounts
bool counts(const Comparison& comparison, std::size_t world, std::size_t outcome) {
  const Outcome& one = comparison.outcomes()[outcome];
  const double least = one.unit == "share" ? 0.001 : is_counted(one) ? 1 : 0.1;
  const experiment::Difference& difference = comparison.difference(world, outcome);
  return difference.clear() && std::fabs(difference.interval.mean) >= least &&
         !is_small(comparison, world, outcome);
}

// The groups of one dimension in one measure.
class Groups {
 public:
  Groups(const Comparison& comparison, std::size_t world) : comparison_(comparison), world_(world) {}

  void add(std::size_t outcome) {
    ++count_;
    if (!counts(comparison_, world_, outcome)) return;
    const Outcome& of = comparison_.outcomes()[outcome];
    GainsAndLosses::Group group;
    group.name = group_name(of);
    group.change = comparison_.difference(world_, outcome).interval;
    group.as_it_stands = comparison_.value(0, outcome).mean;
    group.share =
        of.unit == "share" || !(group.as_it_stands > 0) ? kNoShare : group.change.mean / group.as_it_stands;
    group.gains = (group.change.mean < 0) == (of.better == Better::lower);
    unit_ = of.unit;
    groups_.push_back(std::move(group));
  }

  // The losers first, in each the largest first.
  [[nodiscard]] std::vector<GainsAndLosses::Group> in_order() const {
    std::vector<GainsAndLosses::Group> ordered = groups_;
    std::stable_sort(ordered.begin(), ordered.end(), [](const auto& left, const auto& right) {
      if (left.gains != right.gains) return right.gains;
      return std::fabs(left.change.mean) > std::fabs(right.change.mean);
    });
    return ordered;
  }

  [[nodiscard]] std::string text() const {
    const std::vector<GainsAndLosses::Group> ordered = in_order();
    const auto gainers =
        std::find_if(ordered.begin(), ordered.end(), [](const auto& one) { return one.gains; });
    std::string text = side({ordered.begin(), gainers}, "lose");
    const std::string gain = side({gainers, ordered.end()}, "gain");
    if (!gain.empty()) text += (text.empty() ? "" : "; ") + gain;
    if (count_ > ordered.size()) text += fmt::format("; {} unclear or too small", count_ - ordered.size());
    return text;
  }

 private:
  static constexpr double kNoShare = std::numeric_limits<double>::quiet_NaN();

  [[nodiscard]] std::string one(const GainsAndLosses::Group& group) const {
    return fmt::format("{} {}{}", group.name, signed_amount(group.change, unit_), of_what_it_has(group));
  }

  // A few are named one by one; of many, the two ends.
  [[nodiscard]] std::string side(const std::vector<GainsAndLosses::Group>& groups,
                                 const std::string& verb) const {
    if (groups.empty()) return {};
    const std::string who = groups.size() == count_ && count_ > 1 ? fmt::format("all {} {}", count_, verb)
                            : groups.size() == 1                  ? fmt::format("1 {}s", verb)
                                                                  : fmt::format("{} {}", groups.size(), verb);
    constexpr std::size_t kFew = 2;
    if (groups.size() > kFew)
      return fmt::format("{}, from {} to {}", who, one(groups.back()), one(groups.front()));
    std::string text;
    for (const GainsAndLosses::Group& group : groups) text += (text.empty() ? "" : ", ") + one(group);
    return fmt::format("{}: {}", who, text);
  }

  const Comparison& comparison_;
  std::size_t world_;
  std::size_t count_ = 0;
  std::string unit_;
  std::vector<GainsAndLosses::Group> groups_;
};

// Of what (the same of several dimensions) somebody loses comes first.
void losses_first(std::vector<GainsAndLosses>& all) {
  std::set<std::string> lost;
  for (const GainsAndLosses& one : all)
    if (one.anyone_loses()) lost.insert(one.of);
  std::stable_partition(all.begin(), all.end(),
                        [&](const GainsAndLosses& one) { return lost.count(one.of) > 0; });
}

}  // namespace

std::string of_what_it_has(const GainsAndLosses::Group& group) {
  if (std::isnan(group.share)) return {};
  return ", " + shown(group.share * 100, 0, Style::signed_plain) + "%";
}

std::vector<GainsAndLosses> gains_and_losses(const ComparisonReport& report, std::size_t world) {
  const Comparison& comparison = *report.comparison;
  const std::vector<MovedOn> moved = moved_on(report, world);
  const auto& all = comparison.outcomes().all();
  std::vector<GainsAndLosses> found;
  for (std::size_t first = 0; first < all.size();) {
    if (!is_told(all[first]) || repeats_placement(comparison, first)) {
      ++first;
      continue;
    }
    const std::string& dimension = all[first].dimension;
    std::size_t next = first;
    Groups groups(comparison, world);
    for (; next < all.size() && !all[next].is_total() && same_measure(all[next], all[first]) &&
           all[next].dimension == dimension;
         ++next)
      groups.add(next);
    GainsAndLosses one{fmt::format("{} ({}), {}", topic(all[first]), all[first].unit, when_words(all[first])),
                       dimension,
                       all[first].unit,
                       groups.text(),
                       but_moved_on(moved, comparison.outcomes(), all[first]),
                       groups.in_order()};
    if (!one.groups.empty()) found.push_back(std::move(one));
    first = next;
  }
  losses_first(found);
  return found;
}

std::string who_gains(const ComparisonReport& report, std::size_t world) {
  std::string text;
  std::string of;
  for (const GainsAndLosses& one : gains_and_losses(report, world)) {
    if (one.of != of) text += wrapped(one.of + (one.but.empty() ? "" : ", " + one.but), kTableWidth);
    of = one.of;
    text += hanging("    " + left_aligned(one.dimension, 12), one.words, kTableWidth);
  }
  return text.empty() ? "  no group clearly\n" : text;
}

}  // namespace sendcap::report
