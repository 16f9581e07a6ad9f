#include "calendar_day.hpp"

#include <fmt/format.h>

#include <cmath>

namespace sendcap::model {

CalendarDay calendar_day(std::int64_t day) {
  const std::int64_t shifted = day + 719468;
  const std::int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const std::int64_t day_of_era = shifted - era * 146097;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;
  CalendarDay result;
  result.day = static_cast<int>(day_of_year - (153 * month_from_march + 2) / 5 + 1);
  result.month = static_cast<int>(month_from_march < 10 ? month_from_march + 3 : month_from_march - 9);
  result.year = static_cast<int>(year_of_era + era * 400 + (result.month <= 2 ? 1 : 0));
  result.weekday = static_cast<int>(((day + 3) % 7 + 7) % 7);
  return result;
}

std::int64_t days_since_1970(int year, int month, int day) {
  const std::int64_t y = month <= 2 ? year - 1 : year;
  const std::int64_t era = (y >= 0 ? y : y - 399) / 400;
  const std::int64_t year_of_era = y - era * 400;
  const std::int64_t day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

std::vector<MonthStart> month_starts(double from, double to) {
  std::vector<MonthStart> starts;
  const CalendarDay first = calendar_day(static_cast<std::int64_t>(std::floor(from)));
  int year = first.year;
  int month = first.month;
  for (;;) {
    const auto day = static_cast<double>(days_since_1970(year, month, 1));
    if (day >= to) return starts;
    if (day > from) starts.push_back(MonthStart{day, year, month});
    if (++month > 12) {
      month = 1;
      ++year;
    }
  }
}

double month_middle(const CalendarDay& day) {
  const std::int64_t begin = days_since_1970(day.year, day.month, 1);
  const std::int64_t end =
      day.month == 12 ? days_since_1970(day.year + 1, 1, 1) : days_since_1970(day.year, day.month + 1, 1);
  return static_cast<double>(begin + end) / 2;
}

std::string iso_date(double days) {
  const CalendarDay day = calendar_day(static_cast<std::int64_t>(std::floor(days)));
  return fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day);
}

}  // namespace sendcap::model
