#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "sendcap/model/measure.hpp"

namespace sendcap::report {

/// Counts up to this are left out unless something else is asked for, as NHS England does in its tables of
/// autism waits and of community mental health; Hospital Episode Statistics leave out 1 to 7.
inline constexpr unsigned kUsualSmallCount = 4;
inline constexpr unsigned kLargestSmallCount = 7;

/// Counts of real children, one for each group of one dimension, as they may be published. NaN stands for
/// what is left out: counts from 1 to `small`, and where it would follow from the total and the rest, more
/// (secondary suppression), until each count left out may have been at least two numbers. Other counts are
/// rounded to 5. With `small` 0 nothing changes.
[[nodiscard]] std::vector<double> without_small_counts(const std::vector<double>& counts, double total,
                                                       unsigned small);

/// What of the results may be shown where they speak of real children: those on the lists at the start, by
/// group. From then on the children are simulated. The totals over all groups are shown whatever they are.
class SmallCounts {
 public:
  /// The layout must outlive it.
  SmallCounts(const model::MeasureLayout& layout, unsigned small);

  [[nodiscard]] bool concern(const model::Column& column, std::size_t date, std::size_t group) const {
    return small_ > 0 && date == 0 && group > 0 && column.by_group;
  }

  /// The values of a column at the start by group, as they may be shown: counts `without_small_counts`; a
  /// mean or a percentile only of groups whose count is shown; a share only where neither those who have it
  /// nor those who have it not are few. `value` gives the value of a cell.
  [[nodiscard]] std::vector<double> shown(std::size_t column,
                                          const std::function<double(std::size_t cell)>& value) const;

 private:
  [[nodiscard]] std::vector<double> at_start(std::size_t column,
                                             const std::function<double(std::size_t cell)>& value) const;
  [[nodiscard]] std::vector<double> counts_shown(const std::vector<double>& counts) const;
  [[nodiscard]] bool tells_of_few(double share, double count) const;

  const model::MeasureLayout& layout_;
  unsigned small_;
  std::vector<std::size_t> count_of_;  ///< by column: the column that counts those it speaks of
};

}  // namespace sendcap::report
