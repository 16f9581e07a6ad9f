#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sendcap/model/measure.hpp"
#include "sendcap/scenario/language/diagnostic.hpp"
#include "sendcap/scenario/scenario.hpp"

namespace sendcap::experiment {

/// The middle nine tenths of the replications. Percentiles lie between the two nearest of the ordered values,
/// in a straight line (definition 7 of Hyndman and Fan 1996, Sample Quantiles in Statistical Packages).
struct Band {
  double low = 0;     ///< 5th percentile
  double median = 0;  ///< 50th percentile
  double high = 0;    ///< 95th percentile
};
inline constexpr double kBandLow = 0.05;
inline constexpr double kBandHigh = 0.95;

/// A published value, and what the model and a plain forecast say of it.
struct BacktestPoint {
  scenario::Date date;
  double published = 0;
  bool known = false;               ///< published by the day of knowledge: shown, never judged
  std::optional<std::size_t> cell;  ///< of the results; none before the start of the run
  std::optional<double> naive;      ///< see naive_forecast; for points not known; of shares within 0 to 1
  std::optional<Band> model;        ///< when the measure has a value in at least one replication
  std::uint32_t replications = 0;   ///< those in which it has one

  /// Whether it counts for the verdict: not known beforehand, and the model has a value.
  [[nodiscard]] bool judged() const { return !known && model.has_value(); }
  /// Whether the published value lies in the band, ends included; false without a band.
  [[nodiscard]] bool inside() const {
    return model.has_value() && model->low <= published && published <= model->high;
  }
};

/// How near the judged points are.
struct Accuracy {
  std::size_t judged = 0;
  std::size_t inside = 0;
  /// Judged points over which the errors are taken: those with a naive value, so that both methods answer for
  /// the same points; all when none has one. A published zero has no relative error and is left out.
  std::size_t compared = 0;
  std::optional<double> model_error;  ///< mean absolute error of the median, relative to the published value
  std::optional<double> naive_error;  ///< the same of the naive forecast
};

/// A published series, found in the results.
struct BacktestSeries {
  std::string title;
  std::string measure;
  std::string subject;
  std::string group;
  std::string unit;
  std::string source;
  std::vector<BacktestPoint> points;  ///< in order of date
};

/// What the model is compared with.
struct Backtest {
  scenario::Date start;
  scenario::Date end;
  scenario::Date known_until;
  std::vector<BacktestSeries> series;
};

/// Finds the `observed` series of a scenario in the results. What is published up to `known_until` (the start
/// of the run unless given) is known. A point after the run draws a warning and is left out; a measure,
/// subject, group or date that the results do not have is an error, and then there is no result.
[[nodiscard]] std::optional<Backtest> find_observed(const scenario::Scenario& scenario,
                                                    const model::MeasureLayout& layout,
                                                    std::optional<scenario::Date> known_until,
                                                    scenario::Diagnostics& diagnostics);

/// The forecast of someone who draws a line with a ruler: from the last known point on at the yearly change
/// since the known point nearest to three years before it. Empty when fewer than two points are known.
[[nodiscard]] std::optional<double> naive_forecast(const std::vector<BacktestPoint>& points,
                                                   scenario::Date date);

/// The values of the published points in each replication.
class BacktestRecord {
 public:
  explicit BacktestRecord(Backtest backtest);

  void add(const model::Measures& measures);
  /// With the bands over the replications added so far.
  [[nodiscard]] Backtest result() const;

 private:
  Backtest backtest_;
  std::vector<std::vector<std::vector<double>>> values_;  ///< by series, point and replication with a value
};

/// Of the points of one series, and of all.
[[nodiscard]] Accuracy accuracy(const BacktestSeries& series);
[[nodiscard]] Accuracy accuracy(const Backtest& backtest);

}  // namespace sendcap::experiment
