#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "program.hpp"

namespace sendcap::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

using Calibrate = AtTheTerminal;

// A list that grows: more come than two people can see.
constexpr const char* kCounty = R"(title: A list that grows
clock: {start: 2025-01-01, run for: 6 months, report every: month}
demand:
  referrals:
    # nobody has counted these
    rate: {is: 6 per day, range: [3 per day, 9 per day], source: a guess, quality: assumption}   # a guess
    enters: therapy
  letters: {rate: {is: 1 per day, range: [0.5 per day, 2 per day]}, enters: letters}
services:
  therapists:
    kind: team
    staff: {is: 2, range: [1, 4]}
  clerks: {kind: team, staff: unlimited}
pathways:
  therapy: {steps: {block: {service: therapists, time: {kind: exponential, mean: 1 day}}}}
  letters: {steps: {letter: {service: clerks, time: 1 day}}}
)";

std::string at_most_80_columns(const std::string& text) {
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    std::size_t width = 0;
    for (const char byte : line) width += (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U ? 1 : 0;
    if (width > 80) return line;
  }
  return {};
}

// Three a day join on balance (5 come, 2 are seen): 5 a day is what fits.
constexpr const char* kList =
    "# counted at the desk\n"
    "date,measure,subject,value\n"
    "2025-03-01,waiting,therapy,177\n"
    "2025-05-01,waiting,therapy,360\n"
    "2025-07-01,waiting,therapy,543\n";

TEST_F(Calibrate, FitsTheRateAndWritesTheScenarioWithIt) {
  write("county.yaml", kCounty);
  write("list.csv", kList);
  const Answer answer = sendcap({"calibrate", "county.yaml", "--observed", "list.csv", "--fit",
                                 "demand.referrals.rate", "--replications", "40", "--out", "results"});
  ASSERT_EQ(answer.exit_code, 0) << answer.err;
  EXPECT_THAT(at_most_80_columns(answer.out), IsEmpty());
  EXPECT_THAT(answer.out, HasSubstr("before 6 per day; looked for from 3 per day to 9 per day"));
  EXPECT_THAT(answer.out, HasSubstr("waiting, therapy (pathway): within"));
  EXPECT_THAT(answer.out, Not(HasSubstr("BEWARE")));

  const auto json = nlohmann::json::parse(read("results/calibration.json"));
  const auto& value = json["values"][0];
  EXPECT_NEAR(value["base_unit"]["fitted"].get<double>(), 5, 0.2);
  EXPECT_LT(value["base_unit"]["low"].get<double>(), 5);
  EXPECT_GT(value["base_unit"]["high"].get<double>(), 5);
  EXPECT_THAT(read("results/fit.csv"), HasSubstr("2025-07-01,waiting,therapy,pathway,all,children,543,"));

  // The user's own text, but for the one value: and it loads and gives the same figures.
  const std::string written = read("results/fitted/county.yaml");
  EXPECT_THAT(written, HasSubstr("    # nobody has counted these\n    rate: {is: " +
                                 value["fitted"].get<std::string>() + ", range: ["));
  EXPECT_THAT(written, HasSubstr("quality: derived}   # a guess\n    enters: therapy\n"));
  EXPECT_THAT(written, HasSubstr("source: 'fitted to list.csv by sendcap calibrate"));
  EXPECT_EQ(read("county.yaml"), kCounty);
  const Answer run = shell(
      "\"$SENDCAP\" run results/fitted/county.yaml --replications 40 --format csv --quiet --out again "
      ">/dev/null; grep '^baseline,2025-07-01,waiting,therapy,' again/estimates.csv");
  EXPECT_THAT(run.err, IsEmpty());

  const Answer again = sendcap({"calibrate", "county.yaml", "--observed", "list.csv", "--fit",
                                "demand.referrals.rate", "--replications", "40", "--threads", "1"});
  EXPECT_EQ(again.out, answer.out);
}

TEST_F(Calibrate, DemandAndCapacityAreNotToldApartByTheListAlone) {
  write("county.yaml", kCounty);
  write("list.csv", kList);
  const Answer answer =
      sendcap({"calibrate", "county.yaml", "--observed", "list.csv", "--fit", "demand.referrals.rate",
               "--fit", "services.therapists.staff", "--replications", "40", "--out", "results"});
  EXPECT_EQ(answer.exit_code, 2);
  EXPECT_THAT(answer.out, IsEmpty());
  EXPECT_THAT(at_most_80_columns(answer.err), IsEmpty());
  EXPECT_THAT(answer.err, HasSubstr("can not tell"));
  EXPECT_THAT(answer.err, HasSubstr("'demand.referrals.rate'"));
  EXPECT_THAT(answer.err, HasSubstr("'services.therapists.staff'"));
  // Counting those who come, or those who are seen, would tell them apart.
  EXPECT_THAT(answer.err, HasSubstr("observe this too:"));
  EXPECT_FALSE(exists("results/calibration.json"));
}

TEST_F(Calibrate, WhatTouchesNothingIsRefused) {
  write("county.yaml", kCounty);
  write("list.csv", kList);
  const Answer answer = sendcap({"calibrate", "county.yaml", "--observed", "list.csv", "--fit",
                                 "demand.letters.rate", "--replications", "20"});
  EXPECT_EQ(answer.exit_code, 2);
  EXPECT_THAT(answer.err, HasSubstr("'demand.letters.rate' touches none of the observed"));
}

TEST_F(Calibrate, AFitAtABoundIsLoud) {
  write("county.yaml", kCounty);
  write("list.csv", "date,value\n2025-07-01,\"1,900\"\n");
  const Answer answer =
      sendcap({"calibrate", "county.yaml", "--observed", "list.csv", "--measure", "waiting", "--subject",
               "therapy", "--fit", "demand.referrals.rate=4 to 8 per day", "--replications", "20"});
  EXPECT_EQ(answer.exit_code, 0) << answer.err;
  EXPECT_THAT(answer.out, HasSubstr("BEWARE: 'demand.referrals.rate' is at a bound"));
  EXPECT_THAT(answer.out, HasSubstr("fitted 8 per day"));
}

TEST_F(Calibrate, MistakesInTheTableAreAllTold) {
  write("county.yaml", kCounty);
  write("list.csv",
        "date,measure,subject,value\n"
        "2025-03-01,waitng,therapy,1\n"
        "2025-03-01,waiting,terapy,1\n"
        "2025-03-15,waiting,therapy,1\n"
        "2024-03-01,waiting,therapy,1\n"
        "1/3/2025,waiting,therapy,many\n");
  const Answer answer =
      sendcap({"calibrate", "county.yaml", "--observed", "list.csv", "--fit", "demand.referrals.rate"});
  EXPECT_EQ(answer.exit_code, 2);
  for (const std::string said :
       {"list.csv:2:12: error SEND-301", "did you mean 'waiting'?", "list.csv:3:20: error SEND-301",
        "did you mean 'therapy'?", "list.csv:4:1: error SEND-301",
        "the nearest report dates are 2025-03-01 and 2025-04-01", "list.csv:5:1: error SEND-301",
        "the run is from 2025-01-01 to 2025-07-02", "list.csv:6:1: error SEND-213",
        "did you mean '2025-03-01'?", "list.csv:6:26: error"})
    EXPECT_THAT(answer.err, HasSubstr(said));
}

TEST_F(Calibrate, WhatCanNotBeFittedIsSaidBeforeAnythingRuns) {
  write("county.yaml", kCounty);
  write("list.csv", kList);
  const auto said = [&](const std::string& fit) {
    const Answer answer = sendcap({"calibrate", "county.yaml", "--observed", "list.csv", "--fit", fit});
    EXPECT_EQ(answer.exit_code, 2) << fit;
    return answer.err;
  };
  EXPECT_THAT(said("demand.referals.rate"), HasSubstr("did you mean 'demand.referrals.rate'?"));
  EXPECT_THAT(said("pathways.therapy.steps.block.time.mean"), HasSubstr("has no range"));
  EXPECT_THAT(said("demand.referrals.rate=9 to 3 per day"), HasSubstr("leave nothing to look for"));
  EXPECT_THAT(said("demand.referrals.rate=3 per day"), HasSubstr("LEAST to MOST"));
  // A bound without a unit has that of the other, as people write it; never one that is not to be seen.
  EXPECT_THAT(said("demand.referrals.rate=40 to 15 per month"), HasSubstr("480 per year to 180 per year"));
  EXPECT_THAT(said("demand.referrals.rate=2 to 9"), HasSubstr("--fit demand.referrals.rate:"));
}

TEST_F(Calibrate, TheRateOfPrivateAssessmentsAgreesWithTheHandCalibratedOne) {
  // By hand it was set to 0.312 a year (scenarios/worcestershire/README.md).
  const std::string folder = std::string(SENDCAP_SOURCE_DIR) + "/scenarios/worcestershire/";
  const Answer answer =
      sendcap({"calibrate", folder + "baseline.yaml", "--observed", folder + "observed/autism-list.csv",
               "--fit", "while waiting.private or right-to-choose autism assessment.rate", "--set",
               "clock.until=2025-11-01", "--replications", "10", "--evaluations", "10", "--format", "json"});
  ASSERT_EQ(answer.exit_code, 0) << answer.err;
  const auto value = nlohmann::json::parse(answer.out)["values"][0]["base_unit"];
  constexpr double kYear = 365.25;
  EXPECT_LT(value["low"].get<double>() * kYear, 0.312);
  EXPECT_GT(value["high"].get<double>() * kYear, 0.312);
}

TEST_F(Calibrate, TheAutismListAloneDoesNotTellStaffFromPrivateAssessments) {
  // "More than one set of assumptions gives the same growth: more capacity with fewer private assessments
  // does" (scenarios/worcestershire/README.md).
  const std::string folder = std::string(SENDCAP_SOURCE_DIR) + "/scenarios/worcestershire/";
  const Answer answer =
      sendcap({"calibrate", folder + "baseline.yaml", "--observed", folder + "observed/autism-list.csv",
               "--fit", "while waiting.private or right-to-choose autism assessment.rate", "--fit",
               "services.autism team.staff", "--set", "clock.until=2025-11-01", "--replications", "10"});
  EXPECT_EQ(answer.exit_code, 2);
  EXPECT_THAT(answer.err, HasSubstr("can not tell"));
  EXPECT_THAT(answer.err, HasSubstr("services.autism team.staff"));
}

}  // namespace
}  // namespace sendcap::testing
