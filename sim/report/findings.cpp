#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "longer_queues.hpp"
#include "outcome_words.hpp"
#include "scenario_words.hpp"
#include "sendcap/report/comparison_report.hpp"

namespace sendcap::report {
namespace {

using experiment::Difference;
using experiment::Outcome;
using experiment::Verdict;
using model::MeasureId;
using model::SubjectKind;

bool is_placement(const Outcome& outcome) {
  return outcome.subject_kind == SubjectKind::placement;
}

// Those that are named even when nothing can be said of them.
bool is_named_always(const Outcome& outcome) {
  return outcome.measure == MeasureId::waiting || outcome.measure == MeasureId::without_a_place ||
         outcome.measure == MeasureId::spent;
}

std::string waits_for(const Outcome& outcome) {
  return is_placement(outcome) ? "a school place" : outcome.subject;
}

// What the outcome is about, in a list of things that are small, unclear or the same.
std::string topic(const Outcome& outcome) {
  switch (outcome.measure) {
    case MeasureId::waiting:
      return "the list for " + waits_for(outcome);
    case MeasureId::wait_of_waiting_mean:
      return "the wait for " + waits_for(outcome);
    case MeasureId::without_a_place:
      return "children without a place";
    case MeasureId::plans_held:
      return "plans held";
    case MeasureId::children_there:
      return fmt::format("children in “{}”", outcome.subject);
    case MeasureId::overdue:
      return fmt::format("cases overdue ({})", outcome.subject);
    case MeasureId::share_in_time:
      return fmt::format("the share in time ({})", outcome.subject);
    case MeasureId::spent:
      return fmt::format("spending ({})", outcome.subject);
    default:
      return fmt::format("“{}”", outcome.subject);
  }
}

std::string instead(const engine::Interval& with, const engine::Interval& without) {
  return fmt::format("{} instead of {}", shown_mean(with), shown_mean(without));
}

class Finding {
 public:
  Finding(const experiment::Comparison& comparison, std::size_t world, std::size_t outcome)
      : outcome_(comparison.outcomes()[outcome]),
        difference_(comparison.difference(world, outcome)),
        with_(comparison.value(world, outcome)),
        without_(comparison.value(0, outcome)),
        amount_(amount_of(difference_.interval, outcome_.unit)) {}

  [[nodiscard]] std::string sentence() const {
    const std::string& amount = amount_.text;
    const std::string fewer = amount_.less ? "fewer" : "more";
    switch (outcome_.measure) {
      case MeasureId::waiting:
        return fmt::format("{} {} children are waiting for {} on {}: {}.", amount, fewer, waits_for(outcome_),
                           outcome_.date, instead(with_, without_));
      case MeasureId::wait_of_waiting_mean:
        return fmt::format("Those waiting for {} have waited {} {} {} on average.", waits_for(outcome_),
                           amount, outcome_.unit, amount_.less ? "less" : "longer");
      case MeasureId::without_a_place:
        return fmt::format("{} {} children with a plan are without a place on {}: {}.", amount, fewer,
                           outcome_.date, instead(with_, without_));
      case MeasureId::plans_held:
        return fmt::format("{} {} children have a plan on {}.", amount, fewer, outcome_.date);
      case MeasureId::children_there:
        return fmt::format("{} {} children are in “{}” on {}: {}.", amount, fewer, outcome_.subject,
                           outcome_.date, instead(with_, without_));
      case MeasureId::overdue:
        return fmt::format("{} {} cases are overdue on {}: {}.", amount, fewer, outcome_.date,
                           outcome_.subject);
      case MeasureId::share_in_time:
        return fmt::format("{} {} is done in time over the run: {}.", amount, amount_.less ? "less" : "more",
                           outcome_.subject);
      case MeasureId::spent:
        return fmt::format("{} {} is spent over the run ({}).", amount, amount_.less ? "less" : "more",
                           outcome_.subject);
      default:
        return fmt::format("“{}” happens {} times {} often over the run.", outcome_.subject, amount,
                           amount_.less ? "less" : "more");
    }
  }

  [[nodiscard]] std::string in_brief() const {
    return fmt::format("{} ({}{})", topic(outcome_), amount_.less ? "−" : "+",
                       amount_.text.substr(0, amount_.text.find(" (")));
  }

 private:
  const Outcome& outcome_;
  const Difference& difference_;
  engine::Interval with_;
  engine::Interval without_;
  Amount amount_;
};

std::string milestone_of(const Outcome& outcome) {
  return outcome.label.size() > outcome.date.size() ? outcome.label.substr(outcome.date.size() + 1)
                                                    : outcome.date;
}

// How a list, or the number without a place, stands beside that of the scenario as it stands at the
// milestones before the end; empty for what else is told, and where nothing is clear.
std::string on_the_way(const experiment::Comparison& comparison, std::size_t world, std::size_t at_end) {
  const Outcome& end = comparison.outcomes()[at_end];
  if (!end.at_end || !is_named_always(end)) return {};
  std::string text;
  for (std::size_t o = 0; o < comparison.outcomes().size(); ++o) {
    const Outcome& outcome = comparison.outcomes()[o];
    const bool same = outcome.name == end.name && outcome.subject_kind == end.subject_kind &&
                      outcome.subject == end.subject && outcome.is_total();
    if (!same || outcome.at_end || outcome.of_whole_run() || !comparison.difference(world, o).clear())
      continue;
    text += fmt::format("{}{}: {}", text.empty() ? " On the way: " : "; ", milestone_of(outcome),
                        signed_amount(comparison.difference(world, o).interval, outcome.unit));
  }
  return text.empty() ? text : text + '.';
}

// Topics by name, and how many more there are.
class Rest {
 public:
  void add(const Outcome& outcome) {
    if (is_named_always(outcome))
      named_.push_back(topic(outcome));
    else
      ++others_;
  }
  void add(const Outcome& outcome, const Difference& difference) {
    if (is_named_always(outcome))
      named_.push_back(
          fmt::format("{} {}", topic(outcome), signed_amount(difference.interval, outcome.unit)));
    else
      ++others_;
  }
  void add_in_brief(const std::string& text) {
    constexpr std::size_t kMostNamed = 6;
    if (named_.size() < kMostNamed)
      named_.push_back(text);
    else
      ++others_;
  }

  [[nodiscard]] bool empty() const { return named_.empty() && others_ == 0; }
  [[nodiscard]] std::string text() const {
    std::vector<std::string> parts = named_;
    if (others_ > 0)
      parts.push_back(named_.empty() ? fmt::format("{} measures", others_)
                                     : fmt::format("{} further measure{}", others_, others_ == 1 ? "" : "s"));
    return listed(parts) + '.';
  }

 private:
  std::vector<std::string> named_;
  std::size_t others_ = 0;
};

// Of each school, base or unit that only the plan has: how many of its places are taken at milestones and at
// the end.
void places_opened(const experiment::Comparison& comparison, std::size_t world,
                   std::vector<std::string>& sentences) {
  const experiment::Outcomes& outcomes = comparison.outcomes();
  std::string subject;
  const auto is_new = [&](std::size_t o) {
    return std::isnan(comparison.value(0, o).mean) && !std::isnan(comparison.value(world, o).mean);
  };
  for (std::size_t o = 0; o < outcomes.size(); ++o) {
    const Outcome& taken = outcomes[o];
    if (taken.measure != MeasureId::occupied || !is_new(o)) continue;
    for (std::size_t p = 0; p < outcomes.size(); ++p) {
      const Outcome& places = outcomes[p];
      if (places.measure != MeasureId::capacity || places.subject != taken.subject ||
          places.label != taken.label)
        continue;
      if (comparison.value(world, p).mean == 0) continue;  // not open yet
      if (taken.subject != subject) sentences.push_back(fmt::format("Places taken at {}:", taken.subject));
      sentences.back() += fmt::format("{} {} of {} ({})", taken.subject == subject ? "," : "",
                                      shown_mean(comparison.value(world, o)),
                                      shown_mean(comparison.value(world, p)), milestone_of(taken));
      subject = taken.subject;
    }
  }
}

}  // namespace

std::vector<std::string> findings(const ComparisonReport& report, std::size_t world) {
  const experiment::Comparison& comparison = *report.comparison;
  std::vector<std::string> sentences = longer_queues(comparison, world);
  Rest small;
  Rest unclear;
  Rest same;
  for (const std::size_t o : told_outcomes(comparison)) {
    const Outcome& outcome = comparison.outcomes()[o];
    const Difference& difference = comparison.difference(world, o);
    if (difference.pairs == 0) continue;
    if (difference.verdict == Verdict::unclear) unclear.add(outcome, difference);
    if (difference.verdict == Verdict::exactly_same) same.add(outcome);
    if (!difference.clear()) continue;
    const Finding finding(comparison, world, o);
    if (outcome.measure != MeasureId::spent && is_small(comparison, world, o))
      small.add_in_brief(finding.in_brief());
    else
      sentences.push_back(finding.sentence() + on_the_way(comparison, world, o));
  }
  places_opened(comparison, world, sentences);
  if (sentences.empty())
    sentences.emplace_back(small.empty() && unclear.empty()
                               ? "Nothing changes at all."
                               : "Nothing changes much that can be told from chance.");
  if (!small.empty()) sentences.push_back("Clear but small: " + small.text());
  if (!unclear.empty()) sentences.push_back("Unclear, as chance alone may explain it: " + unclear.text());
  if (!same.empty()) sentences.push_back("Exactly the same: " + same.text());
  return sentences;
}

}  // namespace sendcap::report
