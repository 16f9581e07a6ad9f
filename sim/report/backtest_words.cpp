#include "backtest_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sendcap/scenario/language/quantity_text.hpp"
#include "shown_number.hpp"

namespace sendcap::report {
namespace {

using experiment::Accuracy;
using experiment::BacktestPoint;
using experiment::BacktestSeries;

constexpr const char* kNone = "–";

// Fewer replications than this do not reach into the tails: the band then ends at the least and the most.
constexpr std::uint32_t kFewReplications = 20;

bool is_share(const BacktestSeries& series) {
  return series.unit == "share";
}

// One for all numbers of a series, so that they can be compared down the column.
int decimals_of(const BacktestSeries& series) {
  constexpr double kWholeFrom = 100;
  if (is_share(series)) return 1;
  const bool large = std::any_of(series.points.begin(), series.points.end(), [](const BacktestPoint& point) {
    return std::fabs(point.published) >= kWholeFrom;
  });
  return large ? 0 : 1;
}

std::string value(const BacktestSeries& series, double number) {
  return shown(number, decimals_of(series), is_share(series) ? Style::share : Style::plain);
}

// The difference of shares is in percentage points.
std::string difference(const BacktestSeries& series, double number) {
  if (is_share(series)) return shown(number * 100, decimals_of(series), Style::signed_plain) + " pp";
  return shown(number, decimals_of(series), Style::signed_plain);
}

std::string verdict(const BacktestPoint& point) {
  if (point.known) return "known";
  if (!point.model) return kNone;
  return point.inside() ? "yes" : "no";
}

}  // namespace

PointWords point_words(const BacktestSeries& series, const BacktestPoint& point) {
  PointWords words;
  words.fill(kNone);
  words[0] = scenario::format(point.date);
  words[1] = value(series, point.published);
  words[4] = verdict(point);
  if (point.model) {
    words[2] = value(series, point.model->median);
    words[3] = fmt::format("{} to {}", value(series, point.model->low), value(series, point.model->high));
    words[5] = difference(series, point.model->median - point.published);
  }
  if (point.naive) {
    words[6] = value(series, *point.naive);
    words[7] = difference(series, *point.naive - point.published);
  }
  return words;
}

std::string inside_words(const Accuracy& accuracy) {
  return accuracy.judged == 0 ? "none judged" : fmt::format("{} of {}", accuracy.inside, accuracy.judged);
}

std::string error_words(const std::optional<double>& error) {
  return error ? shown(*error, 1, Style::percent) : kNone;
}

std::string run_words(const BacktestReport& report) {
  const experiment::Backtest& backtest = report.backtest;
  const std::uint32_t replications = report.outcome.replications;
  return fmt::format("{} to {}; known until {}; {} replication{}, seed {}", scenario::format(backtest.start),
                     scenario::format(backtest.end), scenario::format(backtest.known_until), replications,
                     replications == 1 ? "" : "s", report.description.seed);
}

std::vector<std::string> backtest_notes(const BacktestReport& report) {
  std::vector<std::string> notes{
      "The band reaches from the 5th to the 95th percentile over replications (Hyndman and Fan 1996, "
      "definition 7). It holds chance alone, not doubt about the inputs. Error: median less published value. "
      "Known: published by the day of knowledge, so not judged.",
      "Naive: a straight line from the last known value at its yearly change over the last three years "
      "known; a share stays between 0% and 100%. Mean absolute errors are relative to the published value, "
      "of "
      "both methods over the same points."};
  const experiment::Accuracy all = experiment::accuracy(report.backtest);
  if (all.naive_error && all.compared < all.judged)
    notes.push_back(fmt::format(
        "{} of {} judged points have no naive value, or are 0, and are not in the mean absolute errors.",
        all.judged - all.compared, all.judged));
  if (report.outcome.replications < kFewReplications)
    notes.push_back(fmt::format(
        "With fewer than {} replications the band is little but the least and the most that came; take "
        "more.",
        kFewReplications));
  return notes;
}

}  // namespace sendcap::report
