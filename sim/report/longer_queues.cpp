#include "longer_queues.hpp"

#include <fmt/format.h>

#include "shown_number.hpp"

namespace sendcap::report {

bool is_lengthened(const experiment::Comparison& comparison, std::size_t world, std::size_t outcome) {
  constexpr double kFewest = 10;  // children; fewer are no finding
  const experiment::Outcome& queue = comparison.outcomes()[outcome];
  const experiment::Difference& difference = comparison.difference(world, outcome);
  return queue.measure == model::MeasureId::waiting && queue.at_end && queue.is_total() &&
         difference.clear() && difference.interval.mean >= kFewest;
}

std::vector<std::string> longer_queues(const experiment::Comparison& comparison, std::size_t world) {
  std::vector<std::string> sentences;
  for (std::size_t o = 0; o < comparison.outcomes().size(); ++o) {
    const experiment::Outcome& outcome = comparison.outcomes()[o];
    if (outcome.subject_kind != model::SubjectKind::service || !is_lengthened(comparison, world, o)) continue;
    sentences.push_back(
        fmt::format("{} more children are in the queue of the service “{}” on {}: {} instead of {}.",
                    shown(comparison.difference(world, o).interval), outcome.subject, outcome.date,
                    shown_mean(comparison.value(world, o)), shown_mean(comparison.value(0, o))));
  }
  return sentences;
}

}  // namespace sendcap::report
