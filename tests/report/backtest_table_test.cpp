#include "sendcap/report/backtest_table.hpp"

#include <gmock/gmock.h>

#include <sstream>

#include "report/shown_number.hpp"
#include "sendcap/scenario/language/quantity_text.hpp"

namespace sendcap::report {
namespace {

using experiment::BacktestPoint;
using experiment::BacktestSeries;
using experiment::Band;
using ::testing::HasSubstr;
using ::testing::Not;

BacktestPoint point(const std::string& date, double published, bool known) {
  BacktestPoint made;
  made.date = *scenario::parse<scenario::Date>(date);
  made.published = published;
  made.known = known;
  return made;
}

BacktestPoint judged(const std::string& date, double published, Band band, std::optional<double> naive) {
  BacktestPoint made = point(date, published, false);
  made.model = band;
  made.naive = naive;
  made.replications = 200;
  return made;
}

// Plans hit once and missed once, with a naive value each; a share missed, without one.
BacktestReport two_series() {
  BacktestReport report;
  report.description.title = "A county before 2022";
  report.description.seed = 7;
  report.outcome.replications = 200;
  report.backtest.start = *scenario::parse<scenario::Date>("2019-01-01");
  report.backtest.end = *scenario::parse<scenario::Date>("2024-01-01");
  report.backtest.known_until = *scenario::parse<scenario::Date>("2022-01-01");
  report.backtest.series = {
      BacktestSeries{"Plans", "plans held", "plans", "all", "plans", "SEN2, table 1", {}},
      BacktestSeries{"In time | 20 weeks", "in time", "request", "all", "share", "SEN2, table 2", {}}};
  report.backtest.series[0].points = {
      point("2018-01-01", 3000, true),
      judged("2023-01-01", 5000, Band{4800, 4900.4, 5100}, 4750),
      judged("2024-01-01", 6000, Band{5100, 5400, 5700}, 5100),
  };
  report.backtest.series[1].points = {judged("2023-01-01", 0.374, Band{0.5, 0.524, 0.55}, std::nullopt)};
  return report;
}

TEST(BacktestText, SetsWhatWasPublishedBesideTheModelAndTheRuler) {
  const std::string text = backtest_text(two_series());
  EXPECT_THAT(text, HasSubstr("Backtest of A county before 2022\n"));
  EXPECT_THAT(text,
              HasSubstr("2019-01-01 to 2024-01-01; known until 2022-01-01; 200 replications, seed 7\n"));
  EXPECT_THAT(
      text, HasSubstr("  date        published  median        90% band  in band     error  naive  its error\n"
                      "  2018-01-01      3,000       –               –    known         –      –          –\n"
                      "  2023-01-01      5,000   4,900  4,800 to 5,100      yes      −100  4,750       −250\n"
                      "  2024-01-01      6,000   5,400  5,100 to 5,700       no      −600  5,100       −900\n"
                      // 2% and 10% of the model, 5% and 15% of the ruler
                      "  1 of 2 in the band; mean absolute error 6.0%, naive 10.0%\n"
                      "Published: SEN2, table 1\n"));
}

TEST(BacktestText, GivesSharesInPercentAndTheirDifferenceInPoints) {
  const std::string text = backtest_text(two_series());
  EXPECT_THAT(
      text,
      HasSubstr("  2023-01-01      37.4%   52.4%  50.0% to 55.0%       no  +15.0 pp      –          –\n"));
  EXPECT_THAT(text, HasSubstr("0 of 1 in the band; mean absolute error 40.1%, naive –\n"));
}

TEST(BacktestText, TheVerdictOverAllSaysWhatItLeavesOut) {
  const std::string text = backtest_text(two_series());
  EXPECT_THAT(text, HasSubstr("ALL SERIES: 1 of 3 in the band; mean absolute error 6.0%, naive 10.0%\n"));
  EXPECT_THAT(text, HasSubstr("1 of 3 judged points have no naive value"));
}

TEST(BacktestText, FitsAHundredColumns) {
  std::istringstream lines(backtest_text(two_series()));
  for (std::string line; std::getline(lines, line);) EXPECT_LE(width(line), 100U) << line;
}

TEST(BacktestText, SaysWhenItIsPartialOrRough) {
  BacktestReport report = two_series();
  EXPECT_THAT(backtest_text(report), Not(HasSubstr("partial")));
  EXPECT_THAT(backtest_text(report), Not(HasSubstr("fewer than 20")));
  report.outcome.interrupted = true;
  report.outcome.replications = 19;
  for (const std::string& text : {backtest_text(report), backtest_markdown(report)}) {
    EXPECT_THAT(text, HasSubstr("Stopped early: these are partial results."));
    EXPECT_THAT(text, HasSubstr("With fewer than 20 replications"));
  }
}

TEST(BacktestText, NothingIsJudgedWhereEverythingWasKnown) {
  BacktestReport report = two_series();
  for (BacktestSeries& series : report.backtest.series)
    for (BacktestPoint& one : series.points) one.known = true;
  EXPECT_THAT(backtest_text(report), HasSubstr("ALL SERIES: none judged\n"));
}

TEST(BacktestMarkdown, IsATableOfPointsAndATableOfSeries) {
  const std::string page = backtest_markdown(two_series());
  EXPECT_THAT(
      page,
      HasSubstr(
          "| series | date | published | model, median | 90% band | in band | error | naive | its error |\n"
          "|---|---|--:|--:|--:|:-:|--:|--:|--:|\n"
          "| Plans | 2018-01-01 | 3,000 | – | – | known | – | – | – |\n"
          "| Plans | 2023-01-01 | 5,000 | 4,900 | 4,800 to 5,100 | yes | −100 | 4,750 | −250 |\n"));
  EXPECT_THAT(page, HasSubstr("| Plans | plans held, plans (plans) | 1 of 2 | 6.0% | 10.0% |\n"));
  EXPECT_THAT(page, HasSubstr("| **all** |  | 1 of 3 | 6.0% | 10.0% |\n"));
  EXPECT_THAT(page, HasSubstr("| In time \\| 20 weeks | 2023-01-01 |"));  // a bar would end the field
  EXPECT_THAT(page, HasSubstr("- Plans: SEN2, table 1\n"));
}

TEST(BacktestCsv, GivesEveryPointALine) {
  BacktestReport report = two_series();
  report.backtest.series[1].points.push_back(point("2024-01-01", 0.4, false));
  std::ostringstream out;
  write_backtest_csv(out, report.backtest);
  EXPECT_EQ(
      out.str(),
      "series,measure,subject,group,unit,date,standing,published,replications,median,low,high,inside,"
      "error,naive,naive_error,source\n"
      "Plans,plans held,plans,all,plans,2018-01-01,known,3000,0,,,,,,,,\"SEN2, table 1\"\n"
      "Plans,plans held,plans,all,plans,2023-01-01,judged,5000,200,4900.4,4800,5100,yes,-99.6,4750,-250,"
      "\"SEN2, table 1\"\n"
      "Plans,plans held,plans,all,plans,2024-01-01,judged,6000,200,5400,5100,5700,no,-600,5100,-900,"
      "\"SEN2, table 1\"\n"
      "In time | 20 weeks,in time,request,all,share,2023-01-01,judged,0.374,200,0.524,0.5,0.55,no,0.15,,,"
      "\"SEN2, table 2\"\n"
      "In time | 20 weeks,in time,request,all,share,2024-01-01,no value,0.4,0,,,,,,,,"
      "\"SEN2, table 2\"\n");
}

}  // namespace
}  // namespace sendcap::report
