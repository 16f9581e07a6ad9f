#include "sendcap/engine/tally.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sendcap::engine {
namespace {

TEST(Tally, GivesMeanVarianceAndExtremesOfAFewWaits) {
  Tally tally;
  for (const double wait : {2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0}) tally.add(wait);
  EXPECT_EQ(tally.count(), 8U);
  EXPECT_DOUBLE_EQ(tally.mean(), 5);
  EXPECT_DOUBLE_EQ(tally.sum(), 40);
  EXPECT_DOUBLE_EQ(tally.variance(), 32.0 / 7);
  EXPECT_DOUBLE_EQ(tally.standard_deviation(), std::sqrt(32.0 / 7));
  EXPECT_EQ(tally.minimum(), 2);
  EXPECT_EQ(tally.maximum(), 9);
}

TEST(Tally, SaysNothingWithoutObservations) {
  Tally tally;
  EXPECT_TRUE(std::isnan(tally.mean()));
  EXPECT_TRUE(std::isnan(tally.variance()));
  EXPECT_EQ(tally.sum(), 0);
  tally.add(3);
  EXPECT_EQ(tally.mean(), 3);
  EXPECT_TRUE(std::isnan(tally.variance()));
}

TEST(Tally, KeepsTheVarianceOfSmallDifferencesBetweenLargeNumbers) {
  // The sum of squares minus the square of the sum would lose every digit here.
  Tally tally;
  for (const double wait : {1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16}) tally.add(wait);
  EXPECT_DOUBLE_EQ(tally.mean(), 1e9 + 10);
  EXPECT_DOUBLE_EQ(tally.variance(), 30);
}

TEST(Tally, MergesAsIfAllHadBeenAddedToOne) {
  Tally first;
  for (const double wait : {2.0, 4.0, 4.0}) first.add(wait);
  Tally second;
  for (const double wait : {4.0, 5.0, 5.0, 7.0, 9.0}) second.add(wait);
  first.merge(second);
  EXPECT_EQ(first.count(), 8U);
  EXPECT_DOUBLE_EQ(first.mean(), 5);
  EXPECT_DOUBLE_EQ(first.variance(), 32.0 / 7);
  EXPECT_EQ(first.minimum(), 2);
  EXPECT_EQ(first.maximum(), 9);
}

TEST(Tally, IsUnchangedByMergingAnEmptyOneAndTakesOverAFullOne) {
  Tally full;
  full.add(1);
  full.add(3);
  full.merge(Tally());
  EXPECT_EQ(full.count(), 2U);
  EXPECT_EQ(full.mean(), 2);
  Tally empty;
  empty.merge(full);
  EXPECT_EQ(empty.count(), 2U);
  EXPECT_EQ(empty.mean(), 2);
  EXPECT_EQ(empty.variance(), 2);
  EXPECT_EQ(empty.minimum(), 1);
  EXPECT_EQ(empty.maximum(), 3);
}

}  // namespace
}  // namespace sendcap::engine
