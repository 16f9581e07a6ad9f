#include <gmock/gmock.h>

#include <map>
#include <sstream>

#include "program.hpp"

namespace sendcap::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

// Two children wait when the run starts; one therapist sees them, and those who come, in two days each.
constexpr const char* kOneTherapist = R"(title: One therapist
clock: {start: 2024-02-26, run for: 4 weeks}
districts: {Redditch: {journey within: 10 min}}
demand:
  referrals: {intervals: 7 days, enters: therapy}
services:
  therapist: {kind: team, staff: 1}
pathways:
  therapy:
    outcomes: [helped]
    steps:
      block:
        service: therapist
        time: 2 days
        at start: {children: 2}
)";

std::vector<std::vector<std::string>> table(const std::string& csv) {  // none of these fields needs quotes
  std::vector<std::vector<std::string>> rows;
  std::istringstream lines(csv);
  for (std::string line; std::getline(lines, line);) {
    rows.emplace_back();
    std::istringstream fields(line + ',');
    for (std::string field; std::getline(fields, field, ',');) rows.back().push_back(field);
  }
  return rows;
}

class Trace : public AtTheTerminal {
 protected:
  Trace() {
    write("county.yaml", kSmallCounty);
    write("one.yaml", kOneTherapist);
    write("none.yaml",
          "plan: no therapists\ninterventions:\n"
          "  - {kind: change staffing, team: therapists, by: -2, from: 2025-02-01}\n");
    write("nothing.yaml", "plan: nothing at all\ninterventions: []\n");
  }
};

TEST_F(Trace, TellsAChildsWayInPlainEnglishWithDates) {
  const Answer answer = sendcap({"trace", "one.yaml", "--child", "3"});
  ASSERT_EQ(answer.exit_code, 0) << answer.err;
  EXPECT_THAT(answer.out, StartsWith("One therapist\nChild 3 of "));
  // The first child comes a week after the start, across the leap day, and finds the therapist free.
  EXPECT_THAT(answer.out, HasSubstr("\n4 March 2024       Came by way of referrals, aged "));
  EXPECT_THAT(answer.out, HasSubstr("Began block (therapist) at once.\n"));
  EXPECT_THAT(answer.out, HasSubstr("\n6 March 2024       Finished block.\n"));
  EXPECT_THAT(answer.out, HasSubstr("The case of therapy closed: helped.\n"));
  EXPECT_THAT(answer.err, IsEmpty());
}

TEST_F(Trace, ThoseWaitingAtTheStartAreTheFirstChildren) {
  EXPECT_THAT(sendcap({"trace", "one.yaml", "--child", "1"}).out,
              HasSubstr("\n26 February 2024   Is there when the run starts, aged "));
  EXPECT_THAT(sendcap({"trace", "one.yaml", "--child", "2"}).out,
              HasSubstr("\n28 February 2024   Began block"));
}

TEST_F(Trace, SaysHowManyChildrenCameWhenThereAreNotSoMany) {
  const Answer answer = sendcap({"trace", "one.yaml", "--child", "6"});
  EXPECT_EQ(answer.exit_code, 2);  // two at the start, then one on day 7, 14 and 21
  EXPECT_EQ(answer.err,
            "sendcap: there is no child 6: 5 children came in replication 0 of baseline\n"
            "hint: choose one from 1 to 5 with --child\n");
  EXPECT_THAT(answer.out, IsEmpty());
}

TEST_F(Trace, APlanThatChangesNothingIsSaidTo) {
  const Answer answer = sendcap({"trace", "county.yaml", "--child", "20", "--plan", "nothing.yaml"});
  ASSERT_EQ(answer.exit_code, 0) << answer.err;
  EXPECT_THAT(
      answer.out,
      HasSubstr("Under baseline and under nothing at all: the plan changes nothing for this child.\n"));
}

// The second law of common random numbers, for one child: the plan bites on 1 February.
TEST_F(Trace, LivesPartWhereThePlanTouchesThem) {
  const Answer early = sendcap({"trace", "county.yaml", "--child", "5", "--plan", "none.yaml"});
  EXPECT_THAT(early.out, HasSubstr("the plan changes nothing for this child"));
  const Answer late = sendcap({"trace", "county.yaml", "--child", "100", "--plan", "none.yaml"});
  ASSERT_EQ(late.exit_code, 0) << late.err;
  EXPECT_THAT(late.out, HasSubstr("Under baseline and under no therapists alike:\n"));
  EXPECT_THAT(late.out, HasSubstr("the lives part:\n"));
  EXPECT_THAT(late.out, HasSubstr("baseline                                   │ no therapists\n"));
  EXPECT_THAT(late.out, HasSubstr("Still waiting for block (therapists)"));
  const Answer beside =
      sendcap({"trace", "county.yaml", "--child", "100", "--plan", "nothing.yaml", "none.yaml"});
  EXPECT_THAT(beside.out, HasSubstr("nothing at all                             │ no therapists\n"));
}

TEST_F(Trace, AnotherReplicationHasOtherChildren) {
  const Answer first = sendcap({"trace", "county.yaml", "--child", "1"});
  EXPECT_EQ(first.out, sendcap({"trace", "county.yaml", "--child", "1", "--replication", "0"}).out);
  EXPECT_EQ(first.out, sendcap({"trace", "county.yaml", "--child", "1", "--seed", "1"}).out);
  EXPECT_NE(first.out, sendcap({"trace", "county.yaml", "--child", "1", "--replication", "1"}).out);
  EXPECT_THAT(sendcap({"trace", "county.yaml", "--child", "1", "--replication", "4", "--seed", "9"}).out,
              HasSubstr("in replication 4 (seed 9)"));
}

TEST_F(Trace, AValueCanBeSetFromTheCommandLine) {
  const Answer answer = sendcap({"trace", "one.yaml", "--child", "3", "--set", "services.therapist.staff=0"});
  EXPECT_THAT(answer.out, HasSubstr("Still waiting for block (therapist), 3 weeks so far.\n"));
}

TEST_F(Trace, WhatIsAskedWronglyIsRefused) {
  EXPECT_THAT(sendcap({"trace", "county.yaml"}).err, HasSubstr("--child is required"));
  EXPECT_THAT(sendcap({"trace", "county.yaml", "--child", "0"}).err,
              HasSubstr("--child wants a whole number of at least 1"));
  EXPECT_THAT(sendcap({"trace", "county.yaml", "--child", "1", "--replication", "-1"}).err,
              HasSubstr("--replication wants a whole number"));
  const Answer plans =
      sendcap({"trace", "county.yaml", "--child", "1", "--plan", "none.yaml", "nothing.yaml", "third.yaml"});
  EXPECT_EQ(plans.exit_code, 2);
  EXPECT_THAT(plans.err, HasSubstr("at most two plans can be told side by side"));
  EXPECT_EQ(sendcap({"trace", "nowhere.yaml", "--child", "1"}).exit_code, 2);
  EXPECT_EQ(sendcap({"trace", "county.yaml", "--child", "1", "--events", ""}).exit_code, 2);
}

TEST_F(Trace, TheEventsOfAllChildrenAreWrittenBeside) {
  const Answer answer = sendcap({"trace", "one.yaml", "--child", "3", "--events", "events.csv"});
  ASSERT_EQ(answer.exit_code, 0) << answer.err;
  EXPECT_EQ(answer.out, sendcap({"trace", "one.yaml", "--child", "3"}).out);
  const std::string events = read("events.csv");
  EXPECT_THAT(events,
              StartsWith("plan,replication,time,day,child,arrival,case,activity,pathway,step,what,count,age,"
                         "district,flags\nbaseline,0,2024-02-26T00:00:00,0,"));
  EXPECT_THAT(events, HasSubstr("baseline,0,2024-03-04T00:00:00,7,"));
}

TEST_F(Trace, EventsStandInOrderOfTimeAndEveryChildComesOnce) {
  ASSERT_EQ(
      sendcap({"run", "county.yaml", "--replications", "2", "--quiet", "--events", "events.csv"}).exit_code,
      0);
  const auto rows = table(read("events.csv"));
  ASSERT_GT(rows.size(), 500U);  // about 180 children come in three months, each has several events
  std::map<std::string, int> came;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    ASSERT_EQ(rows[i].size(), rows[0].size());
    EXPECT_EQ(rows[i][1], "0");
    if (i > 1) {
      EXPECT_LE(std::stod(rows[i - 1][3]), std::stod(rows[i][3]));
    }
    if (rows[i][7] == "came")
      ++came[rows[i][4]];
    else
      EXPECT_EQ(came[rows[i][4]], 1) << rows[i][4];
  }
  for (const auto& [child, times] : came) EXPECT_EQ(times, 1) << child;
}

TEST_F(Trace, ARunWritesTheEventsOfEachPlanAndGoesOnAsEver) {
  const std::vector<std::string> order{"run",      "county.yaml", "--plan",         "none.yaml",
                                       "--format", "json",        "--replications", "3"};
  std::vector<std::string> with_events = order;
  with_events.insert(with_events.end(), {"--events", "events.csv"});
  const Answer answer = sendcap(with_events);
  ASSERT_EQ(answer.exit_code, 0) << answer.err;
  EXPECT_EQ(answer.out, sendcap(order).out);
  EXPECT_THAT(answer.err, HasSubstr("Events of replication 0 are in events.csv\n"));
  const std::string events = read("events.csv");
  EXPECT_THAT(events, HasSubstr("\nbaseline,0,"));
  EXPECT_THAT(events, HasSubstr("\nno therapists,0,"));
}

TEST_F(Trace, APlaceThatCanNotBeWrittenToIsTheMachinesFault) {
  const Answer answer = sendcap({"trace", "one.yaml", "--child", "1", "--events", "nowhere/events.csv"});
  EXPECT_EQ(answer.exit_code, 1);
  EXPECT_THAT(answer.err, HasSubstr("can not write 'nowhere/events.csv'"));
  EXPECT_THAT(answer.err, HasSubstr("--events"));
  EXPECT_THAT(answer.out, IsEmpty());
  const Answer full = shell(
      "trap '' XFSZ; ulimit -f 4; exec \"$SENDCAP\" run county.yaml --replications 1 --events events.csv");
  EXPECT_EQ(full.exit_code, 1);
  EXPECT_THAT(full.err, HasSubstr("can not write 'events.csv': File too large"));
  EXPECT_FALSE(exists("events.csv"));
}

TEST_F(Trace, TheShippedCountyCanBeTraced) {
  const std::string scenario = SENDCAP_SOURCE_DIR "/scenarios/worcestershire/baseline.yaml";
  const std::string plan = SENDCAP_SOURCE_DIR "/scenarios/worcestershire/plans/more-paediatric-clinics.yaml";
  const Answer answer = sendcap({"trace", scenario, "--plan", plan, "--child", "1"});
  ASSERT_EQ(answer.exit_code, 0) << answer.err;
  EXPECT_THAT(answer.out, HasSubstr("Is there when the run starts"));
  EXPECT_THAT(answer.out, HasSubstr("district: "));
  EXPECT_THAT(answer.out, Not(HasSubstr("  .")));
}

}  // namespace
}  // namespace sendcap::testing
