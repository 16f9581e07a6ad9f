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

// The small county with ranges on three figures, and one whose ends are equal.
constexpr const char* kUncertainCounty = R"(title: A small county
clock: {start: 2025-01-01, run for: 3 months}
districts: {Redditch: {journey within: 10 min}, Bromsgrove: {journey within: 10 min}}
demand:
  referrals:
    rate: {is: 60 per month, range: [40 per month, 90 per month], source: a guess}
    growth: {is: 0% per year, range: [0% per year, 0% per year]}
    enters: therapy
services:
  therapists: {kind: team, staff: {is: 2, range: [1, 3]}}
  advice line: {kind: team, staff: {is: 1, range: [1, 2]}}
pathways:
  therapy:
    steps:
      advice: {service: advice line, time: {kind: exponential, mean: 4 hours}}
      block: {service: therapists, time: {kind: exponential, mean: 1 day}}
)";
constexpr const char* kMore = R"(plan: more therapists
interventions:
  - {kind: change staffing, team: therapists, by: {is: 1, range: [0, 2]}, from: 2025-02-01}
)";

class WhatIf : public AtTheTerminal {
 protected:
  WhatIf() {
    write("county.yaml", kUncertainCounty);
    write("certain.yaml", kSmallCounty);
    write("more.yaml", kMore);
  }

  static void expect_80_columns(const std::string& text) {
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
      std::size_t columns = 0;
      for (const char byte : line) columns += (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U ? 1 : 0;
      EXPECT_LE(columns, 80U) << line;
    }
  }
};

TEST_F(WhatIf, SensitivityDrawsATornadoOfEachHeadline) {
  const Answer answer = sendcap({"sensitivity", "county.yaml", "--replications", "8", "--out", "hangs"});
  ASSERT_EQ(answer.exit_code, 0) << answer.err;
  EXPECT_THAT(answer.out, HasSubstr("3 inputs"));  // equal ends are no range
  EXPECT_THAT(answer.out, HasSubstr("demand.referrals.rate (480 per year to 1080 per year"));
  EXPECT_THAT(answer.out, HasSubstr("│"));
  expect_80_columns(answer.out);
  EXPECT_THAT(files_in("hangs"), ElementsAre("record.md", "sensitivity.csv", "sensitivity.json",
                                             "sensitivity.txt", "world.json"));
  const auto document = nlohmann::json::parse(read("hangs/sensitivity.json"));
  EXPECT_EQ(document["inputs"], 3);
  EXPECT_EQ(document["partial"], false);
}

TEST_F(WhatIf, SensitivityAsksWhetherThePlanHelpsWhateverTheRangesHold) {
  const Answer answer = sendcap({"sensitivity", "county.yaml", "more.yaml", "--replications", "20",
                                 "--outcome", "wait of those seen, mean; therapists (service)"});
  ASSERT_EQ(answer.exit_code, 0) << answer.err;
  EXPECT_THAT(answer.out, HasSubstr("THE EFFECT OF MORE THERAPISTS"));
  EXPECT_THAT(answer.out, HasSubstr("The plan lowers it at both ends of every range"));
  EXPECT_THAT(answer.out, HasSubstr("plan more therapists: interventions.1.by at 0: exactly no difference"));
  expect_80_columns(answer.out);
}

TEST_F(WhatIf, BreakEvenOfAnOutcomeAnswersInASentence) {
  const Answer answer =
      sendcap({"sensitivity", "county.yaml", "more.yaml", "--break-even", "interventions.1.by", "--outcome",
               "wait of those seen, mean; therapists (service)", "--from", "0.5"});
  ASSERT_EQ(answer.exit_code, 0) << answer.err;
  EXPECT_THAT(answer.out, HasSubstr("It never comes to 0 between 0.5 and 2: the plan lowers it throughout"));
  expect_80_columns(answer.out);
}

TEST_F(WhatIf, AWrongPathIsAnsweredWithTheNearest) {
  const Answer path =
      sendcap({"sensitivity", "county.yaml", "more.yaml", "--break-even", "services.therapist.staff"});
  EXPECT_EQ(path.exit_code, 2);
  EXPECT_THAT(path.err, HasSubstr("did you mean 'services.therapists.staff'?"));
  EXPECT_THAT(path.out, IsEmpty());
  const Answer outcome = sendcap({"sensitivity", "county.yaml", "--outcome", "waitin; therapy"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("did you mean 'waiting'?"));
  const Answer pattern = sendcap({"uncertainty", "county.yaml", "--inputs", "demand.referrals.rat3"});
  EXPECT_EQ(pattern.exit_code, 2);
  EXPECT_THAT(pattern.err, HasSubstr("did you mean 'demand.referrals.rate'?"));
}

TEST_F(WhatIf, FilesWithoutRangesSayHowOneIsWritten) {
  for (const std::string command : {"sensitivity", "uncertainty"}) {
    const Answer answer = sendcap({command, "certain.yaml"});
    EXPECT_EQ(answer.exit_code, 2);
    EXPECT_THAT(answer.err, HasSubstr("no figure in these files has a range"));
    EXPECT_THAT(answer.err, HasSubstr("range: ["));
  }
}

TEST_F(WhatIf, BreakEvenIsRefusedWhereItMeansNothing) {
  const Answer no_plan = sendcap({"sensitivity", "county.yaml", "--break-even", "services.therapists.staff"});
  EXPECT_EQ(no_plan.exit_code, 2);
  EXPECT_THAT(no_plan.err, HasSubstr("wants one plan"));
  const Answer turned = sendcap({"sensitivity", "county.yaml", "more.yaml", "--break-even",
                                 "services.therapists.staff", "--from", "4", "--to", "2"});
  EXPECT_EQ(turned.exit_code, 2);
  EXPECT_THAT(turned.err, HasSubstr("nothing lies between 4 and 2"));
  EXPECT_EQ(sendcap({"sensitivity", "county.yaml", "--from", "2"}).exit_code, 2);
}

TEST_F(WhatIf, UncertaintyTellsTheRangesFromChance) {
  const Answer answer = sendcap(
      {"uncertainty", "county.yaml", "more.yaml", "--points", "30", "--replications", "4", "--out", "sure"});
  ASSERT_EQ(answer.exit_code, 0) << answer.err;
  EXPECT_THAT(answer.out, HasSubstr("4 inputs at once"));
  EXPECT_THAT(answer.out, HasSubstr("single futures"));
  EXPECT_THAT(answer.out, HasSubstr("THE EFFECT OF MORE THERAPISTS"));
  EXPECT_THAT(answer.out, HasSubstr("driven by"));
  EXPECT_THAT(answer.out, Not(HasSubstr("left out")));
  expect_80_columns(answer.out);
  EXPECT_THAT(files_in("sure"), ElementsAre("points.csv", "record.md", "uncertainty.csv", "uncertainty.json",
                                            "uncertainty.txt", "world.json"));
  EXPECT_EQ(nlohmann::json::parse(read("sure/uncertainty.json"))["points"], 30);
}

TEST_F(WhatIf, AnswersDoNotDependOnThreads) {
  for (const std::string command : {"sensitivity", "uncertainty"}) {
    std::vector<std::string> order{command, "county.yaml", "more.yaml", "--replications",
                                   "4",     "--format",    "json"};
    if (command == "uncertainty") order.insert(order.end(), {"--points", "12"});
    order.insert(order.end(), {"--threads", "1"});
    const Answer one = sendcap(order);
    order.back() = "3";
    EXPECT_EQ(one.exit_code, 0) << one.err;
    EXPECT_EQ(one.out, sendcap(order).out);
  }
}

// The program is stopped once it listens to Ctrl-C (the second bit of the signals it catches).
TEST_F(WhatIf, CtrlCKeepsWhatIsComplete) {
  for (const std::string command : {"sensitivity", "uncertainty"}) {
    const std::string more = command == "uncertainty" ? " --points 1000" : "";
    write("stop", "\"$SENDCAP\" " + command + " county.yaml --replications 100000" + more +
                      " --out stopped &\nrunning=$!\nuntil grep -q '^SigCgt:.*[2367abef]$' "
                      "/proc/$running/status; do :; done\nkill -INT \"$running\"\n"
                      "wait \"$running\"\n");
    const Answer answer = shell("bash -m ./stop");
    EXPECT_EQ(answer.exit_code, 130) << answer.err;
    EXPECT_THAT(answer.err, HasSubstr("stopped early"));
    EXPECT_THAT(read("stopped/" + command + ".json"), HasSubstr("\"partial\": true"));
    shell("rm -r stopped");
  }
}

}  // namespace
}  // namespace sendcap::testing
