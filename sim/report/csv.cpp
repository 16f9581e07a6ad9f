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
                     Detail detail)
    : out_(out), layout_(layout), plan_(with_comma(plan)) {
  const std::vector<std::string> subjects = subject_names(layout);
  for (std::size_t c = 0; c < layout.columns.size(); ++c)
    columns_.push_back(with_comma(layout.columns[c].name) + with_comma(subjects[c]));
  for (const std::string& group : layout.groups) groups_.push_back(with_comma(group));
  for (std::size_t d = 0; d < layout.dates.size(); ++d) {
    const model::ReportDate& date = layout.dates[d];
    dates_.push_back(with_comma(date_text(date)));
    all_dates_.push_back(d);
    const bool last = d + 2 == layout.dates.size();
    if (detail == Detail::full || date.milestone || date.whole_run || last) group_dates_.push_back(d);
  }
  buffer_.reserve(2 * kChunk);
}

void CsvWriter::write(std::uint32_t replication, const model::Measures& measures) {
  start_ = plan_;
  append_number(start_, replication);
  start_ += ',';
  for (std::size_t c = 0; c < layout_.columns.size(); ++c) {
    const std::size_t groups = layout_.columns[c].by_group ? layout_.groups.size() : 1;
    for (std::size_t g = 0; g < groups; ++g) write_series(c, g, measures);
  }
  out_ << buffer_;
  buffer_.clear();
}

void CsvWriter::write_series(std::size_t column, std::size_t group, const model::Measures& measures) {
  const std::size_t first = layout_.cell(layout_.columns[column], 0, group);
  for (const std::size_t date : group == 0 ? all_dates_ : group_dates_) {
    const double value = measures.values[first + date];
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
