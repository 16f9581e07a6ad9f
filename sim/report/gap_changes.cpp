#include "gap_changes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "outcome_words.hpp"
#include "sendcap/experiment/inequality.hpp"
#include "shown_number.hpp"

namespace sendcap::report {
namespace {

using experiment::Comparison;
using experiment::Outcome;
using model::MeasureId;
using model::SubjectKind;

bool is_wait(const Outcome& outcome) {
  return outcome.measure == MeasureId::wait_of_waiting_mean && !outcome.is_total() &&
         outcome.leads_to_somebody &&
         (outcome.subject_kind == SubjectKind::pathway || outcome.subject_kind == SubjectKind::placement);
}

bool same_subject(const Outcome& left, const Outcome& right) {
  return left.subject_kind == right.subject_kind && left.subject == right.subject &&
         left.label == right.label;
}

// The groups of one dimension and how long they have waited for one thing: outcomes.
using Waits = std::vector<std::size_t>;

bool many_wait(const Comparison& comparison, std::size_t world, const Outcome& wait) {
  const auto& all = comparison.outcomes().all();
  const auto list = std::find_if(all.begin(), all.end(), [&](const Outcome& one) {
    return one.measure == MeasureId::waiting && same_subject(one, wait) && one.group == wait.group;
  });
  if (list == all.end()) return false;
  const auto of = static_cast<std::size_t>(list - all.begin());
  const double least = experiment::Inequality::kLeastCount;
  return comparison.value(0, of).mean >= least && comparison.value(world, of).mean >= least;
}

// All that can be compared: at least two groups each.
std::vector<Waits> comparable(const Comparison& comparison, std::size_t world) {
  const auto& all = comparison.outcomes().all();
  std::vector<Waits> found;
  const Outcome* last = nullptr;
  for (std::size_t o = 0; o < all.size(); ++o) {
    if (!is_wait(all[o]) || repeats_placement(comparison, o)) continue;
    if (last == nullptr || !same_subject(*last, all[o]) || last->dimension != all[o].dimension)
      found.emplace_back();
    last = &all[o];
    if (many_wait(comparison, world, all[o])) found.back().push_back(o);
  }
  found.erase(std::remove_if(found.begin(), found.end(), [](const Waits& waits) { return waits.size() < 2; }),
              found.end());
  return found;
}

struct Ends {
  std::size_t lowest = 0;
  std::size_t highest = 0;
};
Ends ends_of(const Comparison& comparison, std::size_t world, const Waits& waits) {
  const auto [lowest, highest] =
      std::minmax_element(waits.begin(), waits.end(), [&](std::size_t left, std::size_t right) {
        return comparison.value(world, left).mean < comparison.value(world, right).mean;
      });
  return {*lowest, *highest};
}

double gap_at(const Comparison& comparison, std::size_t world, std::uint32_t replication, const Ends& ends) {
  return comparison.at(world, replication, ends.highest) - comparison.at(world, replication, ends.lowest);
}

GapChange::Gap gap_of(const Comparison& comparison, std::size_t world, const Ends& ends) {
  std::vector<double> gaps;
  for (std::uint32_t r = 0; r < comparison.replications(); ++r)
    gaps.push_back(gap_at(comparison, world, r, ends));
  const auto& outcomes = comparison.outcomes();
  return {group_name(outcomes[ends.lowest]), group_name(outcomes[ends.highest]),
          experiment::judged(gaps, comparison.level()).interval};
}

std::string words_of(const GapChange& gap) {
  const Amount amount = amount_of(gap.change, gap.unit);
  const auto between = [](const GapChange::Gap& one) {
    return fmt::format("{} ({} above {})", shown_mean(one.value), one.highest, one.lowest);
  };
  return fmt::format("{} by {} {}: {} instead of {}", amount.less ? "shrinks" : "grows", amount.text,
                     gap.unit, between(gap.with_plan), between(gap.as_it_stands));
}

}  // namespace

std::vector<GapChange> gap_changes(const Comparison& comparison, std::size_t world) {
  std::vector<GapChange> found;
  const std::vector<Waits> all = comparable(comparison, world);
  const double level =
      1 - (1 - comparison.level()) / static_cast<double>(std::max<std::size_t>(all.size(), 1));
  for (const Waits& waits : all) {
    const Ends before = ends_of(comparison, 0, waits);
    const Ends after = ends_of(comparison, world, waits);
    std::vector<double> changes;
    for (std::uint32_t r = 0; r < comparison.replications(); ++r)
      changes.push_back(gap_at(comparison, world, r, after) - gap_at(comparison, 0, r, before));
    const experiment::Difference change = experiment::judged(changes, level);
    const Outcome& outcome = comparison.outcomes()[waits.front()];
    GapChange gap{fmt::format("{} ({}), {}", topic(outcome), outcome.unit, when_words(outcome)),
                  outcome.dimension,
                  outcome.unit,
                  gap_of(comparison, 0, before),
                  gap_of(comparison, world, after),
                  change.interval,
                  {}};
    const double least = std::max(0.1, 0.01 * gap.as_it_stands.value.mean);
    if (!change.clear() || std::fabs(change.interval.mean) < least) continue;
    gap.words = words_of(gap);
    found.push_back(std::move(gap));
  }
  return found;
}

}  // namespace sendcap::report
