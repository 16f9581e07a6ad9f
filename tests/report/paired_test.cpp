#include "sendcap/report/paired.hpp"

#include <gtest/gtest.h>

#include "hand_made.hpp"

namespace sendcap::report {
namespace {

using model::MeasureId;
using model::SubjectKind;
using testing::HandMade;
using testing::kNoValue;

HeadlineRecord recorded(const HandMade& world) {
  HeadlineRecord record(world.model().layout);
  for (const model::Measures& measures : world.replications()) record.add(measures);
  return record;
}

TEST(PairedDifferences, ComparesReplicationByReplication) {
  HandMade baseline;
  baseline.add(MeasureId::waiting, SubjectKind::service, "desk",
               {{{0, 0, 100, kNoValue}}, {{0, 0, 300, kNoValue}}});
  HandMade plan;
  plan.add(MeasureId::waiting, SubjectKind::service, "desk",
           {{{0, 0, 90, kNoValue}}, {{0, 0, 290, kNoValue}}});
  const auto differences = paired_differences(recorded(baseline), recorded(plan));
  ASSERT_EQ(differences.size(), 1U);
  EXPECT_EQ(differences[0].date, 2U);  // the last date, before the whole run
  EXPECT_EQ(differences[0].tally.count(), 2U);
  EXPECT_EQ(differences[0].tally.mean(), -10);
  EXPECT_EQ(differences[0].tally.variance(), 0);  // although the lists differ by 200 between replications
}

TEST(PairedDifferences, LeavesOutWhatOnlyThePlanHasAndReplicationsWithoutAValue) {
  HandMade baseline;
  baseline.add(MeasureId::wait_of_seen_mean, SubjectKind::service, "desk",
               {{{kNoValue, kNoValue, kNoValue, 5}},
                {{kNoValue, kNoValue, kNoValue, kNoValue}},
                {{kNoValue, kNoValue, kNoValue, 6}}});
  HandMade plan;
  plan.add(MeasureId::waiting, SubjectKind::service, "new desk",
           {{{0, 0, 1, kNoValue}}, {{0, 0, 1, kNoValue}}});
  plan.add(MeasureId::wait_of_seen_mean, SubjectKind::service, "desk",
           {{{kNoValue, kNoValue, kNoValue, 4}}, {{kNoValue, kNoValue, kNoValue, 4}}});
  const auto differences = paired_differences(recorded(baseline), recorded(plan));
  ASSERT_EQ(differences.size(), 1U);
  EXPECT_EQ(differences[0].column->subject, "desk");
  EXPECT_EQ(differences[0].date, 3U);
  EXPECT_EQ(differences[0].tally.count(), 1U);
  EXPECT_EQ(differences[0].tally.mean(), -1);
}

}  // namespace
}  // namespace sendcap::report
