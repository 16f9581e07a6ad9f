#include <gmock/gmock.h>

#include <cstddef>

#include "program.hpp"

// Work shared by processes that mpirun started: what a user sees is what one process gives.

namespace sendcap::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

// On one machine without a network, as whoever runs the tests, and never for ever.
constexpr const char* kMpirun =
    "export OMPI_MCA_plm=isolated OMPI_MCA_btl=self,vader,tcp OMPI_MCA_btl_tcp_if_include=lo "
    "OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1 OMPI_MCA_rmaps_base_oversubscribe=1 "
    "ASAN_OPTIONS=detect_leaks=0 TSAN_OPTIONS=ignore_noninstrumented_modules=1; "
    "timeout -k 5 120 mpirun ";

constexpr const char* kMoreTherapists = R"(plan: more therapists
interventions:
  - {kind: change staffing, team: therapists, by: 1, from: 2025-02-01}
)";

// Now and then, not in every replication, a child comes who is sent round without end.
constexpr const char* kNowAndThenForEver = R"(title: now and then for ever
clock: {start: 2025-01-01, run for: 1 year}
demand:
  many: {rate: 2000 per month, enters: seen}
  rare: {rate: 0.001 per month, enters: round}
services: {team: {kind: team, staff: unlimited}}
pathways:
  seen: {steps: {seen: {service: team, time: 1 day}}}
  round: {steps: {again: {next: [{when: {age: 0 and over}, to: again}, {to: seen}]}, seen: {service: team}}}
)";

class Together : public AtTheTerminal {
 protected:
  Together() {
    write("county.yaml", kSmallCounty);
    write("plan.yaml", kMoreTherapists);
  }

  void SetUp() override {
    if (!SENDCAP_HAS_MPI) GTEST_SKIP() << "built without MPI: nothing to test";
  }

  // Types `mpirun -q -n PROCESSES sendcap LINE`.
  [[nodiscard]] Answer together(int processes, const std::string& line) const {
    return shell(kMpirun + std::string("-q -n ") + std::to_string(processes) + " \"$SENDCAP\" " + line);
  }

  void expect_same_files(const std::string& folder, const std::string& other,
                         const std::vector<std::string>& names) const {
    for (const std::string& name : names)
      EXPECT_EQ(read(folder + "/" + name), read(other + "/" + name)) << name << " in " << other;
  }
};

std::size_t times(const std::string& what, const std::string& in) {
  std::size_t found = 0;
  for (std::size_t at = in.find(what); at != std::string::npos; at = in.find(what, at + 1)) ++found;
  return found;
}

TEST_F(Together, ComparisonIsThatOfOneProcess) {
  const std::string line = "compare county.yaml plan.yaml --precision 3% --out ";
  const Answer alone = shell("\"$SENDCAP\" " + line + "alone");
  ASSERT_EQ(alone.exit_code, 0) << alone.err;
  for (const int processes : {1, 2, 4}) {
    const std::string folder = "of-" + std::to_string(processes);
    const Answer answer = together(processes, line + folder);
    EXPECT_EQ(answer.exit_code, 0) << answer.err;
    EXPECT_EQ(answer.out, alone.out);
    expect_same_files("alone", folder, files_in("alone"));
  }
}

TEST_F(Together, AnEarlierRunIsDoneAgain) {
  const Answer first = shell("\"$SENDCAP\" compare county.yaml plan.yaml --replications 20");
  ASSERT_EQ(first.exit_code, 0) << first.err;
  const Answer again = together(2, "rerun last");
  EXPECT_EQ(again.exit_code, 0) << again.err;
  EXPECT_EQ(again.out, first.out);
}

TEST_F(Together, RunIsThatOfOneProcess) {
  const std::string line = "run county.yaml --plan plan.yaml --replications 200 --format csv --out ";
  const Answer alone = shell("\"$SENDCAP\" " + line + "alone");
  ASSERT_EQ(alone.exit_code, 0) << alone.err;
  for (const std::string threads : {"1", "3"}) {
    const std::string folder = "of-3-with-" + threads;
    const Answer answer = together(3, line + folder + " --threads " + threads);
    EXPECT_EQ(answer.exit_code, 0) << answer.err;
    EXPECT_EQ(answer.out, alone.out);
    expect_same_files("alone", folder, {"results.csv", "estimates.csv", "inequality.csv", "summary.json"});
  }
}

// As on a cluster whose machines share no disk: the others are in a folder where the files are not.
TEST_F(Together, OnlyTheFirstNeedsTheFilesAndWrites) {
  write("elsewhere/nothing", "");
  const std::string line =
      "\"$SENDCAP\" run county.yaml --replications 40 --format csv --out results --events ";
  const Answer alone = shell(line + "alone.csv");
  ASSERT_EQ(alone.exit_code, 0) << alone.err;
  const Answer answer =
      shell(kMpirun + ("-q -n 1 " + line) + "together.csv : -n 2 --wdir elsewhere " + line + "together.csv");
  EXPECT_EQ(answer.exit_code, 0) << answer.err;
  EXPECT_EQ(answer.out, alone.out);
  EXPECT_EQ(read("together.csv"), read("alone.csv"));
  EXPECT_THAT(files_in("elsewhere"), ElementsAre("nothing"));
}

TEST_F(Together, OtherCommandsAnswerOnce) {
  const Answer checked = together(3, "check county.yaml");
  EXPECT_EQ(checked.exit_code, 0) << checked.err;
  EXPECT_EQ(checked.out, "county.yaml: fine\n");
  EXPECT_EQ(together(2, "--version").out, sendcap({"--version"}).out);
}

TEST_F(Together, AMistakeIsToldOnce) {
  write("wrong.yaml", "title: no clock\n");
  for (const std::string command : {"compare wrong.yaml plan.yaml", "run wrong.yaml", "run missing.yaml"}) {
    const Answer alone = shell("\"$SENDCAP\" " + command);
    const Answer answer = together(3, command);
    EXPECT_EQ(answer.exit_code, 2);
    EXPECT_EQ(answer.out, "");
    EXPECT_EQ(answer.err, alone.err);
  }
}

TEST_F(Together, AWorldThatFailsEndsAllOfThemWithItsMessage) {
  write("round.yaml", kNowAndThenForEver);
  const Answer answer = together(4, "run round.yaml --replications 1000 --out results");
  EXPECT_EQ(answer.exit_code, 2) << answer.err;
  EXPECT_EQ(times("sendcap: the scenario can not be run", answer.err), 1U) << answer.err;
  EXPECT_THAT(files_in("results"), IsEmpty());
}

// Types a line in the background as `$running`, waits until the first results have come out, so that work is
// surely going on, kills, and reads on to the end.
std::string killed_while_working(const std::string& line, const std::string& kill) {
  return "mkfifo pipe\n" + line + " >pipe &\nrunning=$!\n" + R"sh(exec 3<pipe
IFS= read -r line <&3
IFS= read -r line <&3
)sh" + kill +
         R"sh(
cat <&3 >rest.csv
wait "$running"
)sh";
}

constexpr const char* kEndless = "run county.yaml --replications 10000000 --format csv --out results ";

TEST_F(Together, CtrlCForTheFirstKeepsWhatIsComplete) {
  write("first", "echo $$ >number; exec \"$SENDCAP\" \"$@\"\n");
  write("work", killed_while_working(
                    kMpirun + std::string("-q -n 1 sh ./first ") + kEndless + ": -n 2 \"$SENDCAP\" run",
                    "kill -INT \"$(cat number)\""));
  const Answer answer = shell("bash -m ./work");
  EXPECT_EQ(answer.exit_code, 130) << answer.err;
  EXPECT_THAT(answer.err, HasSubstr("stopped early"));
  EXPECT_THAT(read("results/summary.json"), HasSubstr("\"partial\": true"));
}

TEST_F(Together, TheDeathOfOneEndsAllOfThem) {
  write("other", "echo $$ >number; exec \"$SENDCAP\" run\n");
  write("work",
        killed_while_working(kMpirun + std::string("-n 1 \"$SENDCAP\" ") + kEndless + ": -n 1 sh ./other",
                             "kill -KILL \"$(cat number)\""));
  const Answer answer = shell("bash -m ./work");
  EXPECT_THAT(answer.exit_code, Not(0));
  EXPECT_THAT(answer.err, HasSubstr("signal 9"));
}

TEST_F(Together, SendcapMpiIsOnOrOff) {
  EXPECT_EQ(
      times("sendcap",
            shell("export SENDCAP_MPI=off; " + std::string(kMpirun) + "-q -n 2 \"$SENDCAP\" --version").out),
      2U)
      << "each for itself";
  EXPECT_EQ(shell("SENDCAP_MPI=perhaps \"$SENDCAP\" --version").exit_code, 2);
}

}  // namespace
}  // namespace sendcap::testing
