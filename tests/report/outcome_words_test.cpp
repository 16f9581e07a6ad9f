// What is told of outcomes, and pounds as people are shown them.

#include "report/outcome_words.hpp"

#include <gtest/gtest.h>

namespace sendcap::report {
namespace {

// Half of the interval is £408,676.5, so pounds are known to ten thousands.
TEST(Pounds, AreNoMorePreciseThanTheirInterval) {
  EXPECT_EQ(pounds_shown({469'358, 60'682, 878'035}), "£470,000 (£60,000 to £880,000)");
  EXPECT_EQ(pounds_shown({-392'044, -486'442, -297'647}), "−£392,000 (−£486,000 to −£298,000)");
  EXPECT_EQ(pounds_shown({975, 126, 1'821}), "£980 (£130 to £1,820)");
  EXPECT_EQ(pounds_shown({61'200, 61'196, 61'204}), "£61,200 (£61,196 to £61,204)");
}

TEST(Pounds, ThatAreKnownAreShownWhole) {
  EXPECT_EQ(pounds_shown({256'512, 256'512, 256'512}), "£256,512");
  EXPECT_EQ(pounds_shown({256'512, 256'511.9, 256'512.1}), "£256,512");
}

TEST(OutcomeWords, TellPathwaysAndClocksInPlainEnglish) {
  experiment::Outcome outcome;
  outcome.subject_kind = model::SubjectKind::pathway;
  outcome.subject = "autism assessment";
  EXPECT_EQ(topic(outcome), "the list for autism assessment");
  outcome.measure = model::MeasureId::overdue;
  outcome.subject_kind = model::SubjectKind::clock;
  outcome.subject = "assessment: final plan";
  EXPECT_EQ(topic(outcome), "cases overdue (assessment: final plan)");
  EXPECT_EQ(pathway_of_clock(outcome), "assessment");
}

}  // namespace
}  // namespace sendcap::report
