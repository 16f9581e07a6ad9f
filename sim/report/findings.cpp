#include <fmt/format.h>

#include <algorithm>

#include "outcome_words.hpp"
#include "sendcap/report/comparison_report.hpp"

namespace sendcap::report {
namespace {

using experiment::Difference;
using experiment::Outcome;
using experiment::Verdict;
using model::MeasureId;
using model::SubjectKind;

// The outcomes of which findings speak: what a commissioner asks first.
bool is_told(const Outcome& outcome) {
  if (!outcome.is_total()) return false;
  const bool list =
      outcome.subject_kind == SubjectKind::pathway || outcome.subject_kind == SubjectKind::placement;
  switch (outcome.measure) {
    case MeasureId::waiting:
    case MeasureId::wait_of_waiting_mean:
      return outcome.at_end && list;
    case MeasureId::without_a_place:
    case MeasureId::plans_held:
    case MeasureId::children_there:
    case MeasureId::overdue:
      return outcome.at_end;
    case MeasureId::happened:
    case MeasureId::spent:
      return outcome.of_whole_run();
    case MeasureId::share_in_time:
      return outcome.of_whole_run();
    default:
      return false;
  }
}

// What the outcome is about, in a list of things that are unclear or the same.
std::string topic(const Outcome& outcome) {
  switch (outcome.measure) {
    case MeasureId::waiting:
      return outcome.subject_kind == SubjectKind::placement ? "the list for a school place"
                                                            : "the list for " + outcome.subject;
    case MeasureId::wait_of_waiting_mean:
      return outcome.subject_kind == SubjectKind::placement ? "the wait for a school place"
                                                            : "the wait for " + outcome.subject;
    case MeasureId::without_a_place:
      return "children without a place";
    case MeasureId::plans_held:
      return "plans held";
    case MeasureId::children_there:
      return "children in provision of the kind " + outcome.subject;
    case MeasureId::overdue:
      return "cases overdue (" + outcome.subject + ")";
    case MeasureId::share_in_time:
      return "the share in time (" + outcome.subject + ")";
    case MeasureId::spent:
      return "spending (" + outcome.subject + ")";
    default:
      return outcome.subject;
  }
}

std::string sentence(const Outcome& outcome, const Difference& difference) {
  const Amount amount = amount_of(difference.interval, outcome.unit);
  const std::string fewer = amount.less ? "fewer" : "more";
  switch (outcome.measure) {
    case MeasureId::waiting:
      return outcome.subject_kind == SubjectKind::placement
                 ? fmt::format("{} {} children are waiting for a school place on {}.", amount.text, fewer,
                               outcome.date)
                 : fmt::format("{} {} children are waiting for {} on {}.", amount.text, fewer,
                               outcome.subject, outcome.date);
    case MeasureId::wait_of_waiting_mean:
      return fmt::format("Those waiting for {} on {} have waited {} {} {} on average.",
                         outcome.subject_kind == SubjectKind::placement ? "a school place" : outcome.subject,
                         outcome.date, amount.text, outcome.unit, amount.less ? "less" : "longer");
    case MeasureId::without_a_place:
      return fmt::format("{} {} children with a plan are without a place on {}.", amount.text, fewer,
                         outcome.date);
    case MeasureId::plans_held:
      return fmt::format("{} {} children have a plan on {}.", amount.text, fewer, outcome.date);
    case MeasureId::children_there:
      return fmt::format("{} {} children are in provision of the kind {} on {}.", amount.text, fewer,
                         outcome.subject, outcome.date);
    case MeasureId::overdue:
      return fmt::format("{} {} cases are overdue on {}: {}.", amount.text, fewer, outcome.date,
                         outcome.subject);
    case MeasureId::share_in_time:
      return fmt::format("{} {} is done in time over the run: {}.", amount.text,
                         amount.less ? "less" : "more", outcome.subject);
    case MeasureId::spent:
      return fmt::format("{} {} is spent over the run by the {}.", amount.text, amount.less ? "less" : "more",
                         outcome.subject);
    default:
      return fmt::format("It happens {} times {} over the run: {}.", amount.text,
                         amount.less ? "less" : "more", outcome.subject);
  }
}

std::string listed(const std::vector<std::string>& topics) {
  std::string text;
  for (std::size_t i = 0; i < topics.size(); ++i)
    text += (i == 0 ? "" : i + 1 == topics.size() ? " and " : ", ") + topics[i];
  return text;
}

}  // namespace

std::vector<std::string> findings(const ComparisonReport& report, std::size_t world) {
  const experiment::Comparison& comparison = *report.comparison;
  std::vector<std::string> sentences;
  std::vector<std::string> unclear;
  std::vector<std::string> same;
  for (std::size_t o = 0; o < comparison.outcomes().size(); ++o) {
    const Outcome& outcome = comparison.outcomes()[o];
    if (!is_told(outcome)) continue;
    const Difference difference = comparison.difference(world, o);
    if (difference.pairs == 0) continue;
    if (difference.clear())
      sentences.push_back(sentence(outcome, difference));
    else
      (difference.verdict == Verdict::unclear ? unclear : same).push_back(topic(outcome));
  }
  if (sentences.empty()) sentences.emplace_back("Nothing changes clearly.");
  if (!unclear.empty())
    sentences.push_back("Unclear, as the interval reaches to both sides of 0: " + listed(unclear) + ".");
  if (!same.empty()) sentences.push_back("Exactly the same: " + listed(same) + ".");
  return sentences;
}

}  // namespace sendcap::report
