#include "wait_sample.hpp"

#include <algorithm>
#include <cmath>

#include "sendcap/model/simulation.hpp"

namespace sendcap::model {
namespace {

constexpr double kWeek = 7.0;
// A wait that is a whole number of weeks is within them in spite of rounding.
constexpr double kRounding = 1e-9;
constexpr double k13Weeks = 13 * kWeek + kRounding;
constexpr double k18Weeks = 18 * kWeek + kRounding;

double bound_of_band(std::size_t band) {
  return wait_band_bound_weeks(band) * kWeek + kWeek * kRounding;
}

// Waits are summed as multiples of a 2^-20th of the resolution (rounded to a power of two), which makes sums
// exact: the same children give the same mean in whatever order they stand, so that a plan leaves unconnected
// lists exactly as they were. Adding and taking away this number rounds a wait to such a multiple.
double rounding_shift(double resolution) {
  int exponent = 0;
  std::frexp(resolution, &exponent);
  return std::ldexp(1.5, 52 - 20 + exponent - 1);
}

void count_wait(WaitSummary& summary, double wait_days, double shift) {
  ++summary.count;
  summary.sum += (wait_days + shift) - shift;
  summary.longest = std::max(summary.longest, wait_days);
  summary.within_13_weeks += wait_days <= k13Weeks ? 1 : 0;
  summary.within_18_weeks += wait_days <= k18Weeks ? 1 : 0;
}

// Rounded in the same way, for the Theil index.
double x_log_x(double wait_days, double shift) {
  return wait_days > 0 ? (wait_days * std::log(wait_days) + shift) - shift : 0.0;
}

std::uint32_t bin_of(double wait_days, double resolution) {
  return static_cast<std::uint32_t>(std::min(std::max(wait_days, 0.0) / resolution + 1e-9, 4e9));
}

// The rank (from 1) of the smallest observation with at least this share of all at or below it.
std::uint64_t rank_of(double share, std::uint64_t count) {
  return std::max<std::uint64_t>(
      1, static_cast<std::uint64_t>(std::ceil(share * static_cast<double>(count) - 1e-9)));
}

// How many of the waits of a group, in order as WaitSample puts them, are no longer than a threshold.
std::uint64_t up_to(std::span<const double> waits, double threshold) {
  return static_cast<std::uint64_t>(std::upper_bound(waits.begin(), waits.end(), threshold) - waits.begin());
}

// The waits of one group in order.
WaitSummary summary_of(std::span<const double> waits, double resolution, bool bands) {
  WaitSummary summary;
  summary.count = waits.size();
  const double shift = rounding_shift(resolution);
  for (const double wait : waits) {
    summary.sum += (wait + shift) - shift;
    summary.longest = std::max(summary.longest, wait);
  }
  const auto percentile = [&](double share) {
    return static_cast<double>(bin_of(waits[rank_of(share, waits.size()) - 1], resolution)) * resolution;
  };
  summary.median = percentile(0.5);
  summary.percentile_90 = percentile(0.9);
  summary.within_13_weeks = up_to(waits, k13Weeks);
  summary.within_18_weeks = up_to(waits, k18Weeks);
  if (!bands) return summary;
  std::uint64_t before = 0;
  for (std::size_t band = 0; band < kWaitBandCount; ++band) {
    const std::uint64_t end = band + 1 < kWaitBandCount ? up_to(waits, bound_of_band(band)) : waits.size();
    summary.bands[band] = end - before;
    before = end;
  }
  return summary;
}

}  // namespace

// Counting sort: waits are few distinct bins, and there may be thousands of them each month.
void WaitSample::order_by_bin(double resolution) {
  const std::size_t count = waits_.size();
  bins_.resize(count);
  std::uint32_t most = 0;
  for (std::size_t i = 0; i < count; ++i) {
    bins_[i] = bin_of(waits_[i].days, resolution);
    most = std::max(most, bins_[i]);
  }
  if (most > 8 * count + 4096) {  // a fine resolution: too many empty bins to count through
    ordered_ = waits_;
    std::sort(ordered_.begin(), ordered_.end(),
              [](const Waited& left, const Waited& right) { return left.days < right.days; });
    return;
  }
  bin_ends_.assign(std::size_t{most} + 2, 0);
  for (const std::uint32_t bin : bins_) ++bin_ends_[std::size_t{bin} + 1];
  for (std::size_t bin = 1; bin < bin_ends_.size(); ++bin) bin_ends_[bin] += bin_ends_[bin - 1];
  ordered_.resize(count);
  for (std::size_t i = 0; i < count; ++i) ordered_[bin_ends_[bins_[i]]++] = waits_[i];
  for (const double threshold : {k13Weeks, k18Weeks}) settle_threshold(threshold, resolution);
  for (std::size_t band = 0; band + 1 < kWaitBandCount; ++band)
    settle_threshold(bound_of_band(band), resolution);
}

// Puts the waits in the bin of a threshold in exact order, so that those within it stand before those beyond.
void WaitSample::settle_threshold(double threshold_days, double resolution) {
  const std::size_t bin = bin_of(threshold_days, resolution);
  if (bin + 1 >= bin_ends_.size()) return;
  const auto begin = ordered_.begin() + (bin == 0 ? 0 : static_cast<std::ptrdiff_t>(bin_ends_[bin - 1]));
  const auto end = ordered_.begin() + static_cast<std::ptrdiff_t>(bin_ends_[bin]);
  std::sort(begin, end, [](const Waited& left, const Waited& right) { return left.days < right.days; });
}

void WaitSample::order_by_group(const Telling& telling) {
  std::vector<std::uint32_t>& ends = group_ends_;
  ends.assign(std::size_t{telling.places.size} + 1, 0);
  for (const Waited& one : ordered_)
    telling.places.visit(one.groups, telling.dimensions, [&](std::size_t position) {
      if (position >= telling.places.size) throw BrokenInvariant("a child is where its group can not come");
      ++ends[position + 1];
    });
  for (std::size_t position = 1; position < ends.size(); ++position) ends[position] += ends[position - 1];
  group_waits_.resize(ends.back());
  for (const Waited& one : ordered_)
    telling.places.visit(one.groups, telling.dimensions,
                         [&](std::size_t position) { group_waits_[ends[position]++] = one.days; });
}

void WaitSample::count_logarithms(const Telling& telling, std::vector<WaitSummary>& by_group) const {
  const double shift = rounding_shift(telling.resolution);
  for (const Waited& one : ordered_) {
    const double term = x_log_x(one.days, shift);
    telling.places.visit(one.groups, telling.dimensions,
                         [&](std::size_t position) { by_group[position].sum_of_x_log_x += term; });
  }
}

void WaitSample::summarise(const Telling& telling, std::vector<WaitSummary>& by_group,
                           std::span<engine::WaitHistogram> histograms) {
  by_group.assign(telling.places.size, WaitSummary{});
  if (waits_.empty()) return;
  order_by_bin(telling.resolution);
  order_by_group(telling);
  std::size_t begin = 0;
  for (std::size_t position = 0; position < by_group.size(); ++position) {
    const std::span<const double> waits(group_waits_.data() + begin, group_ends_[position] - begin);
    begin = group_ends_[position];
    if (waits.empty()) continue;
    by_group[position] = summary_of(waits, telling.resolution, telling.bands);
    if (histograms.empty()) continue;
    for (const double wait : waits) histograms[position].add(std::max(wait, 0.0));
  }
  if (telling.theil) count_logarithms(telling, by_group);
}

void WaitSample::drain_into(const Telling& telling, std::vector<WaitSummary>& totals,
                            std::span<engine::WaitHistogram> histograms) {
  const double shift = rounding_shift(telling.resolution);
  for (const Waited& one : waits_) {
    const double term = x_log_x(one.days, shift);
    telling.places.visit(one.groups, telling.dimensions, [&](std::size_t position) {
      if (position >= telling.places.size) throw BrokenInvariant("a child is where its group can not come");
      count_wait(totals[position], one.days, shift);
      totals[position].sum_of_x_log_x += term;
      histograms[position].add(std::max(one.days, 0.0));
    });
  }
  waits_.clear();
}

void add_to_totals(std::vector<WaitSummary>& totals, const std::vector<WaitSummary>& period) {
  for (std::size_t position = 0; position < totals.size(); ++position) {
    WaitSummary& total = totals[position];
    const WaitSummary& added = period[position];
    total.count += added.count;
    total.sum += added.sum;
    total.sum_of_x_log_x += added.sum_of_x_log_x;
    total.longest = std::max(total.longest, added.longest);
    total.within_13_weeks += added.within_13_weeks;
    total.within_18_weeks += added.within_18_weeks;
  }
}

}  // namespace sendcap::model
