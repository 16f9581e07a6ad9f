#include "wait_sample.hpp"

#include <algorithm>
#include <cmath>

#include "sendcap/model/measure.hpp"

namespace sendcap::model {
namespace {

constexpr double kWeek = 7.0;
// A wait that is a whole number of weeks is within them in spite of rounding.
constexpr double kRounding = 1e-9;

// Waits are summed as multiples of a 2^-20th of the resolution (rounded to a power of two), which makes sums
// exact: the same children give the same mean in whatever order they stand, so that a plan leaves unconnected
// lists exactly as they were. Adding and taking away this number rounds a wait to such a multiple.
double rounding_shift(double resolution) {
  int exponent = 0;
  std::frexp(resolution, &exponent);
  return std::ldexp(1.5, 52 - 20 + exponent - 1);
}

void count_wait(WaitSample::Summary& summary, double wait_days, double shift) {
  ++summary.count;
  summary.sum += (wait_days + shift) - shift;
  summary.longest = std::max(summary.longest, wait_days);
  if (wait_days <= 13 * kWeek + kRounding) ++summary.within_13_weeks;
  if (wait_days <= 18 * kWeek + kRounding) ++summary.within_18_weeks;
}

// Rounded in the same way, for the Theil index.
double x_log_x(double wait_days, double shift) {
  return wait_days > 0 ? (wait_days * std::log(wait_days) + shift) - shift : 0.0;
}

// The rank (from 1) of the smallest observation with at least this share of all at or below it.
std::uint64_t rank_of(double share, std::uint64_t count) {
  return std::max<std::uint64_t>(
      1, static_cast<std::uint64_t>(std::ceil(share * static_cast<double>(count) - 1e-9)));
}

}  // namespace

// Counting sort: waits are few distinct bins, and there may be thousands of them each month.
void WaitSample::order_by_bin(double resolution) {
  const std::size_t count = waits_.size();
  bins_.resize(count);
  std::uint32_t most = 0;
  for (std::size_t i = 0; i < count; ++i) {
    bins_[i] = static_cast<std::uint32_t>(std::min(std::max(waits_[i], 0.0) / resolution + 1e-9, 4e9));
    most = std::max(most, bins_[i]);
  }
  order_.resize(count);
  if (most > 8 * count + 4096) {  // a fine resolution: too many empty bins to count through
    for (std::size_t i = 0; i < count; ++i) order_[i] = static_cast<std::uint32_t>(i);
    std::stable_sort(order_.begin(), order_.end(),
                     [this](std::uint32_t left, std::uint32_t right) { return bins_[left] < bins_[right]; });
    return;
  }
  starts_.assign(std::size_t{most} + 2, 0);
  for (std::uint32_t bin : bins_) ++starts_[std::size_t{bin} + 1];
  for (std::size_t bin = 1; bin < starts_.size(); ++bin) starts_[bin] += starts_[bin - 1];
  for (std::size_t i = 0; i < count; ++i) order_[starts_[bins_[i]]++] = static_cast<std::uint32_t>(i);
}

void WaitSample::summarise(double resolution, Extras extras, std::vector<Summary>& by_group) {
  by_group.assign(group_count_, Summary{});
  for (Summary& summary : by_group)
    if (extras.bands) summary.bands.assign(kWaitBandCount, 0);
  const double shift = rounding_shift(resolution);
  for (std::size_t i = 0; i < waits_.size(); ++i) {
    const std::size_t band = extras.bands ? wait_band(waits_[i] / kWeek) : 0;
    const double log_term = extras.theil ? x_log_x(waits_[i], shift) : 0;
    visit_groups(i, [&](std::size_t group) {
      count_wait(by_group[group], waits_[i], shift);
      by_group[group].sum_of_x_log_x += log_term;
      if (extras.bands) ++by_group[group].bands[band];
    });
  }
  order_by_bin(resolution);
  passed_.assign(group_count_, 0);
  for (std::uint32_t item : order_) {
    const double edge = static_cast<double>(bins_[item]) * resolution;
    visit_groups(item, [&](std::size_t group) {
      Summary& summary = by_group[group];
      const std::uint64_t rank = ++passed_[group];
      if (rank == rank_of(0.5, summary.count)) summary.median = edge;
      if (rank == rank_of(0.9, summary.count)) summary.percentile_90 = edge;
    });
  }
}

void WaitSample::drain_into(std::vector<Summary>& totals, std::vector<engine::WaitHistogram>& histograms) {
  const double shift = rounding_shift(histograms[0].resolution());
  for (std::size_t i = 0; i < waits_.size(); ++i) {
    const double log_term = x_log_x(waits_[i], shift);
    visit_groups(i, [&](std::size_t group) {
      count_wait(totals[group], waits_[i], shift);
      totals[group].sum_of_x_log_x += log_term;
      histograms[group].add(std::max(waits_[i], 0.0));
    });
  }
  waits_.clear();
  groups_.clear();
}

}  // namespace sendcap::model
