#include <gmock/gmock.h>

#include "program.hpp"

namespace sendcap::testing {
namespace {

using ::testing::HasSubstr;

using Interruption = AtTheTerminal;

// The program is stopped once the first lines of its CSV have been read: then it is surely simulating.
TEST_F(Interruption, CtrlCKeepsWhatIsComplete) {
  write("county.yaml", kSmallCounty);
  write("stop", R"(mkfifo pipe
"$SENDCAP" run county.yaml --replications 10000000 --format csv --out results >pipe &
running=$!
exec 3<pipe
IFS= read -r line <&3
IFS= read -r line <&3
kill -INT "$running"
cat <&3 >rest.csv
wait "$running"
)");
  const Answer answer = shell("bash -m ./stop");
  EXPECT_EQ(answer.exit_code, 130) << answer.err;
  EXPECT_THAT(answer.err, HasSubstr("stopped early"));
  EXPECT_THAT(files_in("results"),
              ::testing::ElementsAre("estimates.csv", "inequality.csv", "record.md", "results.csv",
                                     "run.json", "summary.json", "world.json"));
  EXPECT_EQ(read("results/results.csv").back(), '\n');
  EXPECT_THAT(read("results/summary.json"), HasSubstr("\"partial\": true"));
  EXPECT_THAT(read("results/run.json"), HasSubstr("\"partial\": true"));
}

}  // namespace
}  // namespace sendcap::testing
