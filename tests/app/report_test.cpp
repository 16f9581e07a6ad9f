#include <gmock/gmock.h>

#include "program.hpp"

// The report, as an analyst makes it for a panel: at once, later of what was recorded, of a folder.

namespace sendcap::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr const char* kDesk = R"(title: A desk
clock: {start: 2025-01-01, run for: 1 year}
demand:
  new: {rate: {is: 30 per month, range: [20 per month, 40 per month]}, enters: visit}
services:
  desk: {kind: team, staff: 1, cost: "£50,000", paid by: NHS}
pathways:
  visit: {steps: {seen: {service: desk, time: {kind: exponential, mean: 2 days}}}}
)";
constexpr const char* kOneMore = R"(plan: one more
interventions:
  - {kind: change staffing, team: desk, by: 1, from: 2025-03-01}
)";

class Report : public AtTheTerminal {
 protected:
  Report() {
    write("desk.yaml", kDesk);
    write("one.yaml", kOneMore);
  }
  // A page is too long to be shown when something is missing from it.
  bool says(const std::string& file, const std::string& text) const {
    return read(file).find(text) != std::string::npos;
  }
};

TEST_F(Report, IsWrittenWithARunAndIsTheSameLaterFromItsFolder) {
  const Answer run =
      sendcap({"run", "desk.yaml", "--replications", "5", "--out", "found", "--report", "page.html"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.err, HasSubstr("The report is in page.html\n"));
  EXPECT_TRUE(says("page.html", "children wait for visit, the longest list"));
  EXPECT_TRUE(says("page.html", "Those seen for visit in the run had waited "));
  EXPECT_TRUE(says("page.html", "That is a division and no forecast."));
  EXPECT_TRUE(says("page.html", "<h4>3.4 Assumptions log</h4>"));
  const Answer later = sendcap({"report", "found"});
  EXPECT_EQ(later.exit_code, 0) << later.err;
  EXPECT_TRUE(read("found/report.html") == read("page.html"));
}

TEST_F(Report, IsMadeOfARecordedRunToo) {
  ASSERT_EQ(
      sendcap({"compare", "desk.yaml", "one.yaml", "--replications", "8", "--report", "page.html"}).exit_code,
      0);
  const Answer later = sendcap({"report", "last", "--out", "later.html", "--quiet"});
  EXPECT_EQ(later.exit_code, 0);
  EXPECT_THAT(later.err, IsEmpty());
  EXPECT_TRUE(read("later.html") == read("page.html"));
  EXPECT_TRUE(says("later.html", "What each plan changes"));
  EXPECT_TRUE(says("later.html", "<h3>one more</h3>"));
}

TEST_F(Report, OfASensitivityDrawsATornado) {
  const Answer answer = sendcap({"sensitivity", "desk.yaml", "--outcome", "waiting; desk", "--replications",
                                 "5", "--report", "page.html"});
  ASSERT_EQ(answer.exit_code, 0) << answer.err;
  EXPECT_TRUE(says("page.html", "demand.new.rate moves it most"));
}

TEST_F(Report, SaysWhatIsWrongAndWritesNothing) {
  ASSERT_EQ(shell("mkdir empty broken && printf '{' > broken/summary.json").exit_code, 0);
  const Answer empty = sendcap({"report", "empty"});
  EXPECT_EQ(empty.exit_code, 2);
  EXPECT_THAT(empty.err, HasSubstr("there are no results in 'empty'"));
  const Answer broken = sendcap({"report", "broken"});
  EXPECT_EQ(broken.exit_code, 2);
  EXPECT_THAT(broken.err,
              HasSubstr("no report can be made: summary.json is not whole, or something else of that name"));
  EXPECT_EQ(sendcap({"report", "no-such-run"}).exit_code, 2);
  const Answer nowhere =
      sendcap({"run", "desk.yaml", "--replications", "100000", "--report", "no/such/folder.html"});
  EXPECT_EQ(nowhere.exit_code, 1) << "at once, not after the run";
  EXPECT_THAT(nowhere.err, HasSubstr("--report"));
  EXPECT_THAT(files_in("broken"), ElementsAre("summary.json"));
}

// Neither what is read nor what is written elsewhere is replaced by the page.
TEST_F(Report, ReplacesNoFileThatIsReadOrWritten) {
  const Answer scenario = sendcap({"run", "desk.yaml", "--replications", "2", "--report", "./desk.yaml"});
  EXPECT_EQ(scenario.exit_code, 2);
  EXPECT_THAT(scenario.err, HasSubstr("--report would replace './desk.yaml', which is read"));
  EXPECT_EQ(read("desk.yaml"), kDesk);
  EXPECT_EQ(
      sendcap({"compare", "desk.yaml", "one.yaml", "--replications", "2", "--report", "one.yaml"}).exit_code,
      2);
  EXPECT_EQ(read("one.yaml"), kOneMore);
  const Answer results = sendcap(
      {"run", "desk.yaml", "--replications", "2", "--out", "found", "--report", "found/summary.json"});
  EXPECT_EQ(results.exit_code, 2);
  EXPECT_THAT(results.err, HasSubstr("--report and --out would write the same file"));
  ASSERT_EQ(sendcap({"run", "desk.yaml", "--replications", "2", "--out", "found"}).exit_code, 0);
  EXPECT_EQ(sendcap({"report", "found", "--out", "found/summary.json"}).exit_code, 2);
}

// Spaces make the results larger than any scenario may be (64 MB); they are the same results.
TEST_F(Report, ReadsResultsOfAnySize) {
  ASSERT_EQ(sendcap({"run", "desk.yaml", "--replications", "5", "--out", "found", "--report", "page.html"})
                .exit_code,
            0);
  write("found/summary.json", read("found/summary.json") + std::string(std::size_t{65} << 20U, ' '));
  const Answer later = sendcap({"report", "found"});
  EXPECT_EQ(later.exit_code, 0) << later.err;
  EXPECT_TRUE(read("found/report.html") == read("page.html"));
}

TEST_F(Report, ShowsWhatDrivesTheUncertainty) {
  const Answer answer =
      sendcap({"uncertainty", "desk.yaml", "one.yaml", "--points", "20", "--report", "page.html"});
  EXPECT_EQ(answer.exit_code, 0) << answer.err;
  EXPECT_TRUE(says("page.html", "How sure the answer is"));
}

// What a run was done with can be read from its record, and does it again.
TEST_F(Report, RecordsTheCommandThatMakesTheSameAgain) {
  ASSERT_EQ(
      sendcap({"run", "desk.yaml", "--replications", "3", "--seed", "9", "--out", "found", "--threads", "2"})
          .exit_code,
      0);
  EXPECT_THAT(read("found/record.md"),
              HasSubstr("```\nsendcap run desk.yaml --replications 3 --seed 9\n```"));
}

}  // namespace
}  // namespace sendcap::testing
