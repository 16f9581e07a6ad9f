#include "sendcap/report/story.hpp"

#include <gmock/gmock.h>

#include <sstream>
#include <vector>

#include "report/shown_number.hpp"
#include "traced.hpp"

namespace sendcap::report {
namespace {

using model::Happening;
using testing::a_child;
using testing::a_traced_world;
using testing::at_start;
using testing::happens;
using ::testing::HasSubstr;
using ::testing::Not;

using Records = std::vector<model::TraceRecord>;

// The story of the child of this world to whom these things happen.
Story story_of(const model::Model& world, const Records& records) {
  Story story(world, 3);
  for (const model::TraceRecord& record : records) story.note(record, a_child());
  return story;
}

std::string told(const Records& records) {
  const model::Model world = a_traced_world();
  const Story story = story_of(world, records);
  return story_text({}, {{"baseline", &story}});
}

std::string told(const Records& baseline, const Records& plan) {
  const model::Model world = a_traced_world();
  const Story first = story_of(world, baseline);
  const Story second = story_of(world, plan);
  return story_text({}, {{"baseline", &first}, {"more staff", &second}});
}

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

// Referred on 12 March 2024, seen after so many days.
Records assessed_after(double days) {
  return {happens(71, Happening::came, {}, "autism referrals"),
          happens(71, Happening::opened, "assessment", "autism assessment"),
          happens(71, Happening::joined, "assessment", {}, 41),
          happens(71 + days, Happening::began, "assessment"),
          happens(72 + days, Happening::finished, "assessment"),
          happens(72 + days, Happening::closed, "assessment", "autism"),
          happens(72 + days, Happening::gone)};
}

TEST(Story, OneChildsWayInPlainEnglishWithDates) {
  EXPECT_EQ(
      told(assessed_after(100)),
      "A small county\n"
      "Child 3 of 3 in replication 0 (seed 1): 3fa09c01-00000011\n"
      "district: Redditch; need: autism\n"
      "\n"
      "Under baseline:\n"
      "\n"
      "12 March 2024      Came by way of autism referrals, aged 6.\n"
      "                   A case opened: autism assessment.\n"
      "                   Joined the queue for assessment (autism team), where 41 children were waiting\n"
      "                   already.\n"
      "20 June 2024       Began assessment (autism team), after waiting 14 weeks.\n"
      "21 June 2024       Finished assessment.\n"
      "                   The case of autism assessment closed: autism.\n"
      "                   Nothing is open for the child any more.\n");
}

TEST(Story, DatesAreRightAcrossALeapDayAndAfterAWarmUp) {
  const Records records{happens(59, Happening::came, {}, "autism referrals"), happens(60, Happening::gone)};
  EXPECT_THAT(told(records), HasSubstr("29 February 2024   Came"));
  EXPECT_THAT(told(records), HasSubstr("1 March 2024       Nothing"));
  model::Model world = a_traced_world();
  world.begin -= 365;  // a warm-up of a year before 1 January 2024
  world.warm_up = 365;
  world.end += 365;
  const Story story = story_of(world, records);
  EXPECT_THAT(story_text({}, {{"baseline", &story}}), HasSubstr("1 March 2023       Came"));
}

TEST(Story, KeepsTheRecordsOfOneChildOnly) {
  const model::Model world = a_traced_world();
  Story story(world, 3);
  model::TraceRecord other = happens(1, Happening::came, {}, "autism referrals");
  other.arrival = 4;
  other.number = 18;
  story.note(happens(1, Happening::came, {}, "autism referrals"), a_child());
  story.note(other, a_child());
  ASSERT_EQ(story.records().size(), 1U);
  EXPECT_EQ(story.records()[0].number, 17U);
  EXPECT_EQ(story.children(), 4U);
}

TEST(Story, AKnownChildIsFoundAgainWhateverItsTurnToCome) {
  const model::Model world = a_traced_world();
  const model::TraceRecord first = happens(1, Happening::came, {}, "autism referrals");
  model::TraceRecord later = first;
  later.arrival = 5;
  model::TraceRecord other_source = first;
  other_source.source = 1;
  Story story(world, ChildKey{first.source, first.number});
  story.note(other_source, a_child());
  story.note(later, a_child());
  ASSERT_EQ(story.records().size(), 1U);
  EXPECT_EQ(story.records()[0].arrival, 5U);
}

TEST(Story, AnUnknownChildIsNotFoundAndTheChildrenAreCounted) {
  const model::Model world = a_traced_world();
  Story story(world, 9);
  for (const model::TraceRecord& record : assessed_after(1)) story.note(record, a_child());
  EXPECT_FALSE(story.child());
  EXPECT_EQ(story.children(), 3U);
  EXPECT_EQ(story_text({}, {{"baseline", &story}}), "Under baseline this child never comes.\n\n");
}

TEST(Story, WhoIsThereWhenTheRunStartsHasWaitedBefore) {
  const std::string text = told({at_start(happens(0, Happening::came, {}, "at start")),
                                 at_start(happens(0, Happening::opened, "assessment", "autism assessment")),
                                 at_start(happens(0, Happening::joined, "assessment", {}, 1)),
                                 happens(63, Happening::began, "assessment")});
  EXPECT_THAT(text, HasSubstr("1 January 2024     Is there when the run starts, aged 6.\n"));
  EXPECT_THAT(text, HasSubstr("A case is open: autism assessment.\n"));
  EXPECT_THAT(text,
              HasSubstr("Is already in the queue for assessment (autism team), where 1 child was waiting"));
  EXPECT_THAT(text, HasSubstr("Began assessment (autism team), after waiting another 9 weeks.\n"));
}

TEST(Story, WhoIsKnownToHaveWaitedBeforeTheRunHasWaitedThatMuchLonger) {
  const std::string text =
      told({at_start(happens(0, Happening::came, {}, "at start")),
            at_start(happens(0, Happening::opened, "assessment", "autism assessment"), -31),
            at_start(happens(0, Happening::joined, "assessment", {}, 1), -21),
            happens(63, Happening::began, "assessment")});
  EXPECT_THAT(text, HasSubstr("A case has been open since 1 December 2023: autism assessment.\n"));
  EXPECT_THAT(text,
              HasSubstr("Has been waiting for assessment (autism team) since 11 December 2023 (3 weeks); "
                        "1\n                   child was waiting already.\n"));
  EXPECT_THAT(text, HasSubstr("Began assessment (autism team), after waiting 12 weeks.\n"));
}

TEST(Story, WhoIsSeenOnTheFirstDayWasInTheQueueBefore) {
  const std::string text = told({at_start(happens(0, Happening::came, {}, "at start")),
                                 at_start(happens(0, Happening::joined, "assessment", {}, 0), -21),
                                 happens(0, Happening::began, "assessment")});
  EXPECT_THAT(text, HasSubstr("since 11 December 2023 (3 weeks);\n                   nobody"));
  EXPECT_THAT(text, HasSubstr("Began assessment (autism team), after waiting 3 weeks.\n"));
}

TEST(Story, WhoWaitsForAPlaceOrThinksItOverAtTheStartHasDoneSoSinceADay) {
  const std::string text =
      told({at_start(happens(0, Happening::came, {}, "at start")),
            at_start(happens(0, Happening::joined, "school", "a place", 7), -70),
            at_start(happens(0, Happening::began, "thinking it over", "thinking it over"), -14),
            happens(28, Happening::placed, {}, "Hill School")});
  EXPECT_THAT(text, HasSubstr("Has been waiting for a place since 23 October 2023 (10 weeks); 7 children"));
  EXPECT_THAT(text,
              HasSubstr("A wait has been under way since 18 December 2023 (2 weeks): thinking it over.\n"));
  EXPECT_THAT(text, HasSubstr("Was placed in Hill School, after waiting 14 weeks.\n"));
}

TEST(Story, WhoIsSeenAtOnceStandsInNoQueue) {
  const std::string text =
      told({happens(5, Happening::came, {}, "autism referrals"),
            happens(5, Happening::joined, "assessment", {}, 0), happens(5, Happening::began, "assessment")});
  EXPECT_THAT(text, HasSubstr("Began assessment (autism team) at once.\n"));
  EXPECT_THAT(text, Not(HasSubstr("queue")));
}

TEST(Story, SaysWhatTheChildIsDoingWhenTheRunEnds) {
  const model::TraceRecord came = happens(71, Happening::came, {}, "autism referrals");
  EXPECT_THAT(told({came, happens(71, Happening::joined, "assessment", {}, 0)}),
              HasSubstr("1 January 2025     The run ends.\n"
                        "                   Still waiting for assessment (autism team), 42 weeks so far.\n"));
  EXPECT_THAT(told({came, happens(71, Happening::began, "assessment")}),
              HasSubstr("Still under way: assessment (autism team).\n"));
  EXPECT_THAT(told({came, happens(71, Happening::joined, "school", {}, 2),
                    happens(90, Happening::placed, {}, "Hill School"),
                    happens(90, Happening::finished, "school", "school"),
                    happens(90, Happening::closed, "school", "placed")}),
              HasSubstr("The child is placed in Hill School.\n"));
  EXPECT_THAT(told(assessed_after(1)), Not(HasSubstr("The run ends")));
}

TEST(Story, TellsOfPlacesAndWhyThereWasNone) {
  Records records{happens(0, Happening::came, {}, "transfers"),
                  happens(0.5, Happening::joined, "school", {}, 12)};
  for (const double round : {28, 56, 84, 112})
    records.push_back(happens(round, Happening::not_placed, "school", "every place is taken"));
  records.push_back(happens(140, Happening::not_placed, "school", "too far away"));
  records.push_back(happens(168, Happening::offered, "school", "Hill School"));
  records.push_back(happens(244, Happening::left_place, {}, "Low School"));
  records.push_back(happens(244, Happening::placed, {}, "Hill School"));
  records.push_back(happens(244, Happening::finished, "school", "school"));
  const std::string text = told(records);
  EXPECT_EQ(
      text.substr(text.find("1 January 2024")),
      "1 January 2024     Came by way of transfers, aged 6.\n"
      "                   Began to wait for a place, for which 12 children were waiting already.\n"
      "29 January 2024    Was given no place in this round: every place is taken. The same in the next 3\n"
      "                   rounds, until 22 April 2024.\n"
      "20 May 2024        Was given no place in this round: too far away.\n"
      "17 June 2024       Was offered a place for September: Hill School.\n"
      "1 September 2024   Left Low School.\n"
      "                   Was placed in Hill School, after waiting 34 weeks.\n"
      "1 January 2025     The run ends.\n"
      "                   The child is placed in Hill School.\n");
}

TEST(Story, APlaceTakenMeanwhileDoesNotEndTheWaitForAnother) {
  const std::string text =
      told({happens(0.5, Happening::came, {}, "transfers"), happens(0.5, Happening::joined, "school", {}, 12),
            happens(7.5, Happening::placed, {}, "home education")});
  EXPECT_THAT(text, HasSubstr("Still waiting for a place, 52 weeks so far."));
  EXPECT_THAT(text, HasSubstr("The child is placed in home education."));
}

TEST(Story, WhoIsPlacedAtTheStartIsThereAlready) {
  EXPECT_THAT(told({at_start(happens(0, Happening::came, {}, "at start")),
                    at_start(happens(0, Happening::placed, {}, "Hill School"))}),
              HasSubstr("Is placed in Hill School.\n"));
}

TEST(Story, TellsOfEverythingThatCanHappen) {
  const std::string text = told(
      {happens(1, Happening::came, {}, "autism referrals"), happens(2, Happening::not_brought, "assessment"),
       happens(3, Happening::raised, "assessment", "taken into care"),
       happens(4, Happening::flag_gained, {}, "plan holder"),
       happens(5, Happening::flag_lost, {}, "plan holder"),
       happens(6, Happening::struck, "assessment", "private assessment"),
       happens(7, Happening::began, "thinking it over"), happens(8, Happening::finished, "thinking it over"),
       happens(9, Happening::closed, "assessment", "moved away")});
  for (const std::string sentence :
       {"Was not brought to assessment (autism team).", "Was raised in priority: taken into care.",
        "From now on: plan holder.", "No longer: plan holder.",
        "Meanwhile this happened: private assessment.", "A wait began: thinking it over.",
        "The wait ended: thinking it over.",
        "The case of autism assessment closed without an outcome: moved away."})
    EXPECT_THAT(text, HasSubstr(sentence));
}

TEST(Story, TheNextSentencesAboutAnotherPathwayNameIt) {
  Records records = assessed_after(10);
  records.pop_back();
  model::TraceRecord therapy = happens(90, Happening::joined, "block", {}, 0);
  therapy.pathway = "therapy";
  records.push_back(therapy);
  therapy.happening = Happening::not_brought;
  records.push_back(therapy);
  const std::string text = told(records);
  EXPECT_EQ(text.substr(text.find("22 March 2024")),
            "22 March 2024      Began assessment (autism team), after waiting 10 days.\n"
            "23 March 2024      Finished assessment.\n"
            "                   The case of autism assessment closed: autism.\n"
            "31 March 2024      therapy: Joined the queue for block, where nobody else was waiting.\n"
            "                   Was not brought to block.\n"
            "1 January 2025     The run ends.\n"
            "                   Still waiting for block, 39 weeks so far.\n");
  EXPECT_THAT(text, HasSubstr("autism assessment: Joined the queue for assessment (autism team)"));
}

TEST(TwoStories, ThatDoNotDifferAreToldOnce) {
  const std::string text = told(assessed_after(100), assessed_after(100));
  EXPECT_THAT(text,
              HasSubstr("Under baseline and under more staff: the plan changes nothing for this child.\n"));
  EXPECT_THAT(text, HasSubstr("20 June 2024       Began assessment"));
  EXPECT_THAT(text, Not(HasSubstr("│")));
}

TEST(TwoStories, PartOnADayAndGoOnSideBySide) {
  const std::string text = told(assessed_after(100), assessed_after(30));
  EXPECT_EQ(
      text.substr(text.find("Under baseline")),
      "Under baseline and under more staff alike:\n"
      "\n"
      "12 March 2024      Came by way of autism referrals, aged 6.\n"
      "                   A case opened: autism assessment.\n"
      "                   Joined the queue for assessment (autism team), where 41 children were waiting\n"
      "                   already.\n"
      "\n"
      "From 11 April 2024 the lives part:\n"
      "\n"
      "             baseline                                   │ more staff\n"
      "11 Apr 2024                                             │ Began assessment (autism team), after\n"
      "                                                        │ waiting 4 weeks.\n"
      "12 Apr 2024                                             │ Finished assessment.\n"
      "                                                        │ The case of autism assessment closed:\n"
      "                                                        │ autism.\n"
      "                                                        │ Nothing is open for the child any more.\n"
      "20 Jun 2024  Began assessment (autism team), after      │\n"
      "             waiting 14 weeks.                          │\n"
      "21 Jun 2024  Finished assessment.                       │\n"
      "             The case of autism assessment closed:      │\n"
      "             autism.                                    │\n"
      "             Nothing is open for the child any more.    │\n");
}

TEST(TwoStories, WhatHappensOnTheSameDayStandsInOneRow) {
  Records plan = assessed_after(100);
  plan[5].what = "no autism";
  const std::string text = told(assessed_after(100), plan);
  EXPECT_THAT(text, HasSubstr("From 21 June 2024 the lives part:"));
  EXPECT_THAT(text, HasSubstr("21 Jun 2024  The case of autism assessment closed:      │ The case of autism "
                              "assessment closed: no\n"));
}

TEST(TwoStories, AShorterQueueAloneIsSaidToBeNoMore) {
  Records plan = assessed_after(100);
  plan[2].count = 5;
  const std::string text = told(assessed_after(100), plan);
  EXPECT_THAT(text, HasSubstr("The same happens on the same days under both plans; only how many others wait "
                              "differs:\n"));
  EXPECT_THAT(text, HasSubstr("│ team), where 5 children were waiting\n"));
}

TEST(TwoStories, WhoIsSeenAtOncePartsFromWhoStaysInTheQueue) {
  Records baseline = assessed_after(0);
  Records plan = assessed_after(10);
  const std::string text = told(baseline, plan);
  EXPECT_THAT(text, HasSubstr("                   A case opened: autism assessment.\n\n"
                              "From 12 March 2024 the lives part:\n"));
  EXPECT_THAT(text,
              HasSubstr("12 Mar 2024  Began assessment (autism team) at once.    │ Joined the queue for "
                        "assessment (autism\n"));
}

TEST(TwoStories, ThatTheChildHasAnotherNumberInTheQueueOfCasesDoesNotMatter) {
  Records plan = assessed_after(100);
  for (model::TraceRecord& record : plan)
    if (record.case_number > 0) record.case_number = 99;
  EXPECT_THAT(told(assessed_after(100), plan), HasSubstr("the plan changes nothing for this child"));
}

TEST(TwoStories, RoundsWithoutAPlaceAreCountedFromTheDayTheLivesPart) {
  Records baseline{happens(0, Happening::came, {}, "transfers"), happens(1, Happening::joined, "school")};
  for (const double round : {28, 56, 84, 112})
    baseline.push_back(happens(round, Happening::not_placed, "school", "every place is taken"));
  Records plan(baseline.begin(), baseline.begin() + 4);
  plan.push_back(happens(84, Happening::placed, {}, "New Base"));
  plan.push_back(happens(84, Happening::finished, "school", "school"));
  const std::string text = told(baseline, plan);
  EXPECT_EQ(
      text.substr(text.find("29 January 2024")),
      "29 January 2024    Was given no place in this round: every place is taken. The same in the next\n"
      "                   round, until 26 February 2024.\n"
      "\n"
      "From 25 March 2024 the lives part:\n"
      "\n"
      "             baseline                                   │ more staff\n"
      "25 Mar 2024  Was given no place in this round: every    │ Was placed in New Base, after waiting 11\n"
      "             place is taken. The same in the next       │ weeks.\n"
      "             round, until 22 April 2024.                │\n"
      "1 Jan 2025   The run ends.                              │ The run ends.\n"
      "             Still waiting for a place, 52 weeks so     │ The child is placed in New Base.\n"
      "             far.                                       │\n");
}

TEST(TwoStories, FitHundredColumns) {
  model::Model world = a_traced_world();
  world.steps[0].name = "a first appointment with a doctor and the whole of the team around the child";
  Records baseline = assessed_after(100);
  for (model::TraceRecord& record : baseline)
    if (!record.step.empty()) record.step = world.steps[0].name;
  Records plan = baseline;
  plan[3].time -= 7;
  const Story first = story_of(world, baseline);
  const Story second = story_of(world, plan);
  for (const std::string& line : lines_of(story_text({}, {{"baseline", &first}, {"more staff", &second}})))
    EXPECT_LE(width(line), 100U) << line;
}

TEST(TwoStories, AChildWhoComesUnderOnePlanOnlyIsToldAlone) {
  const model::Model world = a_traced_world();
  const Story first = story_of(world, assessed_after(3));
  const Story second = story_of(world, {});
  const std::string text = story_text({}, {{"baseline", &first}, {"less demand", &second}});
  EXPECT_THAT(text, HasSubstr("Under less demand this child never comes.\n"));
  EXPECT_THAT(text, HasSubstr("Under baseline:\n"));
  EXPECT_THAT(text, Not(HasSubstr("part:")));
}

}  // namespace
}  // namespace sendcap::report
