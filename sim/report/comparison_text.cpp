#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "gap_changes.hpp"
#include "moved_on.hpp"
#include "outcome_words.hpp"
#include "plan_table.hpp"
#include "sendcap/report/comparison_report.hpp"
#include "who_gains.hpp"

namespace sendcap::report {
namespace {

using experiment::Better;
using experiment::Comparison;
using experiment::Difference;
using experiment::Outcome;
using experiment::Stop;

// Plans go by letters in tables: the baseline is 0, the first plan A.
std::string letter(std::size_t world) {
  if (world == 0) return "0";
  std::string letters;
  for (std::size_t rest = world; rest > 0; rest = (rest - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return letters;
}

class ComparisonText {
 public:
  explicit ComparisonText(const ComparisonReport& report)
      : report_(report), comparison_(*report.comparison), outcomes_(report.comparison->outcomes()) {}

  std::string write() {
    heading();
    for (std::size_t w = 1; w < comparison_.worlds(); ++w) found(w);
    targets();
    costs();
    best();
    if (comparison_.worlds() > 1) text_ += '\n' + wrapped(kWhatCounts, kTableWidth);
    for (std::size_t w = 1; w < comparison_.worlds(); ++w) gains_and_gaps(w);
    text_ +=
        '\n' +
        wrapped(
            "Modelled, no forecast: what counts are the differences, and they rest on the scenario's "
            "assumptions. `sendcap sensitivity` and `sendcap uncertainty` say how much hangs on these; the "
            "levels, and decisions about staff and budgets, need the services' own figures.",
            kTableWidth);
    return std::move(text_);
  }

 private:
  void heading() {
    text_ += wrapped(report_.description.title, kTableWidth);
    text_ += wrapped(
        fmt::format("{} to {}; {} replications of each plan, seed {}, common random numbers; in brackets the "
                    "{:.6g}% interval",
                    report_.first_day, report_.last_day, comparison_.replications(), report_.description.seed,
                    comparison_.level() * 100),
        kTableWidth);
    text_ += wrapped(why_it_stopped(), kTableWidth);
    text_ += wrapped(
                 "All measures of a plan are judged together, so that of those called clear at most one in "
                 "twenty is "
                 "expected not to be: stricter than each interval by itself.",
                 kTableWidth) +
             '\n';
    for (std::size_t w = 0; w < comparison_.worlds(); ++w)
      text_ += hanging(letter(w) + "  ", report_.names[w], kTableWidth);
  }

  [[nodiscard]] std::string why_it_stopped() const {
    const experiment::CompareOutcome& outcome = report_.outcome;
    std::string widest;
    if (outcome.widest_outcome) {
      const Outcome& least = outcomes_[*outcome.widest_outcome];
      widest = fmt::format("least precise difference ±{} of the baseline: {}",
                           shown(outcome.widest, 1, Style::share), topic(least));
    }
    switch (outcome.stop) {
      case Stop::precision_reached:
        return fmt::format("Stopped as the precision of ±{} was reached ({}).",
                           shown(*report_.description.precision, 1, Style::share), widest);
      case Stop::time_over:
        return fmt::format("Stopped as the time of {:.6g} s was over ({}).", *report_.seconds, widest);
      case Stop::most_replications:
        return fmt::format("Stopped at the most replications there may be ({}).", widest);
      case Stop::interrupted:
        return fmt::format("Stopped early: these are partial results ({}).", widest);
      case Stop::as_asked:
        return fmt::format("As many replications as asked for ({}).", widest);
    }
    return {};
  }

  void found(std::size_t world) {
    text_ += '\n' + wrapped(fmt::format("{}  WITH {}", letter(world), report_.names[world]), kTableWidth);
    const Findings found = findings(report_, world);
    for (const std::string& sentence : found.first) text_ += hanging("  - ", sentence, kTableWidth);
    if (!found.further.empty())
      text_ += hanging("  - ",
                       fmt::format("And {} more clear {}: `--report` and `--out` tell all.",
                                   found.further.size(), found.further.size() == 1 ? "change" : "changes"),
                       kTableWidth);
    for (const std::string& sentence : found.rest) text_ += hanging("  - ", sentence, kTableWidth);
  }

  void gains_and_gaps(std::size_t world) {
    text_ += '\n' +
             wrapped(fmt::format("{}  WHO GAINS AND WHO LOSES with {}", letter(world), report_.names[world]),
                     kTableWidth) +
             who_gains(report_, world);
    std::string of;
    for (const GapChange& gap : gap_changes(comparison_, world)) {
      if (gap.of != of) text_ += wrapped("widest gap in " + gap.of, kTableWidth);
      of = gap.of;
      text_ += hanging("    " + left_aligned(gap.dimension, 12), gap.words, kTableWidth);
    }
  }

  void targets() {
    if (comparison_.targets().empty()) return;
    text_ += "\nTARGETS, the chance that each is met\n";
    for (std::size_t t = 0; t < comparison_.targets().size(); ++t) {
      const experiment::TargetCell& target_cell = comparison_.targets()[t];
      text_ +=
          wrapped(fmt::format("{}: {} wanted", target_cell.name, wanted_words(target_cell, target_cell.unit)),
                  kTableWidth);
      std::vector<std::string> said;
      for (std::size_t w = 0; w < comparison_.worlds(); ++w) said.push_back(target(w, t));
      if (std::count(said.begin(), said.end(), said.front()) == static_cast<std::ptrdiff_t>(said.size())) {
        text_ += hanging("  all plans alike  ", said.front(), kTableWidth);
        continue;
      }
      for (std::size_t w = 0; w < comparison_.worlds(); ++w)
        text_ += hanging(fmt::format("  {}  ", letter(w)), said[w], kTableWidth);
    }
  }

  [[nodiscard]] std::string target(std::size_t world, std::size_t index) const {
    const engine::Interval chance = comparison_.target_chance(world, index);
    if (std::isnan(chance.mean)) return "nobody to measure";
    const experiment::TargetCell& target = comparison_.targets()[index];
    const engine::Interval value = comparison_.target_value(world, index);
    const bool share = target.unit == "share";
    const auto runs = static_cast<double>(comparison_.replications());
    return fmt::format("in {:.0f} of {:.0f} runs, {}; expected {}{}{}", chance.mean * runs, runs,
                       shown(chance, Style::share), shown(value, share ? Style::share : Style::plain),
                       share ? "" : " ", share ? "" : target.unit);
  }

  // Spending once (a building) is told apart: it says nothing of the years after.
  void costs() {
    std::string lines;
    for (std::size_t w = 1; w < comparison_.worlds(); ++w) {
      const Difference extra = comparison_.extra_cost(w);
      if (extra.pairs == 0) continue;
      const double once = report_.once.empty() ? 0 : report_.once[w] - report_.once[0];
      const auto a_year = [&](double pounds) { return (pounds - once) / report_.years; };
      const engine::Interval rest{a_year(extra.interval.mean), a_year(extra.interval.low),
                                  a_year(extra.interval.high)};
      const std::string of_it =
          once == 0 ? std::string("; ")
                    : fmt::format(", {} of it once; the rest ", pounds_shown({once, once, once}));
      lines += hanging(fmt::format("  {}  ", letter(w)),
                       fmt::format("{} over the run{}{} a year", pounds_shown(extra.interval), of_it,
                                   pounds_shown(rest)),
                       kTableWidth) +
               gains(w);
    }
    if (lines.empty()) return;
    text_ +=
        "\nCOST beyond the scenario as it stands, all payers together. Where a list is\n"
        "clearly shorter, what each child fewer on it costs if the whole plan is charged\n"
        "to that list alone: these are not to be added up. Where more wait for what comes\n"
        "after the list, part of the gain has only moved on, and has no such cost.\n" +
        lines;
  }

  // What one child less on a list costs, where the gain is clear and the plan costs more.
  [[nodiscard]] std::string gains(std::size_t world) const {
    std::string lines;
    if (!(comparison_.extra_cost(world).interval.low > 0)) return lines;
    const std::vector<MovedOn> moved = moved_on(report_, world);
    for (const std::size_t o : leading_outcomes(outcomes_)) {
      const Outcome& outcome = outcomes_[o];
      const bool counted = outcome.unit == "children" || outcome.unit == "cases";
      if (!counted || repeats_placement(comparison_, o)) continue;
      const auto cost = comparison_.cost_of_gain(world, o);
      constexpr double kWorthNaming = 0.05;
      const engine::Interval& change = comparison_.difference(world, o).interval;
      if (!cost || std::fabs(change.mean) < kWorthNaming * comparison_.value(0, o).mean) continue;
      const std::string but = but_moved_on(moved, outcomes_, outcome);
      lines += hanging("      ",
                       but.empty() ? fmt::format("{} for each {}", pounds_shown(*cost), one_fewer(outcome))
                                   : fmt::format("{}: {}, {}; so no cost of each one fewer", topic(outcome),
                                                 signed_amount(change, outcome.unit), but),
                       kTableWidth);
    }
    return lines;
  }

  // `child fewer on the list for therapy`.
  [[nodiscard]] static std::string one_fewer(const Outcome& outcome) {
    if (outcome.measure == model::MeasureId::waiting) return "child fewer on " + topic(outcome);
    return outcome.measure == model::MeasureId::overdue
               ? fmt::format("case fewer overdue ({})", outcome.subject)
               : "child fewer without a place";
  }

  void best() {
    std::string lines;
    for (const std::size_t o : leading_outcomes(outcomes_)) {
      const std::vector<std::size_t> unbeaten = comparison_.unbeaten(o);
      if (unbeaten.empty() || unbeaten.size() == comparison_.worlds() || repeats_placement(comparison_, o))
        continue;
      lines += hanging("  ", topic(outcomes_[o]) + ": " + verdict(o, unbeaten), kTableWidth);
    }
    if (lines.empty()) return;
    text_ +=
        "\nBEST: which plan has the best average. Plans are ranked only where the one is\n"
        "clearly better than the other, all pairs of plans judged together.\n" +
        lines;
  }

  // One verdict, and where it is none, which plan would be the best if these runs were all there is.
  [[nodiscard]] std::string verdict(std::size_t outcome, const std::vector<std::size_t>& unbeaten) const {
    if (unbeaten.size() == 1) {
      const std::string but =
          but_moved_on(moved_on(report_, unbeaten.front()), outcomes_, outcomes_[outcome]);
      return fmt::format("{} is best{}{}", letter(unbeaten.front()), but.empty() ? "" : ", ", but);
    }
    const bool low = outcomes_[outcome].better == Better::lower;
    const auto ahead = *std::min_element(unbeaten.begin(), unbeaten.end(), [&](auto left, auto right) {
      const double mine = comparison_.value(left, outcome).mean;
      const double its = comparison_.value(right, outcome).mean;
      return low ? mine < its : mine > its;
    });
    const auto is_as_good = [&](std::size_t world) {
      return comparison_.value(world, outcome).mean == comparison_.value(ahead, outcome).mean;
    };
    std::string text = "not to be told apart: " + letters(unbeaten);
    if (std::count_if(unbeaten.begin(), unbeaten.end(), is_as_good) == 1)
      text += fmt::format("; in these runs {} is ahead, by too little to be sure", letter(ahead));
    return text;
  }

  [[nodiscard]] static std::string letters(const std::vector<std::size_t>& worlds) {
    std::string text;
    for (const std::size_t world : worlds) text += (text.empty() ? "" : ", ") + letter(world);
    return text;
  }

  const ComparisonReport& report_;
  const Comparison& comparison_;
  const experiment::Outcomes& outcomes_;
  std::string text_;
};

}  // namespace

std::string comparison_text(const ComparisonReport& report) {
  return ComparisonText(report).write();
}

}  // namespace sendcap::report
