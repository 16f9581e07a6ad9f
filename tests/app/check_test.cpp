#include <gmock/gmock.h>

#include "program.hpp"

namespace sendcap::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

using Check = AtTheTerminal;

TEST_F(Check, SaysThatAScenarioAndAPlanAreFine) {
  write("county.yaml", kSmallCounty);
  write("plan.yaml", "plan: nothing\ninterventions: []\n");
  const Answer answer = sendcap({"check", "county.yaml", "plan.yaml"});
  EXPECT_EQ(answer.exit_code, 0);
  EXPECT_EQ(answer.out, "county.yaml: fine\nplan.yaml: fine (its names are checked with --baseline)\n");
  EXPECT_THAT(answer.err, IsEmpty());
}

TEST_F(Check, ChecksEveryFileEvenWhenOneIsWrongOrMissing) {
  write("county.yaml", kSmallCounty);
  write("empty.yaml", "");
  const Answer answer = sendcap({"check", "empty.yaml", "missing.yaml", "county.yaml"});
  EXPECT_EQ(answer.exit_code, 2);
  EXPECT_EQ(answer.out, "county.yaml: fine\n");
  EXPECT_THAT(answer.err, HasSubstr("empty.yaml:1:1: error SEND-104"));
  EXPECT_THAT(answer.err, HasSubstr("no such file: 'missing.yaml'"));
}

TEST_F(Check, APlanCanBeCheckedOnItsBaseline) {
  write("county.yaml", kSmallCounty);
  write(
      "plan.yaml",
      "plan: lost\ninterventions:\n  - {kind: change staffing, team: therapist, by: 1, from: 2025-02-01}\n");
  EXPECT_EQ(sendcap({"check", "plan.yaml"}).exit_code, 0);
  const Answer answer = sendcap({"check", "plan.yaml", "--baseline", "county.yaml"});
  EXPECT_EQ(answer.exit_code, 2);
  EXPECT_THAT(answer.err, HasSubstr("plan.yaml:3:35: error SEND-301"));
}

}  // namespace
}  // namespace sendcap::testing
