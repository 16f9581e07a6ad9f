#include "moved_on.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "longer_queues.hpp"
#include "outcome_words.hpp"

namespace sendcap::report {
namespace {

using experiment::Comparison;
using experiment::Outcome;
using model::MeasureId;
using model::SubjectKind;

bool is_list(const Outcome& outcome) {
  return outcome.measure == MeasureId::waiting && outcome.subject_kind == SubjectKind::pathway &&
         outcome.leads_to_somebody;
}

bool is_shortened(const Comparison& comparison, std::size_t world, std::size_t outcome) {
  const Outcome& list = comparison.outcomes()[outcome];
  const experiment::Difference& difference = comparison.difference(world, outcome);
  return (is_list(list) || list.measure == MeasureId::overdue) && list.at_end && list.is_total() &&
         difference.clear() && difference.interval.mean < 0;
}

std::string pathway_of(const Outcome& list) {
  return list.measure == MeasureId::overdue ? pathway_of_clock(list) : list.subject;
}

// Who is overdue is so in whatever queue of the pathway: only what it leads to comes later.
bool comes_later(const WorldNotes::ComesLater& notes, const Outcome& list, const Outcome& queue) {
  const auto holds = [&](const std::vector<std::string>& names) {
    return std::find(names.begin(), names.end(), queue.subject) != names.end();
  };
  return (queue.subject_kind == SubjectKind::service && is_list(list) && holds(notes.services)) ||
         (queue.subject_kind == SubjectKind::pathway && queue.leads_to_somebody && holds(notes.pathways));
}

experiment::Difference of_both(const Comparison& comparison, std::size_t world, std::size_t list,
                               std::size_t later) {
  std::vector<double> changes;
  for (std::uint32_t r = 0; r < comparison.replications(); ++r)
    changes.push_back(comparison.at(world, r, list) - comparison.at(0, r, list) +
                      comparison.at(world, r, later) - comparison.at(0, r, later));
  return experiment::judged(changes, comparison.level());
}

std::string words_of(const MovedOn& moved, const Outcome& list) {
  const std::string but =
      fmt::format("but {} more then wait for “{}”", amount_of(moved.more, "children").text, moved.later);
  if (!is_list(list)) return but;  // cases overdue and children waiting are not to be added up
  if (!moved.both.clear()) return but + ": about as many in all";
  const Amount amount = amount_of(moved.both.interval, "children");
  return fmt::format("{}: {} {} in all", but, amount.text, amount.less ? "fewer" : "more");
}

}  // namespace

std::vector<MovedOn> moved_on(const ComparisonReport& report, std::size_t world) {
  const Comparison& comparison = *report.comparison;
  std::vector<MovedOn> found;
  for (std::size_t l = 0; l < comparison.outcomes().size(); ++l) {
    if (!is_shortened(comparison, world, l)) continue;
    const Outcome& list = comparison.outcomes()[l];
    const auto notes = std::find_if(report.notes.comes_later.begin(), report.notes.comes_later.end(),
                                    [&](const auto& one) { return one.pathway == pathway_of(list); });
    if (notes == report.notes.comes_later.end()) continue;
    for (std::size_t o = 0; o < comparison.outcomes().size(); ++o) {
      const Outcome& queue = comparison.outcomes()[o];
      if (!comes_later(*notes, list, queue) || !is_lengthened(comparison, world, o)) continue;
      MovedOn moved{l,
                    queue.subject,
                    std::string(model::word(queue.subject_kind)),
                    comparison.difference(world, o).interval,
                    of_both(comparison, world, l, o),
                    {}};
      moved.words = words_of(moved, list);
      found.push_back(std::move(moved));
    }
  }
  return found;
}

std::string but_moved_on(const std::vector<MovedOn>& moved, const experiment::Outcomes& outcomes,
                         const Outcome& gain) {
  std::string words;
  for (const MovedOn& one : moved) {
    const Outcome& list = outcomes[one.list];
    const bool same_subject = list.subject_kind == gain.subject_kind && list.subject == gain.subject;
    const bool of_list =
        gain.measure == list.measure || (is_list(list) && gain.measure == MeasureId::wait_of_waiting_mean);
    if (same_subject && of_list) words += (words.empty() ? "" : ", ") + one.words;
  }
  return words;
}

}  // namespace sendcap::report
