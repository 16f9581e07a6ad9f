#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "outcome_words.hpp"
#include "plan_table.hpp"
#include "sendcap/report/calibration_report.hpp"

namespace sendcap::report {
namespace {

using experiment::Calibration;
using experiment::CalibrationStop;
using experiment::FittedFigure;
using experiment::FittedValue;
using experiment::Input;
using experiment::Outcome;

bool same_series(const Outcome& left, const Outcome& right) {
  return left.name == right.name && left.subject_kind == right.subject_kind &&
         left.subject == right.subject && left.group == right.group;
}

std::string series_words(const Outcome& outcome) {
  return fmt::format("{}, {}{}", measure_words(outcome), subject_words(outcome),
                     outcome.is_total() ? "" : ", " + outcome.group);
}

// A line that stands in under a name.
std::string indented(const std::string& line) {
  std::string lines = wrapped(line, kTableWidth - 2);
  std::string result;
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t end = lines.find('\n', at);
    result += "  " + lines.substr(at, end - at) + '\n';
    at = end + 1;
  }
  return result;
}

class CalibrationText {
 public:
  explicit CalibrationText(const CalibrationReport& report)
      : report_(report), calibration_(*report.calibration) {}

  std::string write() {
    heading();
    for (const std::string& warning : warnings()) text_ += '\n' + wrapped(warning, kTableWidth);
    text_ += calibration_.complete ? "\nFITTED VALUES\n" : "\nTHE BEST SO FAR\n";
    for (const FittedValue& value : calibration_.values) tell(value);
    correlations();
    figures();
    return std::move(text_);
  }

 private:
  void heading() {
    text_ += wrapped(report_.description.title, kTableWidth);
    text_ += wrapped(
        fmt::format("{} to {}, fitted to {}; {} worlds, {} replications near the fit, seed {}, common random "
                    "numbers; in brackets the {:.6g}% interval",
                    report_.first_day, report_.last_day, report_.observed, calibration_.worlds,
                    report_.options.replications, report_.description.seed, report_.description.level * 100),
        kTableWidth);
    text_ += wrapped(why_it_stopped(), kTableWidth);
  }

  [[nodiscard]] std::string why_it_stopped() const {
    switch (calibration_.stop) {
      case CalibrationStop::converged:
        return fmt::format("The weighted sum of squares went from {:.4g} to {:.4g}.",
                           calibration_.objective_before, calibration_.objective);
      case CalibrationStop::most_evaluations:
        return fmt::format(
            "The search stopped after {} worlds, before it settled; --evaluations allows more.",
            report_.options.most_evaluations);
      case CalibrationStop::time_over:
        return fmt::format("The search stopped after {:.6g} s, before it settled.", *report_.options.seconds);
      case CalibrationStop::interrupted:
        return "Stopped early: these values have no intervals, and no scenario was written.";
    }
    return {};
  }

  [[nodiscard]] std::vector<std::string> warnings() const {
    std::vector<std::string> all;
    for (const FittedValue& value : calibration_.values)
      if (value.at_bound)
        all.push_back(fmt::format(
            "BEWARE: '{}' is at a bound of where it was looked for ({} to {}): the figures want it farther "
            "out. Widen its range, or ask whether something else is wrong. Its interval is not to be relied "
            "on.",
            input(value).name(), input(value).text(value.of.least), input(value).text(value.of.most)));
    if (calibration_.goodness.bad())
      all.push_back(fmt::format(
          "BEWARE: the fit is bad. What is left over is {:.3g} times as large as chance and the errors of "
          "the "
          "figures explain (probability {:.2g}): with no values of these inputs does the scenario give these "
          "figures. The intervals were widened by {:.3g}, which does not make the scenario right.",
          calibration_.goodness.statistic / calibration_.goodness.expected, calibration_.goodness.probability,
          calibration_.widened));
    if (calibration_.complete && !calibration_.goodness.judged)
      all.push_back(
          "There are no more figures than fitted inputs: whether the fit is good can not be judged.");
    if (!report_.description.overrides.empty())
      all.push_back(
          "The fit is with what --set changed; a fitted scenario that is written does not hold that.");
    return all;
  }

  [[nodiscard]] const Input& input(const FittedValue& value) const {
    return report_.study->inputs()[value.of.input];
  }

  void tell(const FittedValue& value) {
    const Input& one = input(value);
    text_ += wrapped(one.name(), kTableWidth);
    text_ += indented(fmt::format("before {}; looked for from {} to {}", one.text(value.before),
                                  one.text(value.of.least), one.text(value.of.most)));
    if (!calibration_.complete) {
      text_ += indented(fmt::format("fitted {}", one.text(value.value)));
      return;
    }
    text_ += indented(fmt::format("fitted {} ({} to {})", one.text(value.value), one.text(value.interval.low),
                                  one.text(value.interval.high)));
    text_ += indented(fmt::format("of its variance {} is for want of replications",
                                  shown(value.monte_carlo, 1, Style::share)));
  }

  void correlations() {
    if (calibration_.correlation.size() < 2) return;
    text_ += "\nHOW THEY HANG TOGETHER (correlation)\n";
    for (std::size_t i = 0; i < calibration_.values.size(); ++i)
      for (std::size_t j = i + 1; j < calibration_.values.size(); ++j)
        text_ += wrapped(
            fmt::format("{}  {} with {}", shown(calibration_.correlation[i][j], 2, Style::signed_plain),
                        input(calibration_.values[i]).name(), input(calibration_.values[j]).name()),
            kTableWidth);
    text_ += wrapped(fmt::format("collinearity index {:.3g}; from about {:g} on they could not be told apart",
                                 calibration_.collinearity, experiment::kMostCollinear),
                     kTableWidth);
  }

  void figures() {
    if (calibration_.figures.empty()) return;
    text_ += "\nTHE FIT\n";
    for (const std::string& sentence : fit_in_words(report_)) text_ += wrapped(sentence, kTableWidth);
    const Outcome* last = nullptr;
    for (const FittedFigure& figure : calibration_.figures) {
      const Outcome& outcome = (*report_.outcomes)[figure.observed.outcome];
      if (last == nullptr || !same_series(*last, outcome)) {
        text_ += '\n' + wrapped(series_words(outcome), kTableWidth);
        text_ += left_aligned("date", 14) + right_aligned("observed", 10) + right_aligned("before", 10) +
                 right_aligned("fitted", 26) + right_aligned("left over", 12) + '\n';
      }
      last = &outcome;
      const Style style = outcome.unit == "share" ? Style::share : Style::plain;
      const int decimals = std::fabs(figure.observed.value) >= 100 ? 0 : 1;
      text_ +=
          left_aligned(outcome.of_whole_run() ? outcome.label : outcome.date, 14) +
          right_aligned(shown(figure.observed.value, decimals, style), 10) +
          right_aligned(shown(figure.before, decimals, style), 10) +
          right_aligned(shown(figure.mean, style), 26) +
          right_aligned(shown(figure.residual() / figure.error, 1, Style::signed_plain) + " errors", 12) +
          '\n';
    }
    text_ +=
        '\n' + wrapped(
                   "Fitted: the mean over replications. Left over: observed less fitted, in errors of the "
                   "figure, which hold the chance of a single world and the figure's standard error or "
                   "the tolerance.",
                   kTableWidth);
  }

  const CalibrationReport& report_;
  const Calibration& calibration_;
  std::string text_;
};

}  // namespace

std::string calibration_text(const CalibrationReport& report) {
  return CalibrationText(report).write();
}

std::vector<std::string> fit_in_words(const CalibrationReport& report) {
  std::vector<std::string> words;
  std::vector<const Outcome*> told;
  for (const FittedFigure& one : report.calibration->figures) {
    const Outcome& series = (*report.outcomes)[one.observed.outcome];
    if (std::any_of(told.begin(), told.end(),
                    [&](const Outcome* known) { return same_series(*known, series); }))
      continue;
    told.push_back(&series);
    double farthest = 0;
    std::size_t dates = 0;
    for (const FittedFigure& figure : report.calibration->figures) {
      if (!same_series((*report.outcomes)[figure.observed.outcome], series)) continue;
      ++dates;
      const double size = std::max(std::fabs(figure.observed.value), 1e-9);
      farthest = std::max(farthest, std::fabs(figure.residual()) / size);
    }
    words.push_back(fmt::format("{}, {}: within {} {}", series.name, subject_words(series),
                                shown(farthest, farthest < 0.001 ? 2 : 1, Style::percent),
                                dates == 1 ? "at its date" : fmt::format("at all {} dates", dates)));
  }
  return words;
}

std::string source_of_fit(const CalibrationReport& report) {
  const std::size_t slash = report.observed.find_last_of('/');
  std::string with;
  for (const std::string& one : report.description.overrides) with += (with.empty() ? ", with " : "; ") + one;
  return fmt::format("fitted to {} by sendcap calibrate {}: range is its {:.6g}% interval{}",
                     slash == std::string::npos ? report.observed : report.observed.substr(slash + 1),
                     report.description.program_version, report.description.level * 100, with);
}

}  // namespace sendcap::report
