// Published figures beside the model's: found by name, judged by a band, measured against a ruler.

#include "sendcap/experiment/backtest.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "run_text.hpp"
#include "sendcap/experiment/run.hpp"
#include "sendcap/scenario/language/quantity_text.hpp"

namespace sendcap::testing {
namespace {

using experiment::Backtest;
using experiment::BacktestPoint;
using scenario::Date;

// 182.5 requests are expected in 2019 and 183 in 2020.
const std::string kTwoYears = R"(title: two years
clock: {start: 2019-01-01, until: 2021-01-01, report every: year}
districts: {Redditch: {journey within: 10 min}, Bromsgrove: {journey within: 10 min}}
demand:
  requests: {rate: 0.5 per day, enters: assessment}
services:
  panel: {kind: team, staff: unlimited}
pathways:
  assessment: {steps: {meeting: {service: panel, time: {kind: exponential, mean: 1 day}}}}
observed:
  - title: Requests
    source: made up
)";
constexpr std::uint32_t kLineOfObserved = 11;

std::string with_points(const std::string& points, const std::string& measure = "referrals",
                        const std::string& subject = "assessment") {
  return kTwoYears + "    measure: '" + measure + "'\n    subject: '" + subject + "'\n    points: [" +
         points + "]\n";
}

Date date(const std::string& text) {
  return *scenario::parse<Date>(text);
}

std::optional<Backtest> found(const std::string& yaml, scenario::Diagnostics& diagnostics,
                              std::optional<Date> known_until = {}) {
  return experiment::find_observed(scenario_from(yaml), model_from(yaml).layout, known_until, diagnostics);
}

Backtest run_of(const std::string& yaml, std::uint32_t replications) {
  const model::Model model = model_from(yaml);
  scenario::Diagnostics diagnostics;
  const auto backtest = experiment::find_observed(scenario_from(yaml), model.layout, {}, diagnostics);
  if (!backtest) throw std::runtime_error(diagnostics.all().front().message);
  experiment::BacktestRecord record(*backtest);
  experiment::RunOptions options;
  options.replications = replications;
  experiment::Estimates estimates(model.layout);
  experiment::run(model, options, estimates,
                  [&](std::uint32_t, const model::Measures& measures) { record.add(measures); });
  return record.result();
}

// The least n that a Poisson variable reaches or stays below with at least the probability, from its sum.
double poisson_quantile(double mean, double probability) {
  double term = std::exp(-mean);
  double sum = term;
  double n = 0;
  while (sum < probability) {
    n += 1;
    term *= mean / n;
    sum += term;
  }
  return n;
}

BacktestPoint point(const std::string& day, double published, bool known) {
  BacktestPoint made;
  made.date = date(day);
  made.published = published;
  made.known = known;
  return made;
}

BacktestPoint judged(double published, double low, double median, double high) {
  BacktestPoint made = point("2024-01-01", published, false);
  made.model = experiment::Band{low, median, high};
  return made;
}

TEST(Backtest, band_of_a_poisson_count_ends_at_its_percentiles) {
  const Backtest backtest =
      run_of(with_points("{date: 2020-01-01, is: 180}, {date: 2021-01-01, is: 250}"), 4000);
  ASSERT_EQ(backtest.series.size(), 1u);
  EXPECT_EQ(backtest.series[0].unit, "children");
  const auto& points = backtest.series[0].points;
  ASSERT_EQ(points.size(), 2u);
  // A percentile of 4,000 replications has a standard error below half a request.
  const std::vector<double> means{182.5, 183};
  for (std::size_t year = 0; year < 2; ++year) {
    EXPECT_EQ(points[year].replications, 4000u);
    ASSERT_TRUE(points[year].model);
    EXPECT_NEAR(points[year].model->low, poisson_quantile(means[year], 0.05), 2);
    EXPECT_NEAR(points[year].model->median, poisson_quantile(means[year], 0.5), 2);
    EXPECT_NEAR(points[year].model->high, poisson_quantile(means[year], 0.95), 2);
  }
  EXPECT_TRUE(points[0].judged());
  EXPECT_TRUE(points[0].inside());
  EXPECT_FALSE(points[1].inside());  // five standard deviations away
  const experiment::Accuracy accuracy = experiment::accuracy(backtest);
  EXPECT_EQ(accuracy.judged, 2u);
  EXPECT_EQ(accuracy.inside, 1u);
}

TEST(Backtest, percentiles_lie_in_a_straight_line_between_ordered_values) {
  Backtest backtest;
  backtest.series.emplace_back();
  backtest.series[0].points.push_back(point("2020-01-01", 10, false));
  backtest.series[0].points[0].cell = 1;
  experiment::BacktestRecord record(backtest);
  const double nothing = std::nan("");
  for (const double value : {40.0, 10.0, nothing, 30.0, 20.0}) {
    model::Measures measures;
    measures.values = {-1, value};
    record.add(measures);
  }
  const Backtest result = record.result();
  const BacktestPoint& seen = result.series[0].points[0];
  EXPECT_EQ(seen.replications, 4u);  // without the one that has no value
  // Of 10, 20, 30, 40: positions 0.15, 1.5 and 2.85 of 0 to 3 (Hyndman and Fan 1996, definition 7).
  EXPECT_DOUBLE_EQ(seen.model->low, 11.5);
  EXPECT_DOUBLE_EQ(seen.model->median, 25);
  EXPECT_DOUBLE_EQ(seen.model->high, 38.5);
}

TEST(Backtest, what_was_known_is_shown_and_not_judged) {
  const std::string yaml = with_points(
      "{date: 2016-01-01, is: 100}, {date: 2019-01-01, is: 160}, {date: 2020-01-01, is: 180}, "
      "{date: 2021-01-01, is: 200}");
  scenario::Diagnostics diagnostics;
  const auto by_the_start = found(yaml, diagnostics);
  ASSERT_TRUE(by_the_start);
  const auto& points = by_the_start->series[0].points;
  ASSERT_EQ(points.size(), 4u);
  EXPECT_TRUE(points[0].known);
  EXPECT_FALSE(points[0].cell);  // before the run there are no results
  EXPECT_TRUE(points[1].known);
  EXPECT_FALSE(points[1].naive);
  EXPECT_FALSE(points[2].known);
  EXPECT_DOUBLE_EQ(*points[2].naive, 180);  // 160 and a third of the 60 of three years
  EXPECT_DOUBLE_EQ(*points[3].naive, 200);

  const auto a_year_on = found(yaml, diagnostics, date("2020-01-01"));
  ASSERT_TRUE(a_year_on);
  const auto& later = a_year_on->series[0].points;
  EXPECT_TRUE(later[2].known);
  EXPECT_TRUE(later[2].cell);
  EXPECT_FALSE(later[3].known);
  EXPECT_TRUE(diagnostics.empty());
}

TEST(Backtest, naive_forecast_is_a_line_through_the_last_three_years) {
  const std::vector<BacktestPoint> points{point("2016-01-01", 100, true), point("2017-01-01", 500, true),
                                          point("2018-01-01", 130, true), point("2019-01-01", 145, true),
                                          point("2020-01-01", 190, true), point("2021-01-01", 999, false)};
  // From 500 in 2017 to 190 in 2020: down 310 in three years.
  EXPECT_DOUBLE_EQ(*naive_forecast(points, date("2021-01-01")), 190 - 310.0 / 3);
  EXPECT_DOUBLE_EQ(*naive_forecast(points, date("2023-01-01")), 190 - 310.0);
  EXPECT_NEAR(*naive_forecast(points, date("2020-07-01")), 190 - 310.0 / 6, 1e-9);
}

TEST(Backtest, nobody_would_forecast_more_than_all) {
  scenario::Diagnostics diagnostics;
  const auto shares = found(with_points("{date: 2018-01-01, is: 0.5}, {date: 2019-01-01, is: 0.9}, "
                                        "{date: 2020-01-01, is: 0.8}, {date: 2021-01-01, is: 0.7}",
                                        "seen within 18 weeks", "assessment"),
                            diagnostics);
  ASSERT_TRUE(shares) << diagnostics.all().front().message;
  EXPECT_EQ(shares->series[0].unit, "share");
  EXPECT_DOUBLE_EQ(*shares->series[0].points[2].naive, 1);  // 0.9 and the yearly 0.4 would be 130%
}

TEST(Backtest, naive_forecast_takes_the_years_there_are) {
  std::vector<BacktestPoint> points{point("2020-01-01", 190, true)};
  EXPECT_FALSE(naive_forecast(points, date("2021-01-01")));
  points.insert(points.begin(), point("2018-01-01", 150, true));
  EXPECT_DOUBLE_EQ(*naive_forecast(points, date("2021-01-01")), 210);
}

TEST(Backtest, errors_of_both_methods_are_over_the_same_points) {
  experiment::BacktestSeries series;
  series.points = {judged(100, 80, 90, 110), judged(200, 210, 220, 230), judged(50, 70, 75, 80)};
  series.points[0].naive = 105;
  series.points[1].naive = 190;
  const experiment::Accuracy paired = experiment::accuracy(series);
  EXPECT_EQ(paired.judged, 3u);
  EXPECT_EQ(paired.inside, 1u);
  EXPECT_EQ(paired.compared, 2u);
  EXPECT_DOUBLE_EQ(*paired.model_error, (0.10 + 0.10) / 2);
  EXPECT_DOUBLE_EQ(*paired.naive_error, (0.05 + 0.05) / 2);

  series.points[0].naive = series.points[1].naive = std::nullopt;
  const experiment::Accuracy alone = experiment::accuracy(series);
  EXPECT_EQ(alone.compared, 3u);
  EXPECT_DOUBLE_EQ(*alone.model_error, (0.10 + 0.10 + 0.50) / 3);
  EXPECT_FALSE(alone.naive_error);
}

TEST(Backtest, a_published_nothing_has_no_relative_error) {
  experiment::BacktestSeries series;
  series.points = {judged(0, 0, 1, 2)};
  const experiment::Accuracy accuracy = experiment::accuracy(series);
  EXPECT_EQ(accuracy.inside, 1u);
  EXPECT_EQ(accuracy.compared, 0u);
  EXPECT_FALSE(accuracy.model_error);
}

TEST(Backtest, a_misspelt_measure_or_subject_is_answered_with_the_nearest) {
  scenario::Diagnostics measure;
  EXPECT_FALSE(found(with_points("{date: 2020-01-01, is: 1}", "referals"), measure));
  ASSERT_EQ(measure.size(), 1u);
  EXPECT_EQ(measure.all()[0].code, scenario::Code::unknown_name);
  EXPECT_EQ(measure.all()[0].place.line, kLineOfObserved + 2);
  EXPECT_EQ(measure.all()[0].message, "no measure called 'referals'");
  EXPECT_EQ(measure.all()[0].hint, "did you mean 'referrals'?");

  scenario::Diagnostics subject;
  EXPECT_FALSE(found(with_points("{date: 2020-01-01, is: 1}", "referrals", "asessment"), subject));
  ASSERT_EQ(subject.size(), 1u);
  EXPECT_EQ(subject.all()[0].place.line, kLineOfObserved + 3);
  EXPECT_EQ(subject.all()[0].hint, "did you mean 'assessment'?");
}

TEST(Backtest, a_group_must_be_one_of_the_results) {
  const std::string yaml = with_points("{date: 2020-01-01, is: 1}");
  scenario::Diagnostics right;
  const auto of_a_district = found(yaml + "    group: 'district: Redditch'\n", right);
  ASSERT_TRUE(of_a_district);
  EXPECT_EQ(of_a_district->series[0].group, "district: Redditch");
  scenario::Diagnostics wrong;
  EXPECT_FALSE(found(yaml + "    group: 'district: Reddich'\n", wrong));
  ASSERT_EQ(wrong.size(), 1u);
  EXPECT_EQ(wrong.all()[0].hint, "did you mean 'district: Redditch'?");
}

TEST(Backtest, a_name_of_several_things_means_the_service_unless_it_says_which) {
  std::string yaml = with_points("{date: 2020-01-01, is: 1}", "referrals", "panel");
  yaml.replace(yaml.find("enters: assessment"), 18, "enters: panel");
  yaml.replace(yaml.find("  assessment: {steps"), 20, "  panel: {steps");
  const auto column_of = [](const std::string& text) {
    scenario::Diagnostics diagnostics;
    const model::Model model = model_from(text);
    const auto backtest = experiment::find_observed(scenario_from(text), model.layout, {}, diagnostics);
    for (const model::Column& column : model.layout.columns)
      if (column.offset <= *backtest->series[0].points[0].cell &&
          *backtest->series[0].points[0].cell <
              column.offset + model.layout.dates.size() * model.layout.group_count(column))
        return column.subject_kind;
    throw std::runtime_error("no column");
  };
  EXPECT_EQ(column_of(yaml), model::SubjectKind::service);
  yaml.replace(yaml.find("subject: 'panel'"), 16, "subject: 'panel (pathway)'");
  EXPECT_EQ(column_of(yaml), model::SubjectKind::pathway);
}

TEST(Backtest, a_date_without_results_is_answered_with_the_dates_around_it) {
  scenario::Diagnostics diagnostics;
  EXPECT_FALSE(found(with_points("{date: 2020-01-01, is: 1}, {date: 2020-04-01, is: 1}"), diagnostics));
  ASSERT_EQ(diagnostics.size(), 1u);
  EXPECT_EQ(diagnostics.all()[0].path, "observed.1.points.2.date");
  EXPECT_EQ(diagnostics.all()[0].message, "no results are given for 2020-04-01");
  EXPECT_EQ(diagnostics.all()[0].hint.find("the nearest report dates are 2020-01-01 and 2021-01-01"), 0u);
}

TEST(Backtest, points_must_stand_in_order_and_within_the_run) {
  scenario::Diagnostics twice;
  EXPECT_FALSE(found(with_points("{date: 2020-01-01, is: 1}, {date: 2020-01-01, is: 2}"), twice));
  EXPECT_EQ(twice.errors(), 1u);

  scenario::Diagnostics later;
  const auto backtest = found(with_points("{date: 2020-01-01, is: 1}, {date: 2022-01-01, is: 2}"), later);
  ASSERT_TRUE(backtest);
  EXPECT_EQ(backtest->series[0].points.size(), 1u);
  ASSERT_EQ(later.size(), 1u);
  EXPECT_EQ(later.all()[0].severity, scenario::Severity::warning);
}

}  // namespace
}  // namespace sendcap::testing
