#include "longer_queues.hpp"

#include <fmt/format.h>

#include "shown_number.hpp"

namespace sendcap::report {
namespace {

constexpr double kFewest = 10;  // children; fewer are no finding

bool is_queue_at_end(const experiment::Outcome& outcome) {
  return outcome.subject_kind == model::SubjectKind::service &&
         outcome.measure == model::MeasureId::waiting && outcome.at_end && outcome.is_total();
}

}  // namespace

std::vector<std::string> longer_queues(const experiment::Comparison& comparison, std::size_t world) {
  std::vector<std::string> sentences;
  for (std::size_t o = 0; o < comparison.outcomes().size(); ++o) {
    const experiment::Outcome& outcome = comparison.outcomes()[o];
    if (!is_queue_at_end(outcome)) continue;
    const experiment::Difference& difference = comparison.difference(world, o);
    if (!difference.clear() || difference.interval.mean < kFewest) continue;
    sentences.push_back(
        fmt::format("{} more children are in the queue of the service “{}” on {}: {} instead of {}.",
                    shown(difference.interval), outcome.subject, outcome.date,
                    shown_mean(comparison.value(world, o)), shown_mean(comparison.value(0, o))));
  }
  return sentences;
}

}  // namespace sendcap::report
