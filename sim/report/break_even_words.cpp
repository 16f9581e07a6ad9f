#include <fmt/format.h>

#include <cmath>

#include "figure_words.hpp"
#include "input_words.hpp"
#include "sendcap/experiment/input_spread.hpp"
#include "sendcap/report/sensitivity_report.hpp"

namespace sendcap::report {
namespace {

using experiment::BreakEven;
using experiment::InputBreakEven;

class Sentence {
 public:
  Sentence(const SensitivityReport& report, const InputBreakEven& asked)
      : study_(*report.study),
        asked_(asked),
        found_(asked.found),
        input_(study_.inputs()[asked.input]),
        replications_(report.break_even_replications) {}

  std::string write() const {
    if (found_.points.size() < 2) return "It was stopped before anything could be said.";
    switch (found_.found) {
      case BreakEven::Found::crossing:
        return crossing();
      case BreakEven::Found::nowhere:
        return nowhere();
      case BreakEven::Found::perhaps:
        return perhaps();
      case BreakEven::Found::several:
        return fmt::format("It changes more than once {}: see the values looked at.", between());
      case BreakEven::Found::unclear:
        return fmt::format("Unclear {}: {} replications can not tell it from 0 at either end.", between(),
                           replications_);
      case BreakEven::Found::exactly_zero:
        return fmt::format("{} is exactly 0 {}, whatever the value.", what(), between());
      case BreakEven::Found::unknown:
        break;
    }
    return "It was stopped before anything could be said.";
  }

 private:
  [[nodiscard]] const BreakEven::Point& first() const { return found_.points.front(); }
  [[nodiscard]] const BreakEven::Point& last() const { return found_.points.back(); }

  [[nodiscard]] std::string between() const {
    return fmt::format("between {} and {}", rounded_text(input_, first().at),
                       rounded_text(input_, last().at));
  }

  [[nodiscard]] bool of_spending() const { return asked_.figure.all_spending && !asked_.contrast.other; }

  [[nodiscard]] std::string what() const {
    return asked_.contrast.other ? "The difference between the plans" : "What the plan changes";
  }

  // What holds on one side of the root.
  [[nodiscard]] std::string side(double value) const {
    if (of_spending()) return value > 0 ? "it costs more than it saves" : "it pays for itself";
    if (asked_.contrast.other) {
      const std::string one = plan_words(study_, value < 0 ? asked_.contrast.plan : asked_.contrast.other);
      return fmt::format("'{}' gives less", one);
    }
    return value > 0 ? "the plan raises it" : "the plan lowers it";
  }

  [[nodiscard]] std::string crossing() const {
    const bool falls = first().value.interval.mean > 0;
    const std::string root = root_words(input_, *found_.root, found_.open_below, found_.open_above);
    const std::string whole = experiment::is_whole(input_)
                                  ? fmt::format(" (whole values only: from {} on)",
                                                rounded_text(input_, std::ceil(found_.root->mean)))
                                  : "";
    return fmt::format("Even at {}{}: below that {}, above it {}.", root, whole, side(falls ? 1 : -1),
                       side(falls ? -1 : 1));
  }

  // Where it comes nearest to 0.
  [[nodiscard]] const BreakEven::Point& nearest() const {
    const BreakEven::Point* best = &first();
    for (const BreakEven::Point& point : found_.points)
      if (std::fabs(point.value.interval.mean) < std::fabs(best->value.interval.mean)) best = &point;
    return *best;
  }

  [[nodiscard]] std::string amount(const BreakEven::Point& point) const {
    engine::Interval size = point.value.interval;
    if (size.mean < 0) size = {-size.mean, -size.high, -size.low};
    return value_words(size, asked_.figure.about.unit);
  }

  [[nodiscard]] std::string nowhere() const {
    const BreakEven::Point& point = nearest();
    const double sign = point.value.interval.mean;
    const std::string at = rounded_text(input_, point.at);
    if (of_spending())
      return sign > 0 ? fmt::format("It does not pay for itself anywhere {}: at {} it still costs {} more.",
                                    between(), at, amount(point))
                      : fmt::format("It pays for itself throughout, {}: at {} it still saves {}.", between(),
                                    at, amount(point));
    if (asked_.contrast.other)
      return fmt::format(
          "The order does not change anywhere {}: {} throughout, by {} at {}, where they are nearest.",
          between(), side(sign), amount(point), at);
    return fmt::format("It never comes to 0 {}: {} throughout, by {} at {}, where it is least.", between(),
                       side(sign), amount(point), at);
  }

  // Clear on one side only.
  [[nodiscard]] std::string perhaps() const {
    const BreakEven::Point* clear = nullptr;
    for (const BreakEven::Point& point : found_.points)
      if (point.value.clear() &&
          (clear == nullptr || std::fabs(point.value.interval.mean) > std::fabs(clear->value.interval.mean)))
        clear = &point;
    const BreakEven::Point& end = nearest();
    std::string text = clear == nullptr ? std::string("Unclear ") + between()
                                        : fmt::format("At {} {}, by {}", rounded_text(input_, clear->at),
                                                      side(clear->value.interval.mean), amount(*clear));
    text += fmt::format("; at {} it can not be told from 0 ({})", rounded_text(input_, end.at),
                        change_words(end.value.interval, asked_.figure.about.unit));
    if (found_.root)
      text += fmt::format(". It may be even at {}",
                          root_words(input_, *found_.root, found_.open_below, found_.open_above));
    return text + ". More replications may tell.";
  }

  const experiment::Study& study_;
  const InputBreakEven& asked_;
  const BreakEven& found_;
  const experiment::Input& input_;
  std::uint32_t replications_;
};

}  // namespace

std::string break_even_sentence(const SensitivityReport& report, const InputBreakEven& break_even) {
  return Sentence(report, break_even).write();
}

}  // namespace sendcap::report
