#include <algorithm>
#include <string_view>
#include <utility>

#include "find_series.hpp"
#include "sendcap/experiment/backtest.hpp"
#include "sendcap/scenario/language/quantity_text.hpp"

namespace sendcap::experiment {
namespace {

using scenario::Code;
using scenario::Date;
using scenario::Observed;
using scenario::ObservedPoint;

// Finds one published series in the results, and says what of it is not there.
class Finder {
 public:
  Finder(const Observed& observed, std::string path, const model::MeasureLayout& layout,
         scenario::Diagnostics& diagnostics)
      : observed_(observed), path_(std::move(path)), layout_(layout), diagnostics_(diagnostics) {}

  std::optional<BacktestSeries> find(const Backtest& backtest) {
    const std::optional<Series> found =
        find_series({observed_.measure, observed_.subject, observed_.group}, layout_, path_, diagnostics_);
    if (!found) return std::nullopt;
    BacktestSeries series{observed_.title,
                          found->column->name,
                          observed_.subject.text,
                          layout_.groups[found->group],
                          found->column->unit,
                          observed_.source,
                          {}};
    const std::size_t errors = diagnostics_.errors();
    for (std::size_t i = 0; i < observed_.points.size(); ++i) {
      const ObservedPoint& point = observed_.points[i];
      const std::string path = path_ + ".points." + std::to_string(i + 1);
      if (i > 0 && !(observed_.points[i - 1].date < point.date))
        diagnostics_.error(
            Code::inconsistent, point.place, path,
            "the published value of " + format(point.date) + " does not stand after that of an earlier date",
            "give each date once, the earliest first");
      else
        add(point, path, *found, backtest, series);
    }
    if (diagnostics_.errors() > errors) return std::nullopt;
    for (BacktestPoint& point : series.points)
      if (!point.known) point.naive = possible(series.unit, naive_forecast(series.points, point.date));
    return series;
  }

 private:
  // A straight line knows no bounds; a share does, and nobody would forecast more than all.
  static std::optional<double> possible(const std::string& unit, std::optional<double> forecast) {
    if (forecast && unit == "share") return std::clamp(*forecast, 0.0, 1.0);
    return forecast;
  }

  void add(const ObservedPoint& point, const std::string& path, const Series& found, const Backtest& backtest,
           BacktestSeries& series) {
    if (backtest.end < point.date) {
      diagnostics_.warning(Code::out_of_range, point.place, path + ".date",
                           "this point lies after the end of the run and is not compared");
      return;
    }
    BacktestPoint added;
    added.date = point.date;
    added.published = point.is.is.value;
    added.known = !(backtest.known_until < point.date);
    if (!(point.date < backtest.start)) {
      const std::optional<std::size_t> date =
          find_report_date(point.date, point.place, layout_, path, diagnostics_);
      if (!date) return;
      added.cell = layout_.cell(*found.column, *date, found.group);
    }
    series.points.push_back(added);
  }

  const Observed& observed_;
  const std::string path_;
  const model::MeasureLayout& layout_;
  scenario::Diagnostics& diagnostics_;
};

Date date_of(const std::string& iso) {
  return scenario::parse<Date>(iso).value.value_or(Date{});
}

}  // namespace

std::optional<Backtest> find_observed(const scenario::Scenario& scenario, const model::MeasureLayout& layout,
                                      std::optional<Date> known_until, scenario::Diagnostics& diagnostics) {
  Backtest backtest;
  backtest.start = date_of(layout.dates.front().date);
  backtest.end = date_of(layout.dates[layout.dates.size() - 2].date);
  backtest.known_until = known_until.value_or(backtest.start);
  for (std::size_t i = 0; i < scenario.observed.size(); ++i) {
    Finder finder(scenario.observed[i], "observed." + std::to_string(i + 1), layout, diagnostics);
    std::optional<BacktestSeries> series = finder.find(backtest);
    if (series) backtest.series.push_back(std::move(*series));
  }
  if (backtest.series.size() < scenario.observed.size()) return std::nullopt;
  return backtest;
}

}  // namespace sendcap::experiment
