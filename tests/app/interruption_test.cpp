#include <gmock/gmock.h>

#include "program.hpp"

namespace sendcap::testing {
namespace {

using ::testing::HasSubstr;

class Interruption : public AtTheTerminal {
 protected:
  // The program is stopped by a signal once the first lines of its CSV have been read: then it is surely
  // simulating. Whoever runs the tests may have told them to go on without a terminal, which a program
  // inherits: it begins as at one.
  Answer stopped_by(const std::string& signal) const {
    write("county.yaml", kSmallCounty);
    write("stop", R"(mkfifo pipe
begin='import os, signal, sys; signal.signal(signal.SIGHUP, signal.SIG_DFL); os.execv(sys.argv[1], sys.argv[1:])'
/usr/bin/python3 -c "$begin" "$SENDCAP" run county.yaml --replications 10000000 --format csv --out results >pipe &
running=$!
exec 3<pipe
IFS= read -r line <&3
IFS= read -r line <&3
kill -$1 "$running"
cat <&3 >rest.csv
wait "$running"
)");
    return shell("bash -m ./stop " + signal);
  }

  void expect_what_is_complete(const Answer& answer) const {
    EXPECT_EQ(answer.exit_code, 130) << answer.err;
    EXPECT_THAT(answer.err, HasSubstr("stopped early"));
    EXPECT_THAT(files_in("results"),
                ::testing::ElementsAre("estimates.csv", "inequality.csv", "record.md", "results.csv",
                                       "run.json", "summary.json", "world.json"));
    EXPECT_EQ(read("results/results.csv").back(), '\n');
    EXPECT_THAT(read("results/summary.json"), HasSubstr("\"partial\": true"));
    EXPECT_THAT(read("results/run.json"), HasSubstr("\"partial\": true"));
  }
};

TEST_F(Interruption, CtrlCKeepsWhatIsComplete) {
  expect_what_is_complete(stopped_by("INT"));
}

TEST_F(Interruption, AClosedTerminalKeepsWhatIsComplete) {
  expect_what_is_complete(stopped_by("HUP"));
}

}  // namespace
}  // namespace sendcap::testing
