#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "outcome_words.hpp"
#include "plan_table.hpp"
#include "sendcap/report/comparison_report.hpp"

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
    for (std::size_t w = 1; w < comparison_.worlds(); ++w) who_gains(w);
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
    text_ += wrapped(why_it_stopped(), kTableWidth) + '\n';
    for (std::size_t w = 0; w < comparison_.worlds(); ++w)
      text_ += wrapped(fmt::format("{}  {}", letter(w), report_.names[w]), kTableWidth);
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
      text_ += hanging(sentence, "  - ", "    ", kTableWidth);
  }

  void targets() {
    if (comparison_.targets().empty()) return;
    text_ += "\nTARGETS, the chance that each is met\n";
    for (std::size_t t = 0; t < comparison_.targets().size(); ++t) {
      text_ += wrapped(comparison_.targets()[t].name, kTableWidth);
      for (std::size_t w = 0; w < comparison_.worlds(); ++w) {
        const engine::Interval chance = comparison_.target_chance(w, t);
        text_ += fmt::format("  {}  {}\n", letter(w),
                             std::isnan(chance.mean) ? "nobody to measure" : shown(chance, Style::share));
      }
    }
  }

  void costs() {
    bool any = false;
    std::string lines;
    for (std::size_t w = 1; w < comparison_.worlds(); ++w) {
      const Difference extra = comparison_.extra_cost(w);
      if (extra.pairs == 0) continue;
      any = true;
      engine::Interval a_year = extra.interval;
      a_year = {a_year.mean / report_.years, a_year.low / report_.years, a_year.high / report_.years};
      lines += left_aligned(fmt::format("  {}", letter(w)), 6) +
               right_aligned(pounds_shown(extra.interval), 38) + right_aligned(pounds_shown(a_year), 36) +
               '\n';
      lines += gains(w);
    }
    if (!any) return;
    text_ += "\nCOST beyond the baseline, all payers" + right_aligned("a year of the run", kTableWidth - 36) +
             '\n' + lines;
  }

  // What one child less on a list costs, where the gain is clear and the plan costs more.
  [[nodiscard]] std::string gains(std::size_t world) const {
    std::string lines;
    if (!(comparison_.extra_cost(world).interval.low > 0)) return lines;
    for (const std::size_t o : experiment::headline_outcomes(outcomes_)) {
      const Outcome& outcome = outcomes_[o];
      if (outcome.unit != "children") continue;
      const auto cost = comparison_.cost_of_gain(world, o);
      if (!cost) continue;
      lines += wrapped(fmt::format("      {} for each child fewer: {}, {}", pounds_shown(*cost), outcome.name,
                                   subject_words(outcome)),
                       kTableWidth);
    }
    return lines;
  }

  void best() {
    std::string lines;
    for (const std::size_t o : experiment::headline_outcomes(outcomes_)) {
      const std::vector<double> chances = comparison_.chance_best(o);
      const std::vector<std::size_t> unbeaten = comparison_.unbeaten(o);
      if (chances.empty() || unbeaten.size() == comparison_.worlds()) continue;
      const Outcome& outcome = outcomes_[o];
      lines += wrapped(fmt::format("{}, {}", subject_words(outcome), outcome.name), kTableWidth);
      std::string shares = " ";
      for (std::size_t w = 0; w < chances.size(); ++w)
        shares += fmt::format(" {} {}{}", letter(w), shown(chances[w], 0, Style::share),
                              w + 1 < chances.size() ? ";" : "");
      lines += wrapped(shares, kTableWidth);
      lines += unbeaten.size() == 1 ? fmt::format("  {} is best\n", letter(unbeaten.front()))
                                    : wrapped("  not to be told apart: " + letters(unbeaten), kTableWidth);
    }
    if (lines.empty()) return;
    text_ += "\nBEST, the chance that each is, where any is clearly beaten\n" + lines;
  }

  [[nodiscard]] static std::string letters(const std::vector<std::size_t>& worlds) {
    std::string text;
    for (const std::size_t world : worlds) text += (text.empty() ? "" : ", ") + letter(world);
    return text;
  }

  // Groups with a clear gain or loss, at a confidence that holds for all groups of a dimension at once.
  void who_gains(std::size_t world) {
    std::string lines;
    std::string last;
    for (std::size_t o = 0; o < outcomes_.size(); ++o) {
      const Outcome& outcome = outcomes_[o];
      if (outcome.is_total() || outcome.better == Better::neither) continue;
      const double level = 1 - (1 - comparison_.level()) / static_cast<double>(groups_beside(o));
      const Difference difference = comparison_.between(world, 0, o, level);
      if (!difference.clear()) continue;
      const std::string about =
          fmt::format("{}, {}, {}", subject_words(outcome), measure_words(outcome), when_words(outcome));
      if (about != last) lines += wrapped(about, kTableWidth);
      last = about;
      const bool gains = (outcome.better == Better::lower) == (difference.interval.mean < 0);
      const Amount amount = amount_of(difference.interval, outcome.unit);
      lines += left_aligned(fmt::format("  {} {}", gains ? "gain" : "lose", outcome.group), 46) +
               right_aligned((amount.less ? "−" : "+") + amount.text, kTableWidth - 46) + '\n';
    }
    text_ += '\n' +
             wrapped(fmt::format("{}  WHO GAINS AND WHO LOSES with {}", letter(world), report_.names[world]),
                     kTableWidth);
    text_ += lines.empty() ? "  no group clearly\n" : lines;
  }

  // How many groups of its dimension the outcome is given for.
  [[nodiscard]] std::size_t groups_beside(std::size_t wanted) const {
    const Outcome& one = outcomes_[wanted];
    return static_cast<std::size_t>(
        std::count_if(outcomes_.all().begin(), outcomes_.all().end(), [&](const Outcome& other) {
          return other.name == one.name && other.subject_kind == one.subject_kind &&
                 other.subject == one.subject && other.label == one.label && other.dimension == one.dimension;
        }));
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
