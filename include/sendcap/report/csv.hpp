#pragma once

#include <cstddef>
#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "sendcap/model/measure.hpp"
#include "sendcap/report/small_counts.hpp"

namespace sendcap::report {

/// How much of the results the tidy table gives. The means over replications of every group at every date
/// stand in the estimates table whatever is chosen here. At `milestones`, measures that are divided again by
/// reason, outcome or band stay with group `all`.
enum class Detail {
  totals,      ///< group `all` at every date
  milestones,  ///< and the other groups at milestones, at the end and for the whole run
  full,        ///< every group at every date
};

/// The first line of the tidy table.
void write_csv_header(std::ostream& out);

/// Writes replications as a tidy table (RFC 4180, with plain line ends): one line for each value,
/// `plan,replication, date,measure,service,group,value`. A value that does not exist in a replication (the
/// median wait of nobody) has no line. Numbers are the shortest text that reads back as the same number, with
/// a point, whatever the locale.
class CsvWriter {
 public:
  /// The stream and the layout must outlive the writer. Counts of groups at the start of up to `small` are
  /// left out, see SmallCounts.
  CsvWriter(std::ostream& out, std::string_view plan, const model::MeasureLayout& layout, Detail detail,
            unsigned small = kUsualSmallCount);

  /// All lines of one replication; they have reached the stream when it returns.
  void write(std::uint32_t replication, const model::Measures& measures);

 private:
  static constexpr std::size_t kChunk = 1U << 16U;

  void write_series(std::size_t column, std::size_t group, const std::vector<std::size_t>& dates,
                    const model::Measures& measures);

  std::ostream& out_;
  const model::MeasureLayout& layout_;
  Detail detail_;
  SmallCounts small_counts_;
  std::vector<double> at_start_;  ///< by group, of the column being written, as they may be shown
  std::string plan_;              ///< each of these with the comma after it
  std::vector<std::string> dates_;
  std::vector<std::string> columns_;
  std::vector<std::string> groups_;
  std::vector<std::size_t> all_dates_;
  std::string start_;  ///< plan and replication
  std::string buffer_;
};

}  // namespace sendcap::report
