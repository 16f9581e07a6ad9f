#include "scenario/language/date_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <vector>

#include "scenario/language/text.hpp"

namespace sendcap::scenario {

namespace {

/// The three whole numbers of a text such as `1/9/2025`, and the mark between them.
struct ThreeNumbers {
  std::array<std::string_view, 3> text;
  std::array<int, 3> value{};
  char mark = '-';
};

std::optional<ThreeNumbers> three_numbers(std::string_view text) {
  ThreeNumbers result;
  const auto mark = text.find_first_of("-/.");
  if (mark == std::string_view::npos) return std::nullopt;
  result.mark = text[mark];
  for (std::size_t part = 0; part < 3; ++part) {
    const auto end = part < 2 ? text.find(result.mark) : text.size();
    if (end == std::string_view::npos || end == 0 || end > 4) return std::nullopt;
    result.text[part] = text.substr(0, end);
    for (const char digit : result.text[part]) {
      if (digit < '0' || digit > '9') return std::nullopt;
      result.value[part] = result.value[part] * 10 + (digit - '0');
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return result;
}

std::chrono::year_month_day calendar_date(int year, int month, int day) {
  return {std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
          std::chrono::day(static_cast<unsigned>(day))};
}

std::string iso(int year, int month, int day) {
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

/// The ISO text of a date written in another order, or with the zeros left out.
std::string suggestion(const ThreeNumbers& numbers) {
  const auto& [first, second, third] = numbers.value;
  const bool year_first = numbers.text[0].size() == 4;
  const int year = year_first ? first : third;
  const int day = year_first ? third : first;
  if (!calendar_date(year, second, day).ok() || year < 1000) return "write year-month-day, as in 2025-09-01";
  return concat({"did you mean '", iso(year, second, day), "'?"});
}

}  // namespace

bool looks_like_date(std::string_view text) {
  return three_numbers(trimmed(text)).has_value();
}

Parsed<double> parse_date(std::string_view whole_text) {
  const std::string_view text = trimmed(whole_text);
  const std::optional<ThreeNumbers> numbers = three_numbers(text);
  const std::string found = quoted(text);
  if (!numbers) {
    return {{}, {Code::bad_date, "expected a date such as '2025-09-01', found " + found, {}}};
  }
  const bool iso_order = numbers->mark == '-' && numbers->text[0].size() == 4 &&
                         numbers->text[1].size() == 2 && numbers->text[2].size() == 2;
  if (!iso_order) {
    return {{}, {Code::bad_date, found + " is not written as year-month-day", suggestion(*numbers)}};
  }
  const auto date = calendar_date(numbers->value[0], numbers->value[1], numbers->value[2]);
  if (!date.ok()) return {{}, {Code::bad_date, found + " is not a day of the calendar", {}}};
  return {static_cast<double>(std::chrono::sys_days(date).time_since_epoch().count()), {}};
}

std::string format_date(std::int32_t days_since_1970) {
  const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(days_since_1970))};
  return iso(static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
             static_cast<int>(static_cast<unsigned>(date.day())));
}

}  // namespace sendcap::scenario
