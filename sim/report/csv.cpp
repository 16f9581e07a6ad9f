#include "sendcap/report/csv.hpp"

#include <cmath>

#include "csv_text.hpp"

namespace sendcap::report {
namespace {

std::string with_comma(std::string_view text) {
  return csv_field(text) + ',';
}

}  // namespace

void write_csv_header(std::ostream& out) {
  out << "plan,replication,date,measure,service,group,value\n";
}

CsvWriter::CsvWriter(std::ostream& out, std::string_view plan, const model::MeasureLayout& layout,
                     Detail detail, unsigned small)
    : out_(out), layout_(layout), detail_(detail), small_counts_(layout, small), plan_(with_comma(plan)) {
  const std::vector<std::string> subjects = subject_names(layout);
  for (std::size_t c = 0; c < layout.columns.size(); ++c)
    columns_.push_back(with_comma(layout.columns[c].name) + with_comma(subjects[c]));
  for (const std::string& group : layout.groups) groups_.push_back(with_comma(group));
  for (const model::ReportDate& date : layout.dates) {
    all_dates_.push_back(dates_.size());
    dates_.push_back(with_comma(date_text(date)));
  }
  buffer_.reserve(2 * kChunk);
}

void CsvWriter::write(std::uint32_t replication, const model::Measures& measures) {
  start_ = plan_;
  append_number(start_, replication);
  start_ += ',';
  std::vector<std::size_t> some_dates;
  for (std::size_t c = 0; c < layout_.columns.size(); ++c) {
    const model::Column& column = layout_.columns[c];
    write_series(c, 0, all_dates_, measures);
    if (!column.by_group || detail_ == Detail::totals) continue;
    some_dates.clear();
    for (const std::size_t date : all_dates_)
      if (detail_ == Detail::full || given_by_group(layout_, column, date)) some_dates.push_back(date);
    at_start_ = small_counts_.shown(c, [&](std::size_t cell) { return measures.values[cell]; });
    for (const std::size_t group : layout_.groups_of(column))
      if (group > 0) write_series(c, group, some_dates, measures);
  }
  out_ << buffer_;
  buffer_.clear();
}

void CsvWriter::write_series(std::size_t column, std::size_t group, const std::vector<std::size_t>& dates,
                             const model::Measures& measures) {
  const std::size_t first = layout_.cell(layout_.columns[column], 0, group);
  for (const std::size_t date : dates) {
    const bool guarded = small_counts_.concern(layout_.columns[column], date, group);
    const double value = guarded ? at_start_[group] : measures.values[first + date];
    if (std::isnan(value)) continue;
    buffer_.append(start_).append(dates_[date]).append(columns_[column]).append(groups_[group]);
    append_number(buffer_, value);
    buffer_ += '\n';
  }
  if (buffer_.size() < kChunk) return;
  out_ << buffer_;
  buffer_.clear();
}

}  // namespace sendcap::report
