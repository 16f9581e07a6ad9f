#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

#include "longer_queues.hpp"
#include "moved_on.hpp"
#include "outcome_words.hpp"
#include "scenario_words.hpp"
#include "sendcap/report/comparison_report.hpp"

namespace sendcap::report {
namespace {

using experiment::Difference;
using experiment::Outcome;
using experiment::Verdict;
using model::MeasureId;

// Those that are named even when nothing can be said of them.
bool is_named_always(const Outcome& outcome) {
  return outcome.measure == MeasureId::waiting || outcome.measure == MeasureId::without_a_place ||
         outcome.measure == MeasureId::spent;
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

  // With what is to be said beside it.
  [[nodiscard]] std::string sentence(const std::string& but) const {
    std::string text = sentence();
    if (!but.empty()) text.replace(text.size() - 1, 1, ", " + but + '.');
    return text;
  }

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
        return fmt::format("“{}” happens to {} {} children over the run.", outcome_.subject, amount, fewer);
    }
  }

  [[nodiscard]] std::string in_brief() const {
    if (amount_.text.substr(0, amount_.text.find(" (")).find_first_of("123456789") == std::string::npos)
      return topic(outcome_) + " (next to nothing)";
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
std::vector<std::string> places_opened(const experiment::Comparison& comparison, std::size_t world) {
  std::vector<std::string> sentences;
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
  return sentences;
}

bool holds(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// What comes first: what the plan is for, what that does to the queues behind and to money, what else it
// touches, the other lists.
enum class Rank : std::uint8_t {
  target_touched,
  list_touched,
  places_opened,
  longer_queue,
  money,
  touched,
  list,
  other
};

bool is_of_list(const Outcome& outcome) {
  return outcome.measure == MeasureId::waiting || outcome.measure == MeasureId::wait_of_waiting_mean;
}

Rank rank_of(const ComparisonReport& report, std::size_t world, const Outcome& outcome) {
  if (outcome.measure == MeasureId::spent) return Rank::money;
  const std::string about =
      outcome.subject_kind == model::SubjectKind::clock ? pathway_of_clock(outcome) : outcome.subject;
  if (world < report.notes.touched.size() && holds(report.notes.touched[world], about)) {
    if (holds(report.notes.target_subjects, outcome.subject)) return Rank::target_touched;
    return is_of_list(outcome) ? Rank::list_touched : Rank::touched;
  }
  return is_named_always(outcome) ? Rank::list : Rank::other;
}

struct RankedSentence {
  Rank rank;
  std::string text;
};

// What is said beside a gain; of a list, beside its length and not again beside its waits.
std::string but_of(const std::vector<MovedOn>& moved, const experiment::Outcomes& outcomes,
                   const Outcome& gain) {
  return gain.measure == MeasureId::wait_of_waiting_mean ? "" : but_moved_on(moved, outcomes, gain);
}

// Sentences in the order of their ranks; of a rank, in the order in which they came.
Findings in_order(std::vector<RankedSentence> ranked) {
  constexpr std::size_t kMostFirst = 15;
  std::stable_sort(ranked.begin(), ranked.end(), [](const RankedSentence& left, const RankedSentence& right) {
    return left.rank < right.rank;
  });
  Findings found;
  for (RankedSentence& one : ranked)
    (found.first.size() < kMostFirst ? found.first : found.further).push_back(std::move(one.text));
  return found;
}

}  // namespace

std::vector<std::string> Findings::all() const {
  std::vector<std::string> sentences = first;
  sentences.insert(sentences.end(), further.begin(), further.end());
  sentences.insert(sentences.end(), rest.begin(), rest.end());
  return sentences;
}

Findings findings(const ComparisonReport& report, std::size_t world) {
  const experiment::Comparison& comparison = *report.comparison;
  const std::vector<MovedOn> moved = moved_on(report, world);
  std::vector<RankedSentence> ranked;
  for (std::string& sentence : longer_queues(comparison, world))
    ranked.push_back({Rank::longer_queue, std::move(sentence)});
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
      ranked.push_back(
          {rank_of(report, world, outcome), finding.sentence(but_of(moved, comparison.outcomes(), outcome)) +
                                                on_the_way(comparison, world, o)});
  }
  for (std::string& sentence : places_opened(comparison, world))
    ranked.push_back({Rank::places_opened, std::move(sentence)});
  Findings found = in_order(std::move(ranked));
  if (found.first.empty())
    found.first.emplace_back(small.empty() && unclear.empty()
                                 ? "Nothing changes at all."
                                 : "Nothing changes much that can be told from chance.");
  if (!small.empty()) found.rest.push_back("Clear but small: " + small.text());
  if (!unclear.empty()) found.rest.push_back("Unclear, as chance alone may explain it: " + unclear.text());
  if (!same.empty()) found.rest.push_back("Exactly the same: " + same.text());
  return found;
}

}  // namespace sendcap::report
