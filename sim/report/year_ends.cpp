#include "year_ends.hpp"

#include <fmt/format.h>

#include <string_view>

namespace sendcap::report {
namespace {

constexpr std::string_view kCalendar = "-01-01";
constexpr std::string_view kFinancial = "-04-01";

// Of an ISO date.
int year_of(const std::string& date) {
  return std::stoi(date.substr(0, 4));
}

// The year to which a date belongs when years begin on this day.
int year_begun(const std::string& date, std::string_view first_day) {
  return date.substr(4) < first_day ? year_of(date) - 1 : year_of(date);
}

std::string name_of(int year, std::string_view first_day) {
  return first_day == kCalendar ? fmt::format("{}", year) : fmt::format("{}/{:02}", year, (year + 1) % 100);
}

std::vector<YearEnd> years(const model::MeasureLayout& layout, bool model::ReportDate::*ends_year,
                           std::string_view first_day) {
  std::vector<YearEnd> ends;
  const std::string& start = layout.dates.front().date;
  const std::size_t last = layout.dates.size() - 2;
  for (std::size_t d = 0; d <= last; ++d) {
    const model::ReportDate& date = layout.dates[d];
    const bool ends_here = date.*ends_year;
    if (!ends_here && !(d == last && date.ends_period)) continue;
    const int year = year_begun(date.date, first_day) - (ends_here ? 1 : 0);
    std::string label = name_of(year, first_day);
    if (year == year_begun(start, first_day) && start.substr(4) != first_day) label += " from " + start;
    if (!ends_here) label += " to " + date.date;
    ends.push_back({d, std::move(label)});
  }
  return ends;
}

}  // namespace

std::vector<YearEnd> calendar_years(const model::MeasureLayout& layout) {
  return years(layout, &model::ReportDate::ends_calendar_year, kCalendar);
}

std::vector<YearEnd> financial_years(const model::MeasureLayout& layout) {
  return years(layout, &model::ReportDate::ends_financial_year, kFinancial);
}

std::optional<std::size_t> year_before_end(const model::MeasureLayout& layout) {
  const std::size_t last = layout.dates.size() - 2;
  const std::string& end = layout.dates[last].date;
  const std::string wanted = fmt::format("{:04}{}", year_of(end) - 1, end.substr(4));
  for (std::size_t d = 0; d < last; ++d)
    if (layout.dates[d].date == wanted) return d;
  return std::nullopt;
}

bool in_one_month(const model::MeasureLayout& layout) {
  constexpr std::size_t kMonth = 5;  // of an ISO date
  const auto month = [&](std::size_t date) { return layout.dates[date].date.substr(kMonth, 2); };
  return month(0) == month(layout.dates.size() - 2);
}

}  // namespace sendcap::report
