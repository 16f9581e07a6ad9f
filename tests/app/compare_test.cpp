#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "program.hpp"

// Plans compared, as a commissioner types it.

namespace sendcap::testing {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

// Two services that have nothing to do with each other, both with too much to do.
constexpr const char* kTwoServices = R"(title: Two services
clock: {start: 2025-01-01, run for: 1 year}
milestones: {inspection: {date: 2025-10-01}}
targets:
  a short list: {measure: waiting, subject: therapy, at: inspection, at most: 20}
districts: {Redditch: {}, Bromsgrove: {}}
demand:
  therapy referrals: {rate: 25 per month, enters: therapy}
  clinic referrals: {rate: 90 per month, enters: paediatrics}
services:
  therapists: {kind: team, staff: 2, cost: "£50,000", paid by: NHS}
  clinic: {kind: clinic, sessions: 4 per week, slots: {new: {per session: 4}}, cost: "£900", paid by: NHS}
pathways:
  therapy: {steps: {block: {service: therapists, time: {kind: exponential, mean: 3 days}}}}
  paediatrics: {steps: {appointment: {service: clinic}}}
)";
constexpr const char* kOneMore = R"(plan: one therapist more
interventions:
  - {kind: change staffing, team: therapists, by: 1, from: 2025-03-01}
)";
constexpr const char* kClinics = R"(plan: a clinic more
interventions:
  - {kind: add clinic sessions, clinic: clinic, sessions: 1 per week, from: 2025-03-01}
)";
constexpr const char* kNothing = "plan: nothing at all\ninterventions: []\n";

class Compare : public AtTheTerminal {
 protected:
  Compare() {
    write("county.yaml", kTwoServices);
    write("one.yaml", kOneMore);
    write("clinics.yaml", kClinics);
    write("nothing.yaml", kNothing);
  }
};

TEST_F(Compare, TellsInPlainEnglishWhatAPlanChangesAndWhatItDoesNot) {
  const Answer answer = sendcap({"compare", "county.yaml", "one.yaml", "--replications", "20"});
  EXPECT_EQ(answer.exit_code, 0) << answer.err;
  EXPECT_THAT(answer.err, IsEmpty());
  EXPECT_THAT(answer.out,
              AllOf(StartsWith("Two services\n"), HasSubstr("fewer children are waiting for therapy on"),
                    HasSubstr("Exactly the same: the list for paediatrics")));
}

TEST_F(Compare, FitsATerminalOf80Columns) {
  const Answer answer =
      sendcap({"compare", "county.yaml", "one.yaml", "clinics.yaml", "--replications", "20"});
  std::istringstream lines(answer.out);
  for (std::string line; std::getline(lines, line);) {
    const auto letters = std::count_if(line.begin(), line.end(), [](char byte) {
      return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
    });
    EXPECT_LE(letters, 80) << line;
  }
}

// The first desk sees 20 children a month and then all 30 who come; the second can see 22. So some eight a
// month gather before the second for ten months: the list of the pathway falls, and part of it has only moved
// on.
TEST_F(Compare, AQueueThatAPlanLengthensIsTold) {
  write("desks.yaml", R"(title: Two desks
clock: {start: 2025-01-01, run for: 1 year}
demand:
  new: {rate: 30 per month, enters: visit}
services:
  first desk: {kind: team, staff: 1}
  second desk: {kind: team, staff: 1}
pathways:
  visit:
    steps:
      seen: {service: first desk, time: {kind: exponential, mean: 1.5 days}}
      seen again: {service: second desk, time: {kind: exponential, mean: 1.4 days}}
)");
  write("more.yaml",
        "plan: one more at the first desk\ninterventions:\n"
        "  - {kind: change staffing, team: first desk, by: 1, from: 2025-03-01}\n");
  const Answer answer =
      sendcap({"compare", "desks.yaml", "more.yaml", "--replications", "20", "--out", "found"});
  EXPECT_EQ(answer.exit_code, 0) << answer.err;
  EXPECT_THAT(answer.out, HasSubstr("more children are in the queue of the service “second desk”"));
  EXPECT_THAT(answer.out, Not(HasSubstr("queue of the service “first desk”")));
  const std::string written = read("found/comparison.json");
  EXPECT_THAT(written, HasSubstr("in the queue of the service “second desk” on 2026-01-01"));
  // Beside the gain too, as often as it is told; with no cost of a child fewer.
  const auto plan = nlohmann::json::parse(written)["plans"][1];
  ASSERT_EQ(plan["moved_on"].size(), 1U);
  EXPECT_EQ(plan["moved_on"][0]["list"], "visit");
  EXPECT_EQ(plan["moved_on"][0]["later"], "second desk");
  const std::string but = plan["moved_on"][0]["words"];
  EXPECT_THAT(but, HasSubstr("more then wait for “second desk”"));
  EXPECT_THAT(plan["findings"],
              Contains(AllOf(HasSubstr("fewer children are waiting for visit"), HasSubstr(but))));
  // The list of the desk that the plan names is what the plan is for, and comes first.
  EXPECT_THAT(std::string(plan["findings"][0]), HasSubstr("fewer children are waiting for visit"));
  EXPECT_THAT(answer.out, HasSubstr("the list for visit: A is best, but"));
  EXPECT_THAT(answer.out, Not(HasSubstr("child fewer on")));
}

TEST_F(Compare, TheCostOfAChildFewerIsToldWhereNothingHasMovedOn) {
  const Answer answer = sendcap({"compare", "county.yaml", "one.yaml", "--replications", "20"});
  EXPECT_THAT(answer.out, HasSubstr("for each child fewer on the list for therapy"));
}

TEST_F(Compare, TellsOfATargetWhatIsWanted) {
  const Answer answer =
      sendcap({"compare", "county.yaml", "one.yaml", "--replications", "5", "--out", "targets"});
  EXPECT_THAT(answer.out, HasSubstr("a short list: at most 20 children wanted\n"));
  const auto target = nlohmann::json::parse(read("targets/comparison.json"))["plans"][1]["targets"][0];
  EXPECT_EQ(target["at_most"], 20);
  EXPECT_TRUE(target["at_least"].is_null());
  EXPECT_EQ(target["unit"], "children");
}

TEST_F(Compare, APlanThatChangesNothingIsSaidTo) {
  const Answer answer = sendcap({"compare", "county.yaml", "nothing.yaml", "--replications", "5"});
  EXPECT_THAT(answer.out, AllOf(HasSubstr("Nothing changes at all."), Not(HasSubstr("Unclear"))));
}

TEST_F(Compare, AChangeAfterTheEndOfTheRunIsWarnedOf) {
  write("late.yaml",
        "plan: too late\ninterventions:\n"
        "  - {kind: change staffing, team: therapists, by: 1, from: 2030-03-01}\n");
  const Answer answer = sendcap({"compare", "county.yaml", "late.yaml", "--replications", "5"});
  EXPECT_EQ(answer.exit_code, 0);
  EXPECT_THAT(answer.err, AllOf(HasSubstr("late.yaml:3:"), HasSubstr("begins after the end of the run")));
}

TEST_F(Compare, PlansThatCanNotBeToldApartAreNotRanked) {
  write("same.yaml",
        "plan: one therapist more, again\ninterventions:\n"
        "  - {kind: change staffing, team: therapists, by: 1, from: 2025-03-01}\n");
  const Answer answer = sendcap({"compare", "county.yaml", "one.yaml", "same.yaml", "--replications", "20"});
  EXPECT_THAT(answer.out, HasSubstr("not to be told apart: A, B"));
}

TEST_F(Compare, EachPlanIsBestAtWhatItIsFor) {
  const Answer answer = sendcap(
      {"compare", "county.yaml", "one.yaml", "clinics.yaml", "--replications", "20", "--format", "json"});
  ASSERT_EQ(answer.exit_code, 0) << answer.err;
  const auto document = nlohmann::json::parse(answer.out);
  EXPECT_EQ(document["replications"], 20);
  std::map<std::string, nlohmann::json> at_end;
  for (const auto& outcome : document["outcomes"])
    if (outcome["measure"] == "waiting" && outcome["kind"] == "pathway" && outcome["date"] == "2026-01-01")
      at_end[outcome["service"]] = outcome;
  EXPECT_EQ(at_end["therapy"]["not_beaten"], nlohmann::json({"one therapist more"}));
  EXPECT_EQ(at_end["paediatrics"]["not_beaten"], nlohmann::json({"a clinic more"}));
  EXPECT_EQ(at_end["paediatrics"]["differences"][0]["verdict"], "same");
  // One therapist from March to December, 306 of 365.25 days at £50,000.
  EXPECT_NEAR(document["plans"][1]["extra_cost"]["mean"].get<double>(), 50000 * 306 / 365.25, 1);
}

TEST_F(Compare, WritesWhatItFoundIntoAFolder) {
  const Answer answer =
      sendcap({"compare", "county.yaml", "one.yaml", "--replications", "5", "--out", "results"});
  EXPECT_EQ(answer.exit_code, 0);
  EXPECT_THAT(files_in("results"),
              ElementsAre("comparison.csv", "comparison.json", "comparison.txt", "record.md", "world.json"));
  EXPECT_EQ(read("results/comparison.txt"), answer.out);
  EXPECT_THAT(read("results/comparison.csv"), StartsWith("plan,date,measure,"));
}

TEST_F(Compare, TheNumberOfThreadsChangesNothing) {
  const std::vector<std::string> command{"compare",      "county.yaml",    "one.yaml",
                                         "clinics.yaml", "--replications", "9"};
  std::vector<std::string> one = command;
  one.insert(one.end(), {"--threads", "1"});
  std::vector<std::string> five = command;
  five.insert(five.end(), {"--threads", "5"});
  EXPECT_EQ(sendcap(one).out, sendcap(five).out);
}

TEST_F(Compare, GoesOnUntilItIsSureEnoughAndSaysSo) {
  const Answer answer = sendcap({"compare", "county.yaml", "one.yaml", "--precision", "10%"});
  EXPECT_EQ(answer.exit_code, 0);
  EXPECT_THAT(answer.out, HasSubstr("Stopped as the precision of ±10.0% was reached"));
  const Answer time = sendcap({"compare", "county.yaml", "one.yaml", "--time", "0.2s"});
  EXPECT_THAT(time.out, HasSubstr("Stopped as the time of 0.2 s was over"));
}

TEST_F(Compare, WhatIsAskedWronglyIsRefused) {
  EXPECT_THAT(sendcap({"compare", "county.yaml"}).err, HasSubstr("PLAN is required"));
  const Answer both = sendcap({"compare", "county.yaml", "one.yaml", "--replications", "5", "--time", "5s"});
  EXPECT_EQ(both.exit_code, 2);
  EXPECT_THAT(both.err, HasSubstr("--replications excludes --precision and --time"));
  EXPECT_EQ(sendcap({"compare", "county.yaml", "one.yaml", "--replications", "1"}).exit_code, 2);
  EXPECT_THAT(sendcap({"compare", "county.yaml", "one.yaml", "one.yaml"}).err,
              HasSubstr("two plans are called"));
  EXPECT_THAT(sendcap({"compare", "county.yaml", "on.yaml"}).err, HasSubstr("did you mean 'one.yaml'?"));
  write(
      "wrong.yaml",
      "plan: wrong\ninterventions:\n  - {kind: change staffing, team: therapist, by: 1, from: 2025-03-01}\n");
  const Answer wrong = sendcap({"compare", "county.yaml", "wrong.yaml"});
  EXPECT_EQ(wrong.exit_code, 2);
  EXPECT_THAT(wrong.err, AllOf(HasSubstr("wrong.yaml:3:"), HasSubstr("did you mean 'therapists'?")));
  EXPECT_THAT(wrong.out, IsEmpty());
}

}  // namespace
}  // namespace sendcap::testing
