// Who gains and who loses with a plan: what counts, what comes first, and the gap between groups. By hand.

#include <gmock/gmock.h>

#include "hand_compared.hpp"
#include "report/gap_changes.hpp"
#include "report/who_gains.hpp"

namespace sendcap::report {
namespace {

using model::MeasureId;
using model::SubjectKind;
using testing::at_the_end;
using testing::HandCompared;
using testing::HandMade;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::StartsWith;

// Of three districts how many wait, and how many weeks they have; four replications, which differ by
// `wobble` so that no difference is without chance.
HandMade county(const std::vector<double>& lists, const std::vector<double>& waits, double wobble) {
  HandMade world(testing::a_month_of_districts({"north", "south", "east"}));
  const auto by_replication = [wobble](const std::vector<double>& districts) {
    std::vector<std::vector<std::vector<double>>> all;
    for (const double sign : {1.0, -1.0, 1.0, -1.0}) {
      std::vector<std::vector<double>> groups{at_the_end(0)};
      for (const double value : districts) groups.push_back(at_the_end(value + sign * wobble));
      all.push_back(std::move(groups));
    }
    return all;
  };
  world.add(MeasureId::waiting, SubjectKind::pathway, "help", by_replication(lists));
  world.add(MeasureId::wait_of_waiting_mean, SubjectKind::pathway, "help", by_replication(waits));
  return world;
}

// Of the list only the north changes enough: 5 of 1,000 are less than a hundredth, half a child is none.
TEST(GainsAndLosses, LeavesOutWhatIsTooSmallToMatter) {
  HandCompared compared(county({100, 1000, 20}, {10, 10, 10}, 0),
                        county({78, 995, 19.5}, {10, 10, 10}, 0.01));
  const std::vector<GainsAndLosses> all = gains_and_losses(compared.report(), 1);
  ASSERT_THAT(all, SizeIs(1));
  ASSERT_THAT(all[0].groups, SizeIs(1));
  EXPECT_EQ(all[0].groups[0].name, "north");
  EXPECT_TRUE(all[0].groups[0].gains);
  EXPECT_DOUBLE_EQ(all[0].groups[0].as_it_stands, 100);
  EXPECT_DOUBLE_EQ(all[0].groups[0].share, -0.22);
  EXPECT_THAT(all[0].words, StartsWith("1 gains: north −22"));
  EXPECT_THAT(all[0].words, HasSubstr(", −22%; 2 unclear or too small"));
}

TEST(GainsAndLosses, TellsFirstOfWhatSomebodyLoses) {
  HandCompared compared(county({100, 100, 100}, {10, 10, 10}, 0), county({80, 90, 100}, {10, 10, 15}, 0.01));
  const std::vector<GainsAndLosses> all = gains_and_losses(compared.report(), 1);
  ASSERT_THAT(all, SizeIs(2));
  EXPECT_THAT(all[0].of, StartsWith("the wait for help"));
  EXPECT_TRUE(all[0].anyone_loses());
  EXPECT_THAT(all[0].words, HasSubstr("1 loses: east +5"));
  EXPECT_THAT(all[1].of, StartsWith("the list for help"));
  EXPECT_FALSE(all[1].anyone_loses());
}

// South waits 20 weeks longer than north, then 12. In the east, where three wait, nothing can be compared.
TEST(GapChanges, FollowsTheWidestGapBetweenGroupsThatAreLargeEnough) {
  HandCompared compared(county({50, 50, 3}, {10, 30, 90}, 0), county({50, 50, 3}, {10, 22, 90}, 0));
  const std::vector<GapChange> gaps = gap_changes(*compared.report().comparison, 1);
  ASSERT_THAT(gaps, SizeIs(1));
  EXPECT_EQ(gaps[0].dimension, "district");
  EXPECT_DOUBLE_EQ(gaps[0].as_it_stands.value.mean, 20);
  EXPECT_DOUBLE_EQ(gaps[0].with_plan.value.mean, 12);
  EXPECT_DOUBLE_EQ(gaps[0].change.mean, -8);
  EXPECT_EQ(gaps[0].words, "shrinks by 8 weeks: 12 (south above north) instead of 20 (south above north)");
}

// With the plan others lie furthest apart: the east waits longest, 25 weeks more than the south.
TEST(GapChanges, NamesTheGroupsThatLieFurthestApartWithThePlan) {
  HandCompared compared(county({50, 50, 50}, {10, 30, 20}, 0), county({50, 50, 50}, {10, 5, 30}, 0));
  const std::vector<GapChange> gaps = gap_changes(*compared.report().comparison, 1);
  ASSERT_THAT(gaps, SizeIs(1));
  EXPECT_EQ(gaps[0].words, "grows by 5 weeks: 25 (east above south) instead of 20 (south above north)");
}

TEST(GapChanges, AreNoneWhereNothingIsMoved) {
  HandCompared compared(county({50, 50, 50}, {10, 30, 20}, 0), county({40, 40, 40}, {10, 30, 20}, 0));
  EXPECT_THAT(gap_changes(*compared.report().comparison, 1), IsEmpty());
}

}  // namespace
}  // namespace sendcap::report
