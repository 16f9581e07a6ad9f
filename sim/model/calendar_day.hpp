#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace sendcap::model {

/// A day of the Gregorian calendar.
struct CalendarDay {
  int year = 1970;
  int month = 1;  ///< January is 1
  int day = 1;
  int weekday = 3;  ///< Monday is 0
};

/// The calendar day so many days after 1970-01-01, and back (H. Hinnant, "chrono-compatible low-level date
/// algorithms", 2014).
[[nodiscard]] CalendarDay calendar_day(std::int64_t days_since_1970);
[[nodiscard]] std::int64_t days_since_1970(int year, int month, int day);

/// The first day of a month, as days since 1970-01-01.
struct MonthStart {
  double day = 0;
  int year = 1970;
  int month = 1;
};
/// The firsts of all months after `from` and before `to` (days since 1970-01-01).
[[nodiscard]] std::vector<MonthStart> month_starts(double from, double to);
/// The middle of the month in which a day lies, as days since 1970-01-01.
[[nodiscard]] double month_middle(const CalendarDay& day);
/// `2025-09-01`.
[[nodiscard]] std::string iso_date(double days_since_1970);

}  // namespace sendcap::model
