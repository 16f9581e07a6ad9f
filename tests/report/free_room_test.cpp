// Words in a picture are put where nothing else stands, or where they cover least.

#include "report/page/free_room.hpp"

#include <gtest/gtest.h>

namespace sendcap::report {
namespace {

TEST(FreeRoom, PutsWordsAtTheFirstPointWhereNothingStands) {
  FreeRoom room;
  room.take({0, 0}, 20, 10);
  const PicturePoint at = room.put({{5, 0}, {0, 9}, {0, 10}, {40, 0}}, 20, 10);
  EXPECT_EQ(at.x, 0);
  EXPECT_EQ(at.y, 10) << "9 is one too near for two of a height of 10";
}

TEST(FreeRoom, LeavesNoRoomForOthersWhereWordsStand) {
  FreeRoom room;
  EXPECT_EQ(room.put({{0, 0}, {0, 10}}, 20, 10).y, 0);
  EXPECT_EQ(room.put({{0, 0}, {0, 10}}, 20, 10).y, 10);
}

// At 8 two of a height of 10 have 2 in common, at 5 they have 5.
TEST(FreeRoom, CoversLeastWhereThereIsNoRoom) {
  FreeRoom room;
  room.take({0, 0}, 20, 10);
  EXPECT_EQ(room.put({{0, 5}, {0, 8}, {0, 7}}, 20, 10).y, 8);
}

}  // namespace
}  // namespace sendcap::report
