// The quickest way may lead through other districts; roads go both ways.

#include "sendcap/model/journeys.hpp"

#include <gtest/gtest.h>

namespace sendcap::model {
namespace {

TEST(Journeys, TakeTheQuickestChainOfRoads) {
  const auto days = quickest_journeys(4, {{0, 1, 10}, {1, 2, 10}, {0, 2, 25}});
  EXPECT_DOUBLE_EQ(days[0][2], 20);
  EXPECT_DOUBLE_EQ(days[2][0], 20);
  EXPECT_DOUBLE_EQ(days[1][1], 0);
}

TEST(Journeys, AreEndlessWhereNoRoadLeads) {
  const auto days = quickest_journeys(3, {{0, 1, 10}});
  EXPECT_EQ(days[0][2], kNoRoad);
  EXPECT_EQ(days[2][1], kNoRoad);
  EXPECT_TRUE(quickest_journeys(0, {}).empty());
}

}  // namespace
}  // namespace sendcap::model
