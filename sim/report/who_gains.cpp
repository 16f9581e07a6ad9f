#include "who_gains.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

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

std::string group_name(const Outcome& outcome) {
  return outcome.group.substr(outcome.dimension.size() + 2);  // after `district: `
}

// The groups of one dimension in one measure.
class Groups {
 public:
  Groups(const Comparison& comparison, std::size_t world) : comparison_(comparison), world_(world) {}

  void add(std::size_t outcome) {
    ++count_;
    if (!comparison_.difference(world_, outcome).clear()) return;
    const bool less = comparison_.difference(world_, outcome).interval.mean < 0;
    const bool gains = less == (comparison_.outcomes()[outcome].better == Better::lower);
    (gains ? gain_ : lose_).push_back(outcome);
  }

  [[nodiscard]] bool anything() const { return !gain_.empty() || !lose_.empty(); }

  [[nodiscard]] std::vector<GainsAndLosses::Group> clear() const {
    std::vector<GainsAndLosses::Group> groups;
    for (const auto* outcomes : {&gain_, &lose_})
      for (const std::size_t outcome : *outcomes)
        groups.push_back({group_name(comparison_.outcomes()[outcome]),
                          comparison_.difference(world_, outcome).interval, outcomes == &gain_});
    return groups;
  }

  [[nodiscard]] std::string text() {
    std::string text;
    if (!lose_.empty()) text += side(lose_, "lose");
    if (!gain_.empty()) text += (text.empty() ? "" : "; ") + side(gain_, "gain");
    const std::size_t unclear = count_ - gain_.size() - lose_.size();
    if (unclear > 0) text += fmt::format("; {} unclear", unclear);
    return text;
  }

 private:
  [[nodiscard]] std::string one(std::size_t outcome) const {
    return fmt::format("{} {}", group_name(comparison_.outcomes()[outcome]),
                       signed_amount(comparison_.difference(world_, outcome).interval,
                                     comparison_.outcomes()[outcome].unit));
  }

  // A few are named one by one; of many, the two ends.
  [[nodiscard]] std::string side(std::vector<std::size_t>& outcomes, const std::string& verb) const {
    std::sort(outcomes.begin(), outcomes.end(), [&](std::size_t left, std::size_t right) {
      return std::fabs(comparison_.difference(world_, left).interval.mean) >
             std::fabs(comparison_.difference(world_, right).interval.mean);
    });
    const std::string who = outcomes.size() == count_ && count_ > 1 ? fmt::format("all {} {}", count_, verb)
                            : outcomes.size() == 1                  ? fmt::format("1 {}s", verb)
                                                   : fmt::format("{} {}", outcomes.size(), verb);
    constexpr std::size_t kFew = 2;
    if (outcomes.size() > kFew)
      return fmt::format("{}, from {} to {}", who, one(outcomes.back()), one(outcomes.front()));
    std::string text;
    for (const std::size_t outcome : outcomes) text += (text.empty() ? "" : ", ") + one(outcome);
    return fmt::format("{}: {}", who, text);
  }

  const Comparison& comparison_;
  std::size_t world_;
  std::size_t count_ = 0;
  std::vector<std::size_t> gain_;
  std::vector<std::size_t> lose_;
};

}  // namespace

std::vector<GainsAndLosses> gains_and_losses(const Comparison& comparison, std::size_t world) {
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
    if (groups.anything())
      found.push_back({fmt::format("{}, {}, {}", subject_words(all[first]), measure_words(all[first]),
                                   when_words(all[first])),
                       dimension, all[first].unit, groups.text(), groups.clear()});
    first = next;
  }
  return found;
}

std::string who_gains(const Comparison& comparison, std::size_t world) {
  std::string text;
  std::string of;
  for (const GainsAndLosses& one : gains_and_losses(comparison, world)) {
    if (one.of != of) text += wrapped(one.of, kTableWidth);
    of = one.of;
    text += hanging("    " + left_aligned(one.dimension, 12), one.words, kTableWidth);
  }
  return text.empty() ? "  no group clearly\n" : text;
}

}  // namespace sendcap::report
