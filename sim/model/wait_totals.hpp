#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "counts.hpp"
#include "fetch.hpp"
#include "sendcap/engine/histogram.hpp"
#include "wait_rounding.hpp"
#include "wait_sample.hpp"

namespace sendcap::model {

/// Running totals of waits that are over, of all children and of every group: counts, sums, shares, and
/// histograms for the percentiles. They stand by position, with one more for children in no age band.
class WaitTotals {
 public:
  /// Where there are groups that can be unequal, sums of x log x too, which cost a logarithm for each wait.
  WaitTotals(const GroupPlaces& places, double resolution_days);

  void clear();
  /// Counts one wait. REQUIRES: the places hold the groups.
  void add(double wait_days, const Groups& groups) {
    const double rounded = (wait_days + shift_) - shift_;
    const double not_negative = std::max(wait_days, 0.0);
    const auto add_at = [&](std::size_t position) {
      WaitSummary& total = summaries_[position];
      total.sum += rounded;
      total.longest = std::max(total.longest, wait_days);
      if (wait_days > k13WeeksInDays) [[unlikely]] {
        --total.within_13_weeks;
        if (wait_days > k18WeeksInDays) --total.within_18_weeks;
      }
      histograms_[position].add(not_negative);
    };
    if (places_.dimensions == 0) return add_at(0);
    places_.visit(groups, add_at);
    add_to_theil(x_log_x(wait_days, shift_), groups);
  }
  /// Adds the counts, sums and longest waits of a period whose waits are in the histograms already.
  void add_period(const std::vector<WaitSummary>& period);

  void fetch_counts() const {
    fetch(summaries_.data(), sizeof(WaitSummary));
    fetch(histograms_.data(), sizeof(engine::WaitHistogram));
  }
  [[nodiscard]] std::span<engine::WaitHistogram> histograms() { return histograms_; }
  /// Takes the counts of single waits and the percentiles from the histograms, and gives all that is known.
  const std::vector<WaitSummary>& with_percentiles();
  [[nodiscard]] const std::vector<WaitSummary>& summaries() const { return summaries_; }

 private:
  void add_to_theil(double term, const Groups& groups) {
    places_.visit(groups, [&](std::size_t position) { summaries_[position].sum_of_x_log_x += term; });
  }

  GroupPlaces places_;
  double shift_;
  /// Until `with_percentiles`, waits added one by one are not in the counts yet: a wait is counted once, by
  /// its histogram, and those longer than 13 or 18 weeks, who are few, are taken off what is within them.
  std::vector<WaitSummary> summaries_;
  std::vector<engine::WaitHistogram> histograms_;
};

}  // namespace sendcap::model
