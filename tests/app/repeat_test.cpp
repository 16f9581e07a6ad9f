#include <gmock/gmock.h>

#include "program.hpp"

namespace sendcap::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

class Repeat : public AtTheTerminal {
 protected:
  Repeat() { write("county.yaml", kSmallCounty); }
};

TEST_F(Repeat, WritesAScenarioThatSaysWhatItIsAndIsFine) {
  const Answer made = sendcap({"repeat", "county.yaml", "--areas", "2", "--size", "1.5", "--until",
                               "2026-01-01", "--report-every", "year", "--out", "areas.yaml"});
  ASSERT_EQ(made.exit_code, 0) << made.err;
  EXPECT_THAT(made.out, IsEmpty());
  const std::string text = read("areas.yaml");
  EXPECT_THAT(text, StartsWith("# Made by: sendcap repeat county.yaml --areas 2"));
  EXPECT_THAT(text, HasSubstr("county.yaml\n"));
  EXPECT_THAT(text, HasSubstr("none is a real place"));
  EXPECT_THAT(text, HasSubstr("until: 2026-01-01\n  report every: year\n"));
  EXPECT_THAT(text, HasSubstr("'area 2: referrals':\n    rate: 90 per month"));
  const Answer checked = sendcap({"check", "areas.yaml"});
  EXPECT_EQ(checked.out, "areas.yaml: fine\n") << checked.err;
}

TEST_F(Repeat, AnswersOnStandardOutput) {
  const Answer made = sendcap({"repeat", "county.yaml", "--size", "10"});
  ASSERT_EQ(made.exit_code, 0) << made.err;
  EXPECT_THAT(made.out, HasSubstr("One world, 10 times as large"));
  write("ten.yaml", made.out);
  EXPECT_EQ(sendcap({"check", "ten.yaml"}).exit_code, 0);
}

TEST_F(Repeat, ThePopulationOfAllAreasTogetherSetsTheirSize) {
  const Answer unknown = sendcap({"repeat", "county.yaml", "--population", "1,000"});
  EXPECT_EQ(unknown.exit_code, 2);
  EXPECT_THAT(unknown.err,
              HasSubstr("--population needs a scenario that gives the `population` of its districts"));
  const Answer made = sendcap({"repeat", "county.yaml", "--set", "districts.Redditch.population=500",
                               "--areas", "4", "--population", "1,000"});
  ASSERT_EQ(made.exit_code, 0) << made.err;
  EXPECT_THAT(made.out, HasSubstr("the smallest 0.5 and the largest 0.5 times"));
}

TEST_F(Repeat, TellsWhatBecameNothing) {
  const Answer made =
      sendcap({"repeat", "county.yaml", "--set", "districts.Redditch.population=1", "--size", "0.1"});
  EXPECT_EQ(made.exit_code, 0);
  EXPECT_THAT(made.err, HasSubstr("1 whole number"));
}

TEST_F(Repeat, WhatIsWrongIsSaid) {
  const auto complaint = [&](std::vector<std::string> options) {
    options.insert(options.begin(), {"repeat", "county.yaml"});
    const Answer answer = sendcap(options);
    EXPECT_EQ(answer.exit_code, 2);
    EXPECT_THAT(answer.out, IsEmpty());
    return answer.err;
  };
  EXPECT_THAT(complaint({"--areas", "0"}),
              HasSubstr("--areas wants a whole number of at least 1 and at most 1000"));
  EXPECT_THAT(complaint({"--size", "-2"}), HasSubstr("--size wants a number above 0"));
  EXPECT_THAT(complaint({"--size", "2", "--population", "9"}), HasSubstr("give one of them"));
  EXPECT_THAT(complaint({"--until", "2024-01-01"}), HasSubstr("--until wants a date after 2025-01-01"));
  EXPECT_THAT(complaint({"--report-every", "yaer"}), HasSubstr("did you mean 'year'?"));
  EXPECT_THAT(complaint({"--areas", "2", "--spread", "9"}),
              HasSubstr("--spread wants a number above 0 and at most 3"));
  EXPECT_THAT(complaint({"--spread", "0.5"}), HasSubstr("there is only one"));
  EXPECT_THAT(complaint({"--areas", ""}), HasSubstr("--areas was given nothing"));
  EXPECT_THAT(sendcap({"repeat", "cuonty.yaml"}).err, HasSubstr("did you mean"));
}

// A name can be one of the user's own files, a link to one, or no file at all.
TEST_F(Repeat, LosesNothingThatStandsWhereItWrites) {
  const std::string own = read("county.yaml");
  const Answer same = sendcap({"repeat", "county.yaml", "--areas", "2", "--out", "./county.yaml"});
  EXPECT_EQ(same.exit_code, 2);
  EXPECT_THAT(same.err, HasSubstr("--out would overwrite 'county.yaml'"));
  EXPECT_EQ(read("county.yaml"), own);

  ASSERT_EQ(shell("ln -s target.yaml link.yaml && mkfifo pipe").exit_code, 0);
  ASSERT_EQ(sendcap({"repeat", "county.yaml", "--size", "2", "--out", "link.yaml"}).exit_code, 0);
  EXPECT_EQ(shell("test -L link.yaml && test -f target.yaml").exit_code, 0);
  const Answer piped = shell("\"$SENDCAP\" repeat county.yaml --size 2 --out pipe & cat pipe; wait");
  EXPECT_THAT(piped.out, HasSubstr("2 times as large"));
  EXPECT_EQ(shell("test -p pipe").exit_code, 0);
}

}  // namespace
}  // namespace sendcap::testing
