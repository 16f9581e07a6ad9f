#include "sendcap/experiment/backtest.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

namespace sendcap::experiment {
namespace {

constexpr double kNaiveYears = 3;

// Years from one date to another; whole between the same day of two years, leap years or not.
double years_between(scenario::Date from, scenario::Date to) {
  constexpr double kMonths = 12;
  constexpr double kDaysInMonth = 365.25 / kMonths;
  const auto in_months = [](scenario::Date date) {
    const std::chrono::year_month_day day{std::chrono::sys_days(std::chrono::days(date.days_since_1970))};
    return kMonths * static_cast<int>(day.year()) + static_cast<unsigned>(day.month()) +
           static_cast<unsigned>(day.day()) / kDaysInMonth;
  };
  return (in_months(to) - in_months(from)) / kMonths;
}

// Definition 7 of Hyndman and Fan (1996).
double percentile(const std::vector<double>& ordered, double share) {
  const double position = share * static_cast<double>(ordered.size() - 1);
  const auto below = static_cast<std::size_t>(position);
  const std::size_t above = std::min(below + 1, ordered.size() - 1);
  return ordered[below] + (position - static_cast<double>(below)) * (ordered[above] - ordered[below]);
}

// Sums of absolute relative errors.
class Errors {
 public:
  void add(const BacktestPoint& point) {
    if (!point.judged()) return;
    ++accuracy_.judged;
    if (point.inside()) ++accuracy_.inside;
    if (!(std::fabs(point.published) > 0)) return;
    const double model = relative(point.model->median, point.published);
    ++all_;
    model_of_all_ += model;
    if (!point.naive) return;
    ++paired_;
    model_of_paired_ += model;
    naive_of_paired_ += relative(*point.naive, point.published);
  }

  [[nodiscard]] Accuracy accuracy() const {
    Accuracy accuracy = accuracy_;
    accuracy.compared = paired_ > 0 ? paired_ : all_;
    if (all_ == 0) return accuracy;
    const auto count = static_cast<double>(accuracy.compared);
    accuracy.model_error = (paired_ > 0 ? model_of_paired_ : model_of_all_) / count;
    if (paired_ > 0) accuracy.naive_error = naive_of_paired_ / count;
    return accuracy;
  }

 private:
  static double relative(double forecast, double published) {
    return std::fabs((forecast - published) / published);
  }

  Accuracy accuracy_;
  std::size_t all_ = 0;
  std::size_t paired_ = 0;
  double model_of_all_ = 0;
  double model_of_paired_ = 0;
  double naive_of_paired_ = 0;
};

}  // namespace

std::optional<double> naive_forecast(const std::vector<BacktestPoint>& points, scenario::Date date) {
  std::vector<const BacktestPoint*> known;
  for (const BacktestPoint& point : points)
    if (point.known) known.push_back(&point);
  if (known.size() < 2) return std::nullopt;
  const BacktestPoint& last = *known.back();
  const auto off = [&](const BacktestPoint* point) {
    return std::fabs(years_between(point->date, last.date) - kNaiveYears);
  };
  const BacktestPoint& first = **std::min_element(
      known.begin(), known.end() - 1,
      [&](const BacktestPoint* left, const BacktestPoint* right) { return off(left) < off(right); });
  const double yearly = (last.published - first.published) / years_between(first.date, last.date);
  return last.published + years_between(last.date, date) * yearly;
}

BacktestRecord::BacktestRecord(Backtest backtest) : backtest_(std::move(backtest)) {
  for (const BacktestSeries& series : backtest_.series) values_.emplace_back(series.points.size());
}

void BacktestRecord::add(const model::Measures& measures) {
  for (std::size_t s = 0; s < values_.size(); ++s)
    for (std::size_t p = 0; p < values_[s].size(); ++p) {
      const std::optional<std::size_t> cell = backtest_.series[s].points[p].cell;
      if (cell && !std::isnan(measures.values[*cell])) values_[s][p].push_back(measures.values[*cell]);
    }
}

Backtest BacktestRecord::result() const {
  Backtest result = backtest_;
  for (std::size_t s = 0; s < values_.size(); ++s)
    for (std::size_t p = 0; p < values_[s].size(); ++p) {
      std::vector<double> ordered = values_[s][p];
      if (ordered.empty()) continue;
      std::sort(ordered.begin(), ordered.end());
      BacktestPoint& point = result.series[s].points[p];
      point.model =
          Band{percentile(ordered, kBandLow), percentile(ordered, 0.5), percentile(ordered, kBandHigh)};
      point.replications = static_cast<std::uint32_t>(ordered.size());
    }
  return result;
}

Accuracy accuracy(const BacktestSeries& series) {
  Errors errors;
  for (const BacktestPoint& point : series.points) errors.add(point);
  return errors.accuracy();
}

Accuracy accuracy(const Backtest& backtest) {
  Errors errors;
  for (const BacktestSeries& series : backtest.series)
    for (const BacktestPoint& point : series.points) errors.add(point);
  return errors.accuracy();
}

}  // namespace sendcap::experiment
