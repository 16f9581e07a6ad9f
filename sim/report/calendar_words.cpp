#include "calendar_words.hpp"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <cmath>
#include <string_view>

namespace sendcap::report {
namespace {

constexpr double kHoursPerDay = 24;
constexpr double kMinutesPerDay = 24 * 60;
constexpr double kSecondsPerDay = 24 * 60 * 60;
// Times are sums of fractions of a day; a moment that misses the full second by rounding is meant to be on
// it.
constexpr double kRounding = 1e-3;

constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};

struct Date {
  int year = 1970;
  unsigned month = 1;
  unsigned day = 1;
};

Date date_of(std::int64_t day) {
  const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day))};
  return {static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
          static_cast<unsigned>(date.day())};
}

std::string number_of(double count, std::string_view unit) {
  const auto whole = static_cast<std::int64_t>(std::floor(count + kRounding));
  return fmt::format("{} {}{}", whole, unit, whole == 1 ? "" : "s");
}

}  // namespace

std::int64_t calendar_day(double days_since_1970) {
  return static_cast<std::int64_t>(std::floor(days_since_1970 + kRounding / kSecondsPerDay));
}

std::string date_in_words(std::int64_t day) {
  const Date date = date_of(day);
  return fmt::format("{} {} {}", date.day, kMonths[date.month - 1], date.year);
}

std::string short_date_in_words(std::int64_t day) {
  const Date date = date_of(day);
  return fmt::format("{} {} {}", date.day, kMonths[date.month - 1].substr(0, 3), date.year);
}

std::string timestamp(double days_since_1970) {
  const std::int64_t day = calendar_day(days_since_1970);
  const double into_day = (days_since_1970 - static_cast<double>(day)) * kSecondsPerDay;
  const auto seconds = static_cast<std::int64_t>(std::floor(into_day + kRounding));
  const Date date = date_of(day);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", date.year, date.month, date.day, seconds / 3600,
                     seconds / 60 % 60, seconds % 60);
}

std::string length_in_words(double days) {
  constexpr double kLongestInDays = 14;
  if (days < 1 / kHoursPerDay) return number_of(days * kMinutesPerDay, "minute");
  if (days < 1) return number_of(days * kHoursPerDay, "hour");
  if (days < kLongestInDays) return number_of(days, "day");
  return number_of(days / 7, "week");
}

}  // namespace sendcap::report
