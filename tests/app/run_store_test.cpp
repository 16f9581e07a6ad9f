#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "program.hpp"

namespace sendcap::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;
using Words = std::vector<std::string>;

class RunStore : public AtTheTerminal {
 protected:
  RunStore() {
    write("county.yaml", kSmallCounty);
    write("more.yaml", R"(plan: more therapists
interventions:
  - {kind: change staffing, team: therapists, by: 1, from: 2025-02-01}
)");
    // Kills a command once the file of its finished replications has grown, and not before.
    write("kill_when_it_has_kept_something", R"(
rows() { find "${SENDCAP_STORE%/*}" -name '*-unfinished-*' -not -name '*-journal' -printf '%s\n' 2>/dev/null; }
before=$(rows)
"$SENDCAP" "$@" >/dev/null 2>killed.err &
running=$!
written() { [[ -z $(find "${SENDCAP_STORE%/*}" -name '*-journal' -size +0) ]]; }  # nothing is half-written
until (( $(rows) + 0 > ${before:-0} + 32768 )) && written; do
  kill -0 "$running" 2>/dev/null || { echo "it ended before it could be killed"; exit 1; }
  sleep 0.02
done
kill -9 "$running"
wait "$running"
)");
  }

  Answer kill_when_it_has_kept_something(const Words& command) const {
    std::string line = "bash ./kill_when_it_has_kept_something";
    for (const std::string& word : command) line += " '" + word + "'";
    return shell(line);
  }

  nlohmann::json runs() const { return nlohmann::json::parse(sendcap({"runs", "--format", "json"}).out); }
};

// Long enough to be killed in the middle: some seconds on one processor.
const Words kLongRun = {"run", "county.yaml", "--replications", "30000", "--threads", "1"};
const Words kLongComparison = {"compare", "county.yaml", "more.yaml", "--replications",
                               "10000",   "--threads",   "1"};

class Killed : public RunStore, public ::testing::WithParamInterface<Words> {};

TEST_P(Killed, StartedAgainItGoesOnAndGivesTheSameBytes) {
  Words undisturbed = GetParam();
  undisturbed.emplace_back("--no-record");
  const Answer whole = sendcap(undisturbed);
  ASSERT_EQ(whole.exit_code, 0) << whole.err;

  const Answer first = kill_when_it_has_kept_something(GetParam());
  ASSERT_EQ(first.exit_code, 137) << first.out;
  EXPECT_EQ(read("killed.err"), "");
  ASSERT_EQ(runs().size(), 1U);
  EXPECT_EQ(runs()[0]["state"], "broken off");
  const auto kept = runs()[0]["kept_replications"].get<int>();
  EXPECT_GT(kept, 0);

  const Answer second = kill_when_it_has_kept_something(GetParam());
  ASSERT_EQ(second.exit_code, 137) << second.out;
  EXPECT_EQ(read("killed.err"), "going on with run " + runs()[0]["run"].get<std::string>() + ": " +
                                    std::to_string(kept) + " replications are done already\n");
  EXPECT_GT(runs()[0]["kept_replications"].get<int>(), kept);

  const Answer third = sendcap(GetParam());
  EXPECT_EQ(third.exit_code, 0) << third.err;
  EXPECT_THAT(third.err, StartsWith("going on with run "));
  EXPECT_TRUE(third.out == whole.out);
  ASSERT_EQ(runs().size(), 1U);
  EXPECT_EQ(runs()[0]["state"], "done");
  EXPECT_EQ(shell("ls \"${SENDCAP_STORE%/*}\"").out, "runs.sqlite\n");  // what was kept is gone
}

INSTANTIATE_TEST_SUITE_P(Run, Killed, ::testing::Values(kLongRun));
INSTANTIATE_TEST_SUITE_P(Comparison, Killed, ::testing::Values(kLongComparison));

TEST_F(RunStore, EveryRunIsListedNewestFirst) {
  EXPECT_EQ(sendcap({"runs"}).out, "No run is recorded yet.\n");
  ASSERT_EQ(sendcap({"run", "county.yaml", "--replications", "5"}).exit_code, 0);
  ASSERT_EQ(sendcap({"compare", "county.yaml", "more.yaml", "--replications", "4", "--seed", "7"}).exit_code,
            0);
  const Answer list = sendcap({"runs"});
  std::istringstream lines(list.out);
  std::string heading;
  std::string newest;
  std::getline(lines, heading);
  std::getline(lines, newest);
  EXPECT_THAT(newest, HasSubstr("done        compare                 8  A small county"));
  for (const std::string& line : {heading, newest}) EXPECT_LE(line.size(), 80U) << line;
  ASSERT_EQ(runs().size(), 2U);
  EXPECT_EQ(runs()[0]["seed"], 7);
  EXPECT_EQ(runs()[1]["command"], "run");
  EXPECT_EQ(runs()[1]["files"][0]["sha256"], shell("sha256sum county.yaml").out.substr(0, 64));
}

TEST_F(RunStore, ARunIsShownWithItsFilesAndItsAnswer) {
  const Answer then = sendcap({"compare", "county.yaml", "more.yaml", "--replications", "4"});
  write("county.yaml", "title: changed since\n");
  const Answer shown = sendcap({"show", "last"});
  EXPECT_EQ(shown.exit_code, 0) << shown.err;
  EXPECT_THAT(shown.out, HasSubstr("sendcap compare county.yaml more.yaml --replications 4"));
  EXPECT_THAT(shown.out, HasSubstr("sendcap " SENDCAP_VERSION));
  EXPECT_THAT(shown.out, HasSubstr("comparison.csv"));
  EXPECT_THAT(shown.out, ::testing::EndsWith('\n' + then.out));
  EXPECT_EQ(sendcap({"show", "last", "--input", "county.yaml"}).out, kSmallCounty);
  EXPECT_EQ(sendcap({"show", "last", "--answer", "comparison.txt"}).out, then.out);
  const Answer unknown = sendcap({"show", "last", "--answer", "comparison.text"});
  EXPECT_EQ(unknown.exit_code, 2);
  EXPECT_THAT(unknown.err, HasSubstr("did you mean 'comparison.txt'?"));
  EXPECT_EQ(sendcap({"show", "nothing"}).exit_code, 2);
}

TEST_F(RunStore, ARerunReadsTheFilesAsTheyWereAndGivesTheSameBytes) {
  // What a county includes is read from the record too.
  const std::string whole = kSmallCounty;
  const std::size_t services = whole.find("services:");
  const std::size_t pathways = whole.find("pathways:");
  const std::string then_services = whole.substr(services, pathways - services);
  std::string now_services = then_services;
  now_services.replace(now_services.find("staff: 2"), 8, "staff: 9");
  write("split.yaml",
        "include:\n  - parts/services.yaml\n" + whole.substr(0, services) + whole.substr(pathways));
  for (const Words& command :
       {Words{"run", "split.yaml", "--plan", "more.yaml", "--replications", "5", "--out", "results"},
        Words{"compare", "split.yaml", "more.yaml", "--replications", "5", "--out=results"}}) {
    write("parts/services.yaml", then_services);
    const Answer then = sendcap(command);
    ASSERT_EQ(then.exit_code, 0) << then.err;
    write("parts/services.yaml", now_services);
    ASSERT_EQ(shell("mv results then").exit_code, 0);
    const Answer again = sendcap({"rerun", "last"});
    EXPECT_EQ(again.exit_code, 0);
    EXPECT_THAT(again.err, StartsWith("same bytes as run "));
    EXPECT_TRUE(again.out == then.out);
    EXPECT_FALSE(exists("results"));  // it only prints
    ASSERT_EQ(sendcap({"rerun", "last", "--out", "now"}).exit_code, 0);
    EXPECT_EQ(shell("diff -r -x run.json then now && rm -r then now").exit_code, 0);
  }
  EXPECT_EQ(runs().size(), 2U);  // reruns are not recorded
}

TEST_F(RunStore, AComparisonThatTimeEndedIsDoneAgainAlike) {
  const Answer then = sendcap({"compare", "county.yaml", "more.yaml", "--time", "0.05s"});
  ASSERT_EQ(then.exit_code, 0) << then.err;
  const Answer again = sendcap({"rerun", "last"});
  EXPECT_EQ(again.exit_code, 0) << again.err;
  EXPECT_TRUE(again.out == then.out);
}

TEST_F(RunStore, ARerunWithOtherBytesFails) {
  ASSERT_EQ(sendcap({"run", "county.yaml", "--replications", "5"}).exit_code, 0);
  SQLite::Database((records_ / "runs.sqlite").string(), SQLite::OPEN_READWRITE)
      .exec("UPDATE runs SET version = '0.0.9', arguments = replace(arguments, '\"5\"', '\"6\"')");
  const Answer again = sendcap({"rerun", "last"});
  EXPECT_EQ(again.exit_code, 1);
  EXPECT_THAT(again.err, HasSubstr("made by sendcap 0.0.9"));
  EXPECT_THAT(again.err, HasSubstr("not the same bytes as run "));
}

TEST_F(RunStore, CtrlCIsRecordedAndTheSameCommandGoesOn) {
  write("stop", R"(mkfifo pipe
"$SENDCAP" run county.yaml --replications 20000 --threads 1 --format csv >pipe &
running=$!
exec 3<pipe
IFS= read -r line <&3
IFS= read -r line <&3
kill -INT "$running"
cat <&3 >/dev/null
wait "$running"
)");
  ASSERT_EQ(shell("bash -m ./stop").exit_code, 130);
  EXPECT_EQ(runs()[0]["state"], "stopped");
  const Answer rerun = sendcap({"rerun", "last"});
  EXPECT_EQ(rerun.exit_code, 2);
  EXPECT_THAT(rerun.err, HasSubstr("it goes on with: sendcap run county.yaml"));
  const Answer fewer = sendcap({"run", "county.yaml", "--replications", "3"});  // is there already
  EXPECT_THAT(fewer.err, HasSubstr("going on with run "));
  EXPECT_EQ(fewer.out, sendcap({"run", "county.yaml", "--replications", "3", "--no-record"}).out);
  EXPECT_EQ(runs().size(), 1U);
}

TEST_F(RunStore, TwoAtOnceAreBothRightAndBothRecorded) {
  const Answer both = shell(R"(for i in 1 2; do
"$SENDCAP" compare county.yaml more.yaml --replications 300 >out$i & done; wait; cmp out1 out2)");
  EXPECT_EQ(both.exit_code, 0) << both.out << both.err;
  EXPECT_EQ(read("out1"),
            sendcap({"compare", "county.yaml", "more.yaml", "--replications", "300", "--no-record"}).out);
  ASSERT_EQ(runs().size(), 2U);
  EXPECT_EQ(runs()[1]["state"], "done");
}

TEST_F(RunStore, NoRecordLeavesNoTrace) {
  ASSERT_EQ(sendcap({"run", "county.yaml", "--replications", "2", "--no-record"}).exit_code, 0);
  EXPECT_FALSE(std::filesystem::exists(records_));
}

TEST_F(RunStore, ADeletedRunIsGone) {
  ASSERT_EQ(sendcap({"run", "county.yaml", "--replications", "2"}).exit_code, 0);
  EXPECT_THAT(sendcap({"runs", "--delete", "last"}).out, StartsWith("deleted run "));
  EXPECT_EQ(sendcap({"runs"}).out, "No run is recorded yet.\n");
}

TEST_F(RunStore, ItsPlaceIsWhereProgramsKeepTheirState) {
  const std::string run = " \"$SENDCAP\" run county.yaml --replications 2";
  ASSERT_EQ(shell("unset SENDCAP_STORE; XDG_STATE_HOME=$PWD/state" + run).exit_code, 0);
  EXPECT_TRUE(exists("state/sendcap/runs.sqlite"));
  ASSERT_EQ(shell("unset SENDCAP_STORE XDG_STATE_HOME; HOME=$PWD/home" + run).exit_code, 0);
  EXPECT_TRUE(exists("home/.local/state/sendcap/runs.sqlite"));
  ASSERT_EQ(shell("true;" + run + " --store mine.sqlite").exit_code, 0);
  EXPECT_TRUE(exists("mine.sqlite"));
}

TEST_F(RunStore, WhereTheUsualPlaceCanNotBeWrittenTheRunGoesOn) {
  const Answer answer =
      shell("SENDCAP_STORE=$PWD/county.yaml/runs.sqlite \"$SENDCAP\" run county.yaml --replications 2");
  EXPECT_EQ(answer.exit_code, 0);
  EXPECT_THAT(answer.out, HasSubstr("PATHWAYS"));
  EXPECT_THAT(answer.err, StartsWith("sendcap: the run is not recorded: "));
}

TEST_F(RunStore, APlaceThatWasNamedHasToDo) {
  const Words run = {"run", "county.yaml", "--replications", "2", "--store"};
  Words nowhere = run;
  nowhere.emplace_back("county.yaml/runs.sqlite");
  EXPECT_EQ(sendcap(nowhere).exit_code, 1);
  Words scenario = run;
  scenario.emplace_back("county.yaml");
  const Answer answer = sendcap(scenario);
  EXPECT_EQ(answer.exit_code, 2);
  EXPECT_THAT(answer.err, HasSubstr("'county.yaml' is not a store of runs"));
  EXPECT_THAT(answer.out, IsEmpty());
  EXPECT_EQ(read("county.yaml"), kSmallCounty);
}

TEST_F(RunStore, AFullDiskEndsTheRecordAndNotTheRun) {  // a limit on the size of files stands in for the disk
  const Answer answer = shell(
      "trap '' XFSZ; ulimit -f 300; exec \"$SENDCAP\" run county.yaml --replications 20000 "
      "--threads 1");
  EXPECT_EQ(answer.exit_code, 0);
  const std::string why = "finished replications are not recorded any more: ";
  EXPECT_THAT(answer.err, HasSubstr(why));
  EXPECT_THAT(answer.err.substr(answer.err.find(why) + 1), Not(HasSubstr(why)));
  EXPECT_THAT(answer.out, HasSubstr("20000 replications"));
}

}  // namespace
}  // namespace sendcap::testing
