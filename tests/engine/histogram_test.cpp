#include "sendcap/engine/histogram.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <stdexcept>
#include <vector>

namespace sendcap::engine {
namespace {

TEST(WaitHistogram, NamesTheDayWithinWhichAShareOfChildrenWasSeen) {
  WaitHistogram waits(1);
  for (const double days : {0.5, 3.0, 3.9, 10.0, 40.2}) waits.add(days);
  EXPECT_EQ(waits.count(), 5U);
  EXPECT_EQ(waits.percentile(0.2), 0);   // one of five
  EXPECT_EQ(waits.percentile(0.21), 3);  // more than one of five: three are seen by the end of day 3
  EXPECT_EQ(waits.percentile(0.5), 3);
  EXPECT_EQ(waits.percentile(0.6), 3);
  EXPECT_EQ(waits.percentile(0.8), 10);
  EXPECT_EQ(waits.percentile(0.92), 40);
  EXPECT_EQ(waits.percentile(1), 40);
  EXPECT_EQ(waits.percentile(0), 0);
}

TEST(WaitHistogram, CountsAHundredWaitsWithoutSlippingByOne) {
  // 0.92 * 100 is a little more than 92 in binary.
  WaitHistogram waits(1);
  for (int day = 1; day <= 100; ++day) waits.add(day);
  for (int percent = 1; percent <= 100; ++percent) EXPECT_EQ(waits.percentile(percent / 100.0), percent);
}

TEST(WaitHistogram, PutsWholeMultiplesInTheirOwnBinInSpiteOfRounding) {
  // 0.3 / 0.1 is a little less than 3 in binary.
  WaitHistogram waits(0.1);
  for (int tenth = 0; tenth < 1000; ++tenth) waits.add(0.1 * tenth);
  for (std::size_t bin = 0; bin < 1000; ++bin) ASSERT_EQ(waits.counts()[bin], 1U) << bin;
}

TEST(WaitHistogram, GivesTheShareSeenWithinATarget) {
  WaitHistogram waits(7);
  for (const double days : {6.9, 7.0, 13.9, 14.0}) waits.add(days);
  EXPECT_EQ(waits.share_at_or_below(0), 0.25);
  EXPECT_EQ(waits.share_at_or_below(7), 0.75);
  EXPECT_EQ(waits.share_at_or_below(14), 1);
  EXPECT_EQ(waits.share_at_or_below(1e6), 1);
  EXPECT_EQ(waits.share_at_or_below(-1), 0);
}

RC_GTEST_PROP(WaitHistogram, CountsManyAsItCountsEach, (std::vector<std::uint16_t> tenths)) {
  std::vector<double> waits;
  for (const std::uint16_t tenth : tenths) waits.push_back(tenth / 10.0);
  WaitHistogram one_by_one(0.7);
  for (const double wait : waits) one_by_one.add(wait);
  WaitHistogram together(0.7);
  together.add_each(waits);
  RC_ASSERT(together.counts() == one_by_one.counts());
  RC_ASSERT(together.count() == one_by_one.count());
}

TEST(WaitHistogram, CountsOneWaitManyTimes) {
  WaitHistogram waits(1);
  waits.add(5, 3);
  waits.add(9, 1);
  EXPECT_EQ(waits.count(), 4U);
  EXPECT_EQ(waits.percentile(0.75), 5);
  EXPECT_EQ(waits.share_at_or_below(5), 0.75);
}

TEST(WaitHistogram, MergesAndClears) {
  WaitHistogram first(1);
  first.add(2);
  WaitHistogram second(1);
  second.add(2);
  second.add(300);
  first.merge(second);
  EXPECT_EQ(first.count(), 3U);
  EXPECT_EQ(first.percentile(0.5), 2);
  EXPECT_EQ(first.percentile(1), 300);
  EXPECT_THROW(first.merge(WaitHistogram(2)), std::invalid_argument);
  first.clear();
  EXPECT_EQ(first.count(), 0U);
  EXPECT_TRUE(std::isnan(first.percentile(0.5)));
  EXPECT_TRUE(std::isnan(first.share_at_or_below(1)));
}

TEST(WaitHistogram, RefusesWhatIsNoWaitAndNoResolution) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  WaitHistogram waits(1);
  EXPECT_THROW(waits.add(-1), std::invalid_argument);
  EXPECT_THROW(waits.add(std::nan("")), std::invalid_argument);
  EXPECT_THROW(waits.add(kInfinity), std::length_error);
  EXPECT_EQ(waits.count(), 0U);
  for (const double resolution : {0.0, -1.0, kInfinity, 1e-310, std::nan("")})
    EXPECT_THROW(WaitHistogram{resolution}, std::invalid_argument);
}

TEST(WaitHistogram, RefusesMoreWaitsThanABinCanCount) {
  WaitHistogram waits(1);
  waits.add(3, 4'294'967'295U);
  EXPECT_THROW(waits.add(3), std::length_error);
  EXPECT_EQ(waits.counts()[3], 4'294'967'295U) << "it has not begun anew at nothing";
  WaitHistogram more(1);
  more.add(3);
  EXPECT_THROW(waits.merge(more), std::length_error);
}

RC_GTEST_PROP(WaitHistogramProperty, AgreesWithSortingAllWholeDays, ()) {
  auto days = *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 60)));
  WaitHistogram waits(1);
  for (const int day : days) waits.add(day);
  std::sort(days.begin(), days.end());
  for (const double share : {0.1, 0.25, 0.5, 0.75, 0.92, 1.0}) {
    // The first value, from the shortest, with which at least the share has been counted.
    std::size_t counted = 1;
    while (static_cast<double>(counted) < share * static_cast<double>(days.size()) - 1e-9) ++counted;
    RC_ASSERT(waits.percentile(share) == days[counted - 1]);
  }
}

}  // namespace
}  // namespace sendcap::engine
