#include "sendcap/engine/presence.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace sendcap::engine {
namespace {

// A base with nobody on day 0, two children from day 1, five from day 3, two again from day 4 to day 10.
PresenceDistribution ten_days_of_a_base() {
  PresenceDistribution base;
  base.set(1, 2);
  base.set(3, 5);
  base.set(4, 2);
  base.advance(10);
  return base;
}

TEST(PresenceDistribution, KnowsForWhatShareOfTheTimeHowManyWerePresent) {
  const PresenceDistribution base = ten_days_of_a_base();
  EXPECT_DOUBLE_EQ(base.total_time(), 10);
  EXPECT_DOUBLE_EQ(base.probability(0), 0.1);
  EXPECT_DOUBLE_EQ(base.probability(2), 0.8);
  EXPECT_DOUBLE_EQ(base.probability(5), 0.1);
  EXPECT_EQ(base.probability(3), 0);
  EXPECT_EQ(base.probability(1000000), 0);
  EXPECT_DOUBLE_EQ(base.mean(), 2.1);
}

TEST(PresenceDistribution, ListsTheSharesUpToTheLargestNumberThatWasPresent) {
  PresenceDistribution base;
  base.set(1, 3);
  base.set(3, 1);
  base.advance(4);
  EXPECT_EQ(base.probabilities(), (std::vector<double>{0.25, 0.25, 0, 0.5}));
  base.reset(4);
  EXPECT_TRUE(base.probabilities().empty());
}

TEST(PresenceDistribution, NamesTheNumberThatIsNotExceededForAShareOfTheTime) {
  const PresenceDistribution base = ten_days_of_a_base();
  EXPECT_EQ(base.quantile(0.1), 0U);
  EXPECT_EQ(base.quantile(0.11), 2U);
  EXPECT_EQ(base.quantile(0.9), 2U);
  EXPECT_EQ(base.quantile(0.95), 5U);
  EXPECT_EQ(base.quantile(1), 5U);
}

TEST(PresenceDistribution, ForgetsTheWarmUpButNotWhoIsPresent) {
  PresenceDistribution base = ten_days_of_a_base();
  base.reset(20);
  EXPECT_EQ(base.number(), 2U);
  base.advance(25);
  base.set(30, 0);
  base.advance(40);
  EXPECT_DOUBLE_EQ(base.total_time(), 20);
  EXPECT_DOUBLE_EQ(base.probability(2), 0.5);
  EXPECT_DOUBLE_EQ(base.mean(), 1);
}

TEST(PresenceDistribution, GrowsToAMillionAndBack) {
  PresenceDistribution list;
  list.set(1, 1000000);
  list.set(3, 1);
  list.advance(4);
  EXPECT_DOUBLE_EQ(list.probability(1000000), 0.5);
  EXPECT_DOUBLE_EQ(list.mean(), 500000.25);
}

TEST(PresenceDistribution, SaysNothingOverNoTime) {
  const PresenceDistribution base(5);
  EXPECT_TRUE(std::isnan(base.mean()));
  EXPECT_TRUE(std::isnan(base.probability(0)));
  EXPECT_EQ(base.quantile(0.5), 0U);
}

}  // namespace
}  // namespace sendcap::engine
