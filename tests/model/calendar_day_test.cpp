#include "model/calendar_day.hpp"

#include <gtest/gtest.h>

namespace sendcap::model {
namespace {

TEST(CalendarDay, knows_dates_and_weekdays) {
  // 1 January 1970 was a Thursday; 29 February 2024 a Thursday; 24 November 2026 will be a Tuesday.
  EXPECT_EQ(calendar_day(0).weekday, 3);
  const CalendarDay leap = calendar_day(days_since_1970(2024, 2, 29));
  EXPECT_EQ(leap.month, 2);
  EXPECT_EQ(leap.day, 29);
  EXPECT_EQ(leap.weekday, 3);
  EXPECT_EQ(calendar_day(days_since_1970(2026, 11, 24)).weekday, 1);
  EXPECT_EQ(iso_date(20089), "2025-01-01");
}

TEST(CalendarDay, goes_there_and_back_over_four_centuries) {
  std::int64_t day = days_since_1970(1800, 1, 1);
  CalendarDay before = calendar_day(day - 1);
  for (; day < days_since_1970(2200, 1, 1); ++day) {
    const CalendarDay now = calendar_day(day);
    ASSERT_EQ(days_since_1970(now.year, now.month, now.day), day);
    ASSERT_EQ(now.weekday, (before.weekday + 1) % 7);
    before = now;
  }
}

TEST(MonthStarts, lie_strictly_between) {
  const auto starts = month_starts(20089, static_cast<double>(days_since_1970(2025, 4, 1)));
  ASSERT_EQ(starts.size(), 2u) << "February and March; neither 1 January nor 1 April";
  EXPECT_EQ(starts[0].month, 2);
  EXPECT_EQ(starts[1].month, 3);
}

}  // namespace
}  // namespace sendcap::model
