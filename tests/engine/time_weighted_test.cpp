#include "sendcap/engine/time_weighted.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sendcap::engine {
namespace {

// Nobody waits on day 0, two children from day 1, five from day 3, one from day 4 to day 10.
TimeWeighted ten_days_of_a_queue() {
  TimeWeighted queue;
  queue.set(1, 2);
  queue.set(3, 5);
  queue.set(4, 1);
  return queue;
}

TEST(TimeWeighted, AveragesAQueueOverItsDays) {
  const TimeWeighted queue = ten_days_of_a_queue();
  EXPECT_EQ(queue.value(), 1);
  EXPECT_DOUBLE_EQ(queue.area(10), 0 * 1 + 2 * 2 + 5 * 1 + 1 * 6);
  EXPECT_DOUBLE_EQ(queue.average(10), 1.5);
  EXPECT_DOUBLE_EQ(queue.average(4), 9.0 / 4);
}

TEST(TimeWeighted, ForgetsTheWarmUpButNotWhoWaits) {
  TimeWeighted queue = ten_days_of_a_queue();
  queue.reset(6);
  EXPECT_EQ(queue.begin(), 6);
  EXPECT_DOUBLE_EQ(queue.average(8), 1);
  queue.set(8, 3);
  EXPECT_DOUBLE_EQ(queue.average(10), 2);
}

TEST(TimeWeighted, CountsFromItsStart) {
  TimeWeighted queue(100);
  queue.set(110, 4);
  EXPECT_DOUBLE_EQ(queue.average(120), 2);
}

TEST(TimeWeighted, LetsTheLastOfSeveralChangesAtOnceCount) {
  TimeWeighted queue;
  queue.set(0, 7);
  queue.set(0, 2);
  EXPECT_DOUBLE_EQ(queue.average(5), 2);
}

TEST(TimeWeighted, HasNoAverageOverNoTime) {
  EXPECT_TRUE(std::isnan(TimeWeighted(3).average(3)));
}

}  // namespace
}  // namespace sendcap::engine
