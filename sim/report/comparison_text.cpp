#include <fmt/format.h>

#include <algorithm>
#include <cmath>

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
    for (std::size_t w = 1; w < comparison_.worlds(); ++w)
      text_ += '\n' +
               wrapped(fmt::format("{}  WHO GAINS AND WHO LOSES with {}", letter(w), report_.names[w]),
                       kTableWidth) +
               who_gains(comparison_, w);
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
      widest = fmt::format("least precise difference ±{} of the baseline: {}, {}",
                           shown(outcome.widest, 1, Style::share), least.name, subject_words(least));
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
    for (const std::string& sentence : findings(report_, world))
      text_ += hanging("  - ", sentence, kTableWidth);
  }

  void targets() {
    if (comparison_.targets().empty()) return;
    text_ += "\nTARGETS, the chance that each is met\n";
    for (std::size_t t = 0; t < comparison_.targets().size(); ++t) {
      text_ += wrapped(comparison_.targets()[t].name, kTableWidth);
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
        "to that list alone: these are not to be added up.\n" +
        lines;
  }

  // What one child less on a list costs, where the gain is clear and the plan costs more.
  [[nodiscard]] std::string gains(std::size_t world) const {
    std::string lines;
    if (!(comparison_.extra_cost(world).interval.low > 0)) return lines;
    for (const std::size_t o : leading_outcomes(outcomes_)) {
      const Outcome& outcome = outcomes_[o];
      const bool counted = outcome.unit == "children" || outcome.unit == "cases";
      if (!counted || repeats_placement(comparison_, o)) continue;
      const auto cost = comparison_.cost_of_gain(world, o);
      constexpr double kWorthNaming = 0.05;
      const double change = std::fabs(comparison_.difference(world, o).interval.mean);
      if (!cost || change < kWorthNaming * comparison_.value(0, o).mean) continue;
      lines += hanging(
          "      ",
          fmt::format("{} for each fewer {}: {}", pounds_shown(*cost), outcome.name, subject_words(outcome)),
          kTableWidth);
    }
    return lines;
  }

  void best() {
    std::string lines;
    for (const std::size_t o : leading_outcomes(outcomes_)) {
      const std::vector<double> chances = comparison_.chance_best(o);
      const std::vector<std::size_t> unbeaten = comparison_.unbeaten(o);
      if (chances.empty() || unbeaten.size() == comparison_.worlds() || repeats_placement(comparison_, o))
        continue;
      const Outcome& outcome = outcomes_[o];
      lines += wrapped(fmt::format("{}, {}", subject_words(outcome), outcome.name), kTableWidth);
      std::string shares;
      for (std::size_t w = 0; w < chances.size(); ++w)
        shares += fmt::format("{}{} {}", w > 0 ? "; " : "", letter(w), shown(chances[w], 0, Style::share));
      lines += hanging("  ", shares, kTableWidth);
      lines += unbeaten.size() == 1
                   ? fmt::format("  {} is best\n", letter(unbeaten.front()))
                   : hanging("  ", "not to be told apart: " + letters(unbeaten), kTableWidth);
    }
    if (lines.empty()) return;
    text_ +=
        "\nBEST: the chance that each has the best average, given these runs. Plans are\n"
        "ranked only where the one is clearly better than the other.\n" +
        lines;
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
