#include <gmock/gmock.h>

#include <sstream>

#include "program.hpp"

// Someone has a county as it was in 2019, and wants to know what its plans would have been worth.

namespace sendcap::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

// A thousand requests a year came; from 2022 on there were many more.
constexpr const char* kCountyOf2019 = R"(title: A county as it was in 2019
clock: {start: 2019-01-01, until: 2024-01-01, report every: year}
demand:
  requests: {rate: 1000 per year, enters: assessment}
services:
  panel: {kind: team, staff: 4}
pathways:
  assessment:
    steps:
      meeting: {service: panel, time: {kind: exponential, mean: 1 day}}
observed:
  - title: Requests for assessment
    measure: referrals
    subject: assessment
    points:
      - {date: 2018-01-01, is: 940}
      - {date: 2019-01-01, is: 960}
      - {date: 2021-01-01, is: 1000}
      - {date: 2022-01-01, is: 1005}
      - {date: 2023-01-01, is: 1500}
    source: Special educational needs statistics 2024, table 3
)";

class Backtest : public AtTheTerminal {
 protected:
  Backtest() { write("county.yaml", kCountyOf2019); }

  // The county with one piece of its text replaced.
  void write_with(const std::string& right, const std::string& wrong) const {
    std::string text = kCountyOf2019;
    write("county.yaml", text.replace(text.find(right), right.size(), wrong));
  }
};

TEST_F(Backtest, TellsWhatWasHitAndWhatWasMissed) {
  const Answer answer = sendcap({"backtest", "county.yaml", "--known-until", "2021-01-01"});
  EXPECT_EQ(answer.exit_code, 0) << answer.err;
  EXPECT_THAT(answer.err, IsEmpty());
  EXPECT_THAT(answer.out, StartsWith("Backtest of A county as it was in 2019\n"));
  EXPECT_THAT(answer.out, HasSubstr("known until 2021-01-01; 200 replications, seed 1\n"));
  EXPECT_THAT(answer.out, HasSubstr("1 of 2 in the band"));
  EXPECT_THAT(answer.out, HasSubstr("Published: Special educational needs statistics 2024, table 3\n"));
}

TEST_F(Backtest, GivesATableForAPageAndOneForASpreadsheet) {
  const Answer page =
      sendcap({"backtest", "county.yaml", "--format", "markdown", "--replications", "20", "--quiet"});
  EXPECT_EQ(page.exit_code, 0) << page.err;
  EXPECT_THAT(page.out, HasSubstr("| Requests for assessment | 2019-01-01 | 960 | – | – | known |"));
  const Answer sheet = sendcap({"backtest", "county.yaml", "--format", "csv", "--replications", "20"});
  EXPECT_EQ(sheet.exit_code, 0) << sheet.err;
  EXPECT_THAT(sheet.out, StartsWith("series,measure,subject,group,unit,date,standing,published,"));
  std::istringstream lines(sheet.out);
  std::vector<std::string> all;
  for (std::string line; std::getline(lines, line);) all.push_back(line);
  ASSERT_EQ(all.size(), 6U);  // the header and five points
  EXPECT_THAT(all[5], HasSubstr("2023-01-01,judged,1500,20,"));
}

TEST_F(Backtest, DoesNotDependOnTheThreads) {
  const auto with = [&](const std::string& threads) {
    return sendcap({"backtest", "county.yaml", "--replications", "30", "--seed", "3", "--threads", threads})
        .out;
  };
  const std::string alone = with("1");
  EXPECT_THAT(alone, HasSubstr("seed 3"));
  EXPECT_EQ(with("3"), alone);
}

TEST_F(Backtest, TakesOverridesAsRunDoes) {
  const Answer answer = sendcap({"backtest", "county.yaml", "--replications", "20", "--format", "csv",
                                 "--set", "demand.requests.rate=100 per year"});
  EXPECT_EQ(answer.exit_code, 0) << answer.err;
  EXPECT_THAT(answer.out, HasSubstr("2021-01-01,judged,1000,20,"));
  EXPECT_THAT(answer.out, HasSubstr(",no,-"));
}

TEST_F(Backtest, AMeasureThatDoesNotExistIsAnsweredWithTheNearest) {
  write_with("measure: referrals", "measure: referals");
  const Answer answer = sendcap({"backtest", "county.yaml"});
  EXPECT_EQ(answer.exit_code, 2);
  EXPECT_THAT(answer.out, IsEmpty());
  EXPECT_THAT(answer.err, HasSubstr("county.yaml:13:14: error SEND-301: no measure called 'referals'"));
  EXPECT_THAT(answer.err, HasSubstr("did you mean 'referrals'?"));
}

TEST_F(Backtest, ADateWithoutResultsIsAnsweredWithItsPlace) {
  write_with("2023-01-01, is", "2023-03-31, is");
  const Answer answer = sendcap({"backtest", "county.yaml"});
  EXPECT_EQ(answer.exit_code, 2);
  EXPECT_THAT(answer.err, HasSubstr("county.yaml:20:9: error SEND-301: no results are given for 2023-03-31"));
  EXPECT_THAT(answer.err, HasSubstr("the nearest report dates are 2023-01-01 and 2024-01-01"));
}

TEST_F(Backtest, WantsPublishedFiguresAndADayWithinTheRun) {
  const auto refused = [&](const std::vector<std::string>& options) {
    std::vector<std::string> words{"backtest", "county.yaml"};
    words.insert(words.end(), options.begin(), options.end());
    const Answer answer = sendcap(words);
    EXPECT_EQ(answer.exit_code, 2);
    EXPECT_THAT(answer.out, IsEmpty());
    return answer.err;
  };
  EXPECT_THAT(refused({"--known-until", "yesterday"}),
              HasSubstr("--known-until wants a date, not 'yesterday'"));
  EXPECT_THAT(refused({"--known-until", "2018-12-31"}),
              HasSubstr("--known-until can not be before the run, which starts on 2019-01-01"));
  EXPECT_THAT(refused({"--replications", "0"}), HasSubstr("--replications"));
  EXPECT_THAT(refused({"--format", "markdwn"}), HasSubstr("did you mean 'markdown'?"));
  write("county.yaml", kSmallCounty);
  EXPECT_THAT(refused({}), HasSubstr("no published figures to compare with"));
}

TEST_F(Backtest, HelpHasExamplesAndFitsATerminal) {
  const Answer answer = sendcap({"backtest", "--help"});
  EXPECT_EQ(answer.exit_code, 0);
  EXPECT_THAT(answer.out, HasSubstr("Examples:\n  sendcap backtest "));
  std::istringstream lines(answer.out);
  for (std::string line; std::getline(lines, line);) EXPECT_LE(line.size(), 80U) << line;
}

// It is stopped once the kernel says that it is the program and catches SIGINT (bit 1 of the mask); to finish
// ten million replications would take it hours.
TEST_F(Backtest, CtrlCShowsWhatIsComplete) {
  write("stop", R"("$SENDCAP" backtest county.yaml --replications 10000000 >table &
running=$!
while [[ -e /proc/$running ]]; do
  status=$(<"/proc/$running/status")
  [[ $status =~ Name:.sendcap ]] && [[ $status =~ SigCgt:.[0-9a-f]*[2367abef][[:space:]] ]] && break
done
kill -INT "$running"
wait "$running"
)");
  const Answer answer = shell("bash -m ./stop");
  EXPECT_EQ(answer.exit_code, 130) << answer.err;
  EXPECT_THAT(answer.err, HasSubstr("stopped early"));
  EXPECT_THAT(read("table"), HasSubstr("Stopped early: these are partial results."));
}

}  // namespace
}  // namespace sendcap::testing
