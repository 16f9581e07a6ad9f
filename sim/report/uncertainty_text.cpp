#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

#include "figure_words.hpp"
#include "input_words.hpp"
#include "plan_table.hpp"
#include "sendcap/report/uncertainty_report.hpp"
#include "shown_number.hpp"

namespace sendcap::report {
namespace {

using experiment::Better;
using experiment::Regret;
using experiment::UncertainFigure;

class UncertaintyText {
 public:
  explicit UncertaintyText(const UncertaintyReport& report)
      : report_(report), study_(*report.study), uncertainty_(report.uncertainty) {}

  std::string write() {
    heading();
    for (const UncertainFigure& figure : uncertainty_.figures) write_figure(figure);
    end_section();
    regrets();
    return std::move(text_);
  }

 private:
  [[nodiscard]] const experiment::Input& input(std::size_t dimension) const {
    return study_.inputs()[uncertainty_.inputs[dimension]];
  }

  void heading() {
    text_ += wrapped(report_.description.title, kTableWidth);
    text_ += wrapped(
        fmt::format("{} to {}; {} inputs at once, {} over their ranges: {} points (Latin hypercube) of {} "
                    "replications each, seed {}, common random numbers; in brackets the {:.6g}% interval",
                    report_.first_day, report_.last_day, uncertainty_.inputs.size(),
                    report_.spread == experiment::Spread::triangular ? "most likely as they stand"
                                                                     : "equally likely everywhere",
                    uncertainty_.points.size(), uncertainty_.replications, report_.description.seed,
                    report_.description.level * 100),
        kTableWidth);
    if (uncertainty_.interrupted)
      text_ += wrapped(fmt::format("Stopped early: these are partial results, of {} of {} points.",
                                   uncertainty_.points.size(), uncertainty_.asked_points),
                       kTableWidth);
    if (uncertainty_.impossible > 0)
      text_ +=
          wrapped(fmt::format("{} points were left out, as their values do not go together. The first: {}.",
                              uncertainty_.impossible, uncertainty_.impossible_reason.substr(0, 400)),
                  kTableWidth);
  }

  void write_figure(const UncertainFigure& figure) {
    if (figure.points.empty() && !uncertainty_.points.empty()) return;  // nobody to measure
    const std::string about = contrast_words(study_, figure.contrast);
    if (about != last_about_) {
      end_section();
      std::string title = about;
      std::transform(title.begin(), title.end(), title.begin(),
                     [](char one) { return one >= 'a' && one <= 'z' ? static_cast<char>(one - 32) : one; });
      text_ += '\n' + std::string(kTableWidth, '=') + '\n' + wrapped(title, kTableWidth);
    }
    last_about_ = about;
    const bool change = figure.contrast.difference;
    if (change && figure.components && is_touched_rarely(figure)) {
      (figure.exactly_same == figure.points.size() ? same_ : hardly_).push_back(figure_words(figure.figure));
      return;
    }
    if (change) told_.insert(figure_words(figure.figure));
    text_ += '\n' + wrapped(figure_words(figure.figure), kTableWidth);
    if (!figure.components) {
      text_ += "  too few complete points to say anything\n";
      return;
    }
    const std::string& unit = figure.figure.about.unit;
    const auto amount = [&](const engine::Interval& one) {
      if (std::isnan(one.mean)) return std::string("nobody to measure");
      return change ? change_words(one, unit) : value_words(one, unit);
    };
    say(fmt::format("as it stands {}; over all ranges {} on average", amount(figure.as_it_stands),
                    amount(figure.components->mean_interval)));
    spread(figure);
    if (change) direction(figure);
    drivers(figure);
  }

  // A difference that is clear in less than one point in ten is what chance alone gives.
  [[nodiscard]] static bool is_touched_rarely(const UncertainFigure& figure) {
    constexpr double kRarely = 0.1;
    return static_cast<double>(figure.clearly_better + figure.clearly_worse) <
           kRarely * static_cast<double>(figure.points.size());
  }

  // What is left of a plan's section, in brief.
  void end_section() {
    const auto list = [&](const std::string& begins, std::vector<std::string>& figures) {
      if (figures.empty()) return;
      text_ += '\n' + wrapped(begins, kTableWidth);
      for (const std::string& figure : figures) text_ += hanging("  - ", figure, kTableWidth);
      figures.clear();
    };
    list("Clear in less than one point in ten, as chance alone would have it:", hardly_);
    list("Exactly the same in every point:", same_);
  }

  void spread(const UncertainFigure& figure) {
    const std::string& unit = figure.figure.about.unit;
    const auto plain = [&](double value) {
      const double half = (figure.percentile_95 - figure.percentile_5) / 20;
      const engine::Interval rounded{value, value - half, value + half};
      const std::string words =
          figure.contrast.difference ? change_words(rounded, unit) : value_words(rounded, unit);
      return words.substr(0, words.find(" ("));
    };
    const experiment::VarianceComponents& components = *figure.components;
    std::string text = fmt::format("in 9 of 10 points between {} and {} (chance taken out)",
                                   plain(figure.percentile_5), plain(figure.percentile_95));
    if (!std::isnan(components.share.mean))
      text += fmt::format("; {} of the spread of single futures is the ranges, the rest chance",
                          shown(components.share, Style::share));
    say(text);
  }

  void direction(const UncertainFigure& figure) {
    if (figure.figure.about.better == Better::neither) return;
    const std::size_t all = figure.points.size();
    const std::string good = figure.figure.all_spending                    ? "cheaper"
                             : figure.figure.about.better == Better::lower ? "lower"
                                                                           : "higher";
    const std::string bad = figure.figure.all_spending                    ? "dearer"
                            : figure.figure.about.better == Better::lower ? "higher"
                                                                          : "lower";
    std::string text = fmt::format("{} in {} of points; clearly so in {} of {}, clearly {} in {}", good,
                                   shown(figure.chance_better, Style::share), figure.clearly_better, all, bad,
                                   figure.clearly_worse);
    if (figure.exactly_same > 0) text += fmt::format(", exactly the same in {}", figure.exactly_same);
    say(text);
    if (!figure.worst) return;
    say(fmt::format("worst in point {}: {}{}", uncertainty_.numbers[figure.points[*figure.worst]] + 1,
                    change_words(figure.at_worst, figure.figure.about.unit), values_at_worst(figure)));
  }

  // Of what drives it; of all inputs in the file of points.
  [[nodiscard]] std::string values_at_worst(const UncertainFigure& figure) const {
    constexpr std::size_t kMost = 4;
    const std::vector<double>& point = uncertainty_.points[figure.points[*figure.worst]];
    std::string text;
    for (std::size_t i = 0; i < std::min(kMost, figure.drivers.size()); ++i) {
      const std::size_t dimension = figure.drivers[i].dimension;
      text += fmt::format("{}{} {}", i == 0 ? ", with " : "; ", input(dimension).name(),
                          rounded_text(input(dimension), point[dimension]));
    }
    return text;
  }

  void drivers(const UncertainFigure& figure) {
    if (figure.drivers.empty()) {
      say(fmt::format("no input stands out with {} points", figure.points.size()));
      return;
    }
    text_ += "  driven by (rank correlation, share of the ranges' spread explained)\n";
    for (const experiment::Driver& driver : figure.drivers) {
      const std::string numbers = fmt::format("{} {:>4}", shown(driver.correlation, Style::signed_plain),
                                              shown(driver.explains, 0, Style::share));
      const std::string& name = input(driver.dimension).name();
      constexpr std::size_t kNumbers = 28;
      if (width(name) + kNumbers + 4 <= kTableWidth)
        text_ +=
            "    " + left_aligned(name, kTableWidth - kNumbers - 4) + right_aligned(numbers, kNumbers) + '\n';
      else
        text_ += indented(name, 4) + right_aligned(numbers, kTableWidth) + '\n';
    }
  }

  void regrets() {
    std::string lines;
    for (const Regret& regret : uncertainty_.regrets) {
      if (told_.count(figure_words(regret.figure)) == 0) continue;
      const std::string& unit = regret.figure.about.unit;
      lines += '\n' + wrapped(figure_words(regret.figure), kTableWidth);
      for (std::size_t w = 0; w < regret.mean.size(); ++w)
        lines += left_aligned("  " + plan_words(study_, w == 0 ? std::nullopt : std::optional(w - 1)), 38) +
                 right_aligned(
                     fmt::format("{}; at most {}; best in {}", size_words(regret.mean[w], unit),
                                 size_words(regret.most[w], unit), shown(regret.best_in[w], 0, Style::share)),
                     kTableWidth - 38) +
                 '\n';
    }
    if (lines.empty()) return;
    text_ += '\n' + std::string(kTableWidth, '=') + '\n' +
             wrapped("REGRET: how far each stays behind the best in the same point, on average and at most",
                     kTableWidth) +
             lines;
  }

  void say(const std::string& sentence) { text_ += indented(sentence, 2); }

  [[nodiscard]] static std::string indented(const std::string& sentence, std::size_t by) {
    std::string text;
    const std::string lines = wrapped(sentence, kTableWidth - by);
    for (std::size_t at = 0; at < lines.size();) {
      const std::size_t end = std::min(lines.find('\n', at), lines.size());
      text += std::string(by, ' ') + lines.substr(at, end - at) + '\n';
      at = end + 1;
    }
    return text;
  }

  const UncertaintyReport& report_;
  const experiment::Study& study_;
  const experiment::Uncertainty& uncertainty_;
  std::string last_about_;
  std::set<std::string> told_;  // what some plan changes
  std::vector<std::string> hardly_;
  std::vector<std::string> same_;
  std::string text_;
};

}  // namespace

std::string uncertainty_text(const UncertaintyReport& report) {
  return UncertaintyText(report).write();
}

}  // namespace sendcap::report
