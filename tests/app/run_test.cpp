#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <utility>

#include "program.hpp"

namespace sendcap::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

constexpr const char* kMoreStaff = R"(plan: more therapists
interventions:
  - {kind: change staffing, team: therapists, by: 1, from: 2025-02-01}
)";

class Run : public AtTheTerminal {
 protected:
  Run() {
    write("county.yaml", kSmallCounty);
    write("more.yaml", kMoreStaff);
    write("nothing.yaml", "plan: nothing at all\ninterventions: []\n");
  }
};

TEST_F(Run, PrintsATableAndNothingElse) {
  const Answer answer = sendcap({"run", "county.yaml", "--replications", "5"});
  EXPECT_EQ(answer.exit_code, 0);
  EXPECT_THAT(answer.out, StartsWith("A small county\n"));
  EXPECT_THAT(answer.out, HasSubstr("PATHWAYS"));
  EXPECT_THAT(answer.err, IsEmpty());  // no progress where nobody watches a terminal
  EXPECT_THAT(files_in("."), ElementsAre("county.yaml", "more.yaml", "nothing.yaml"));
}

// What is not known of the figures put in is another thing, and other commands show it.
TEST_F(Run, EndsWithWhatAnIntervalLeavesOut) {
  const std::string out = sendcap({"run", "county.yaml", "--replications", "3"}).out;
  EXPECT_THAT(out.substr(out.rfind("\n\n")), HasSubstr("`sendcap uncertainty`"));
  EXPECT_THAT(sendcap({"run", "county.yaml", "--replications", "1"}).out, Not(HasSubstr("interval says")));
}

TEST_F(Run, WritesItsResultsIntoAFolderAndSaysSo) {
  const Answer answer = sendcap({"run", "county.yaml", "--replications", "5", "--out", "a/new/folder"});
  EXPECT_EQ(answer.exit_code, 0);
  EXPECT_THAT(answer.err, HasSubstr("Results are in a/new/folder"));
  EXPECT_THAT(files_in("a/new/folder"), ElementsAre("estimates.csv", "inequality.csv", "record.md",
                                                    "results.csv", "run.json", "summary.json", "world.json"));
  EXPECT_THAT(read("a/new/folder/results.csv"),
              StartsWith("plan,replication,date,measure,service,group,value\nbaseline,0,"));
  EXPECT_THAT(read("a/new/folder/estimates.csv"),
              StartsWith("plan,date,measure,service,group,replications,mean,low,high,sd,unit\nbaseline,"));
  const auto summary = nlohmann::json::parse(read("a/new/folder/summary.json"));
  EXPECT_EQ(summary["plans"][0]["replications"], 5);
  EXPECT_EQ(summary["scenario"]["files"][0]["name"], "county.yaml");
  const Answer hash = shell("sha256sum county.yaml");
  EXPECT_EQ(summary["scenario"]["files"][0]["sha256"], hash.out.substr(0, 64));
  const auto record = nlohmann::json::parse(read("a/new/folder/run.json"));
  EXPECT_EQ(record["command"][1], "county.yaml");
  EXPECT_EQ(record["plans"][0]["partial"], false);
}

TEST_F(Run, PrintsTheSameCsvAndJsonThatItWrites) {
  const std::vector<std::string> order{"run",   "county.yaml", "--replications", "3",
                                       "--out", "results",     "--format"};
  for (const auto& [format, file] :
       {std::pair("csv", "results/results.csv"), std::pair("json", "results/summary.json")}) {
    std::vector<std::string> words = order;
    words.emplace_back(format);
    const Answer answer = sendcap(words);
    EXPECT_EQ(answer.exit_code, 0);
    EXPECT_EQ(answer.out, read(file)) << format;
  }
}

TEST_F(Run, TheSameSeedGivesTheSameBytesWhateverTheThreads) {
  for (const std::string threads : {"1", "4", "2"})
    ASSERT_EQ(sendcap({"run", "county.yaml", "--plan", "more.yaml", "--replications", "30", "--threads",
                       threads, "--detail", "full", "--out", "with" + threads})
                  .exit_code,
              0);
  ASSERT_EQ(sendcap({"run", "county.yaml", "--plan", "more.yaml", "--replications", "30", "--threads", "4",
                     "--detail", "full", "--out", "again"})
                .exit_code,
            0);
  for (const std::string file : {"results.csv", "estimates.csv", "inequality.csv", "summary.json"}) {
    const std::string first = read("with1/" + file);
    EXPECT_EQ(first, read("with4/" + file)) << file;
    EXPECT_EQ(first, read("with2/" + file)) << file;
    EXPECT_EQ(first, read("again/" + file)) << file;
  }
}

TEST_F(Run, AnotherSeedGivesOtherNumbers) {
  const std::vector<std::string> order{"run",      "county.yaml", "--replications", "3",
                                       "--format", "csv",         "--seed"};
  std::vector<std::string> one = order;
  one.emplace_back("1");
  std::vector<std::string> two = order;
  two.emplace_back("2");
  EXPECT_NE(sendcap(one).out, sendcap(two).out);
}

TEST_F(Run, AValueCanBeSetFromTheCommandLine) {
  const Answer answer = sendcap({"run", "county.yaml", "--replications", "2", "--format", "json", "--set",
                                 "services.therapists.staff=0", "--set", "services.advice line.staff=3"});
  ASSERT_EQ(answer.exit_code, 0) << answer.err;
  const auto summary = nlohmann::json::parse(answer.out);
  EXPECT_THAT(summary["scenario"]["overrides"],
              ElementsAre("services.therapists.staff=0", "services.advice line.staff=3"));
  bool found = false;
  for (const auto& series : summary["plans"][0]["estimates"])
    if (series["measure"] == "seen" && series["service"] == "therapists" && series["group"] == "all") {
      EXPECT_EQ(series["mean"].back(), 0);  // nobody is there to see anybody
      found = true;
    }
  EXPECT_TRUE(found);
}

TEST_F(Run, AWrongOverrideIsAMistakeOfTheUser) {
  const Answer answer = sendcap({"run", "county.yaml", "--set", "services.therapist.staff=3"});
  EXPECT_EQ(answer.exit_code, 2);
  EXPECT_THAT(answer.err, HasSubstr("--set:1:"));
  EXPECT_THAT(answer.err, HasSubstr("did you mean 'therapists'?"));
}

TEST_F(Run, RunsTheBaselineAndThenEachPlan) {
  const Answer answer = sendcap({"run", "county.yaml", "--plan", "more.yaml", "nothing.yaml",
                                 "--replications", "5", "--out", "results"});
  ASSERT_EQ(answer.exit_code, 0) << answer.err;
  EXPECT_THAT(answer.out, HasSubstr("Plan: baseline\n"));
  EXPECT_THAT(answer.out, HasSubstr("Plan: more therapists\n"));
  EXPECT_THAT(answer.out, HasSubstr("DIFFERENCE of more therapists to baseline\n"));
  const auto summary = nlohmann::json::parse(read("results/summary.json"));
  ASSERT_EQ(summary["plans"].size(), 3U);
  EXPECT_EQ(summary["plans"][1]["plan"], "more therapists");
}

// The first law of common random numbers, as a user sees it.
TEST_F(Run, APlanThatChangesNothingGivesExactlyTheBaseline) {
  const Answer answer =
      sendcap({"run", "county.yaml", "--plan", "nothing.yaml", "--replications", "5", "--format", "csv"});
  ASSERT_EQ(answer.exit_code, 0) << answer.err;
  std::string baseline;
  std::string plan;
  std::istringstream lines(answer.out);
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line)) {
    const std::size_t comma = line.find(',');
    (line.compare(0, comma, "baseline") == 0 ? baseline : plan) += line.substr(comma) + '\n';
  }
  EXPECT_FALSE(baseline.empty());
  EXPECT_EQ(baseline, plan);
  EXPECT_THAT(sendcap({"run", "county.yaml", "--plan", "nothing.yaml", "--replications", "5"}).out,
              HasSubstr("Nothing differs.\n"));
}

TEST_F(Run, PlansNeedNamesOfTheirOwn) {
  const Answer answer = sendcap({"run", "county.yaml", "--plan", "more.yaml", "--plan", "more.yaml"});
  EXPECT_EQ(answer.exit_code, 2);
  EXPECT_THAT(answer.err, HasSubstr("two plans are called 'more therapists'"));
}

TEST_F(Run, MistakesOfScenarioAndPlansAreShownTogether) {
  write("bad.yaml",
        "plan: bad\ninterventions:\n  - {kind: change staffing, team: therapists, by: many, from: "
        "2025-02-01}\n");
  write("worse.yaml", std::string(kSmallCounty) + "colour: blue\n");
  const Answer answer = sendcap({"run", "worse.yaml", "--plan", "bad.yaml"});
  EXPECT_EQ(answer.exit_code, 2);
  EXPECT_THAT(answer.err, HasSubstr("worse.yaml:14:1: error SEND-207"));
  EXPECT_THAT(answer.err, HasSubstr("bad.yaml:3:51: error"));
  EXPECT_THAT(answer.out, IsEmpty());
}

TEST_F(Run, APlanThatNamesNothingOfTheScenarioIsRefused) {
  write(
      "lost.yaml",
      "plan: lost\ninterventions:\n  - {kind: change staffing, team: therapist, by: 1, from: 2025-02-01}\n");
  const Answer answer = sendcap({"run", "county.yaml", "--plan", "lost.yaml"});
  EXPECT_EQ(answer.exit_code, 2);
  EXPECT_THAT(answer.err, HasSubstr("lost.yaml:3:35: error SEND-301"));
  EXPECT_THAT(answer.err, HasSubstr("did you mean 'therapists'?"));
}

TEST_F(Run, GoesOnUntilThePrecisionIsReached) {
  const Answer answer = sendcap({"run", "county.yaml", "--precision", "20%", "--format", "json"});
  ASSERT_EQ(answer.exit_code, 0) << answer.err;
  const auto plan = nlohmann::json::parse(answer.out)["plans"][0];
  EXPECT_EQ(plan["widest"]["precision_reached"], true);
  EXPECT_LE(plan["widest"]["relative_half_width"].get<double>(), 0.2);
  EXPECT_GE(plan["replications"], 20);
}

TEST_F(Run, AMissingFileIsAnsweredWithTheNearestName) {
  const Answer answer = sendcap({"run", "countie.yaml"});
  EXPECT_EQ(answer.exit_code, 2);
  EXPECT_EQ(answer.err, "sendcap: no such file: 'countie.yaml'\nhint: did you mean 'county.yaml'?\n");
  EXPECT_THAT(sendcap({"run", "nowhere/county.yaml"}).err, HasSubstr("there is no folder 'nowhere'"));
  EXPECT_THAT(sendcap({"run", "."}).err, HasSubstr("'.' is a folder"));
}

TEST_F(Run, AFolderThatCanNotBeMadeIsTheMachinesFault) {
  const Answer answer =
      sendcap({"run", "county.yaml", "--replications", "2", "--out", "county.yaml/results"});
  EXPECT_EQ(answer.exit_code, 1);
  EXPECT_THAT(answer.err, HasSubstr("can not make the folder 'county.yaml/results'"));
  EXPECT_THAT(answer.err, HasSubstr("--out"));
  EXPECT_EQ(sendcap({"run", "county.yaml", "--replications", "2", "--out", "county.yaml"}).exit_code, 1);
}

TEST_F(Run, AFullDiskLeavesNoHalfWrittenFile) {  // a limit on the size of files stands in for the disk
  const Answer answer =
      shell("trap '' XFSZ; ulimit -f 4; exec \"$SENDCAP\" run county.yaml --replications 20 --out results");
  EXPECT_EQ(answer.exit_code, 1);
  EXPECT_THAT(answer.err, HasSubstr("can not write 'results/results.csv': File too large"));
  EXPECT_THAT(files_in("results"), IsEmpty());
}

TEST_F(Run, AStandardOutputThatIsFullIsTheMachinesFault) {
  for (const std::string format : {"table", "json", "csv"}) {
    const Answer answer =
        shell("exec \"$SENDCAP\" run county.yaml --replications 2 --format " + format + " >/dev/full");
    EXPECT_EQ(answer.exit_code, 1) << format;
    EXPECT_THAT(answer.err, HasSubstr("can not write to standard output: No space left on device")) << format;
  }
  EXPECT_EQ(shell("exec \"$SENDCAP\" --help >/dev/full").exit_code, 1);
}

TEST_F(Run, ResultsOfAnEarlierRunAreReplaced) {
  write("results/results.csv", "old");
  write("results/notes.txt", "mine");
  ASSERT_EQ(sendcap({"run", "county.yaml", "--replications", "2", "--out", "results"}).exit_code, 0);
  EXPECT_THAT(read("results/results.csv"), Not(HasSubstr("old")));
  EXPECT_EQ(read("results/notes.txt"), "mine");
}

TEST_F(Run, QuietSaysNothingBesideTheAnswer) {
  EXPECT_THAT(sendcap({"run", "county.yaml", "--replications", "2", "--out", "results", "--quiet"}).err,
              IsEmpty());
}

}  // namespace
}  // namespace sendcap::testing
