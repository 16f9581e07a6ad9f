#include "csv_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <set>
#include <string_view>
#include <unordered_map>

namespace sendcap::report {

void append_number(std::string& to, double number) {
  if (!std::isfinite(number)) return;
  constexpr double kWholeBelow = 1e15;  // and most values are counts
  if (std::fabs(number) < kWholeBelow && std::trunc(number) == number) {
    const fmt::format_int text(static_cast<std::int64_t>(number));
    to.append(text.data(), text.size());
    return;
  }
  fmt::format_to(std::back_inserter(to), "{}", number);
}

void append_estimate(std::string& to, double number) {
  if (!std::isfinite(number)) return;
  fmt::format_to(std::back_inserter(to), "{:.10g}", number);
}

std::string csv_field(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string quoted = "\"";
  for (const char letter : text) {
    if (letter == '"') quoted += '"';
    quoted += letter;
  }
  quoted += '"';
  return quoted;
}

const std::string& date_text(const model::ReportDate& date) {
  return date.whole_run ? date.label : date.date;
}

std::vector<std::string> subject_names(const model::MeasureLayout& layout) {
  std::vector<std::string> names;
  names.reserve(layout.columns.size());
  std::unordered_map<std::string_view, std::set<model::SubjectKind>> kinds_of;
  for (const model::Column& column : layout.columns) kinds_of[column.subject].insert(column.subject_kind);
  for (const model::Column& column : layout.columns) {
    const bool shared = kinds_of[column.subject].size() > 1;
    const bool says_kind = shared && column.subject_kind != model::SubjectKind::service;
    names.push_back(says_kind ? fmt::format("{} ({})", column.subject, model::word(column.subject_kind))
                              : column.subject);
  }
  return names;
}

bool given_by_group(const model::MeasureLayout& layout, const model::Column& column, std::size_t date) {
  switch (column.measure) {
    case model::MeasureId::waiting_band:
    case model::MeasureId::left:
    case model::MeasureId::raised:
    case model::MeasureId::outcome:
      return false;
    default:
      break;
  }
  if (date == 0) return false;
  const model::ReportDate& at = layout.dates[date];
  return at.milestone || at.whole_run || date + 2 == layout.dates.size();
}

}  // namespace sendcap::report
