#include "wait_totals.hpp"

namespace sendcap::model {

WaitTotals::WaitTotals(const GroupPlaces& places, double resolution_days)
    : places_(places),
      shift_(rounding_shift(resolution_days)),
      summaries_(places.size + 1U),
      histograms_(places.size + 1U, engine::WaitHistogram(resolution_days)) {}

void WaitTotals::clear() {
  std::fill(summaries_.begin(), summaries_.end(), WaitSummary{});
  for (engine::WaitHistogram& histogram : histograms_) histogram.clear();
}

void WaitTotals::add_period(const std::vector<WaitSummary>& period) {
  for (std::size_t position = 0; position < summaries_.size(); ++position) {
    WaitSummary& total = summaries_[position];
    const WaitSummary& added = period[position];
    total.count += added.count;
    total.sum += added.sum;
    total.sum_of_x_log_x += added.sum_of_x_log_x;
    total.longest = std::max(total.longest, added.longest);
    total.within_13_weeks += added.within_13_weeks;
    total.within_18_weeks += added.within_18_weeks;
  }
}

const std::vector<WaitSummary>& WaitTotals::with_percentiles() {
  for (std::size_t position = 0; position < summaries_.size(); ++position) {
    WaitSummary& total = summaries_[position];
    const std::uint64_t added = histograms_[position].count() - total.count;
    total.count += added;
    total.within_13_weeks += added;
    total.within_18_weeks += added;
    total.median = histograms_[position].percentile(0.5);
    total.percentile_90 = histograms_[position].percentile(0.9);
  }
  return summaries_;
}

}  // namespace sendcap::model
