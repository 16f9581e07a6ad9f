#include "report/calendar_words.hpp"

#include <gtest/gtest.h>

namespace sendcap::report {
namespace {

// Days since 1970-01-01 as `date -u -d DATE +%s` gives them, over 86,400.
constexpr double kNewYear1970 = 0;
constexpr double kLeapDay2000 = 11016;
constexpr double kLeapDay2024 = 19782;
constexpr double kNewYear2025 = 20089;

TEST(CalendarWords, DatesAreThoseOfTheCalendar) {
  EXPECT_EQ(date_in_words(calendar_day(kNewYear1970)), "1 January 1970");
  EXPECT_EQ(date_in_words(calendar_day(kLeapDay2000)), "29 February 2000");
  EXPECT_EQ(date_in_words(calendar_day(kLeapDay2024)), "29 February 2024");
  EXPECT_EQ(date_in_words(calendar_day(kLeapDay2024 + 1)), "1 March 2024");
  EXPECT_EQ(date_in_words(calendar_day(kNewYear2025 - 1)), "31 December 2024");
  EXPECT_EQ(short_date_in_words(calendar_day(kNewYear2025 + 272)), "30 Sep 2025");
  EXPECT_EQ(date_in_words(calendar_day(-0.5)), "31 December 1969");
}

TEST(CalendarWords, ATimestampIsRoundedDownToTheSecond) {
  EXPECT_EQ(timestamp(kNewYear2025), "2025-01-01T00:00:00");
  EXPECT_EQ(timestamp(kNewYear2025 + 9.0 / 24), "2025-01-01T09:00:00");
  EXPECT_EQ(timestamp(kLeapDay2024 + 0.5 + 59.9 / 86400), "2024-02-29T12:00:59");
  EXPECT_EQ(timestamp(-1.0 / 24), "1969-12-31T23:00:00");
}

TEST(CalendarWords, AMomentThatMissesMidnightByRoundingIsOnIt) {
  double moment = kNewYear2025;
  for (int i = 0; i < 10; ++i) moment += 0.1;
  EXPECT_EQ(timestamp(moment), "2025-01-02T00:00:00");
  EXPECT_EQ(timestamp(kNewYear2025 + 1 - 1e-9), "2025-01-02T00:00:00");
  EXPECT_EQ(date_in_words(calendar_day(kNewYear2025 + 1 - 1e-9)), "2 January 2025");
}

TEST(CalendarWords, LengthsAreSaidAsPeopleSayThem) {
  EXPECT_EQ(length_in_words(35.0 / 1440), "35 minutes");
  EXPECT_EQ(length_in_words(1.0 / 24), "1 hour");
  EXPECT_EQ(length_in_words(1), "1 day");
  EXPECT_EQ(length_in_words(13.9), "13 days");
  EXPECT_EQ(length_in_words(14), "2 weeks");
  EXPECT_EQ(length_in_words(41 * 7 + 6), "41 weeks");
}

}  // namespace
}  // namespace sendcap::report
