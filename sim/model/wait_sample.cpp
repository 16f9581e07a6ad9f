#include "wait_sample.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "wait_rounding.hpp"
#include "written_out.hpp"

namespace sendcap::model {
namespace {

std::uint32_t bin_of(double wait_days, double resolution) {
  return static_cast<std::uint32_t>(std::min(std::max(wait_days, 0.0) / resolution + 1e-9, 4e9));
}

// The rank (from 1) of the smallest observation with at least this share of all at or below it.
std::uint64_t rank_of(double share, std::uint64_t count) {
  return std::max<std::uint64_t>(
      1, static_cast<std::uint64_t>(std::ceil(share * static_cast<double>(count) - 1e-9)));
}

// Four sums side by side, two to a register: one alone would wait for itself at each addition.
double sum_of(std::span<const double> waits, double shift) {
  using Pair [[gnu::vector_size(2 * sizeof(double))]] = double;
  const auto rounded = [&](std::size_t i) {
    Pair pair;
    std::memcpy(&pair, &waits[i], sizeof(pair));
    return (pair + shift) - shift;
  };
  Pair first{};
  Pair second{};
  std::size_t i = 0;
  for (; i + 4 <= waits.size(); i += 4) {
    first += rounded(i);
    second += rounded(i + 2);
  }
  for (; i < waits.size(); ++i) first[0] += (waits[i] + shift) - shift;
  return (first[0] + first[1]) + (second[0] + second[1]);
}

// It is in the last bin, whose waits may stand in any order.
double longest_of(std::span<const double> waits, double resolution_days) {
  const std::uint32_t last_bin = bin_of(waits.back(), resolution_days);
  double longest = 0;
  for (std::size_t i = waits.size(); i > 0 && bin_of(waits[i - 1], resolution_days) == last_bin; --i)
    longest = std::max(longest, waits[i - 1]);
  return longest;
}

// Count, sum, longest and percentiles of the waits of one group, which stand in order of their bins.
WaitSummary summary_of(std::span<const double> waits, double resolution_days, double shift) {
  WaitSummary summary;
  summary.count = waits.size();
  if (waits.empty()) return summary;
  summary.sum = sum_of(waits, shift);
  summary.longest = longest_of(waits, resolution_days);
  const auto percentile = [&](double share) {
    const double wait = waits[static_cast<std::size_t>(rank_of(share, waits.size())) - 1];
    return static_cast<double>(bin_of(wait, resolution_days)) * resolution_days;
  };
  summary.median = percentile(0.5);
  summary.percentile_90 = percentile(0.9);
  return summary;
}

constexpr std::size_t kAll = 0;  // the position of all children

// Where the thresholds of the shares stand among all; those of the wait bands are the others.
constexpr std::size_t k13WeeksAt = 4;
constexpr std::size_t k18WeeksAt = 5;
constexpr std::array<std::size_t, kWaitBandCount - 1> kBandsAt{0, 1, 2, 3, 6, 7, 8};

}  // namespace

// The bound of a band in weeks is met a little later in days: both allow for rounding.
const std::array<double, WaitSample::kThresholds>& WaitSample::thresholds_days() {
  static const std::array<double, kThresholds> thresholds = [] {
    std::array<double, kThresholds> days{};
    days[k13WeeksAt] = k13WeeksInDays;
    days[k18WeeksAt] = k18WeeksInDays;
    for (std::size_t band = 0; band < kBandsAt.size(); ++band)
      days[kBandsAt[band]] = kDaysPerWeek * (wait_band_bound_weeks(band) + kWeekRounding);
    return days;
  }();
  return thresholds;
}

void WaitSample::add_all(const WaitSample& other) {
  make_room_for(other.size_);
  std::copy_n(other.waits_.begin(), other.size_, waits_.begin() + static_cast<std::ptrdiff_t>(size_));
  in_order_ = size_ == 0 ? other.in_order_ : in_order_ && other.size_ == 0;
  size_ += other.size_;
}

std::span<const WaitSample::Waited> WaitSample::in_order(double resolution_days) {
  if (in_order_) return waits();
  order_by_bin(resolution_days);
  return ordered_;
}

// Counting sort: waits are few distinct bins, and there may be thousands of them each month.
void WaitSample::order_by_bin(double resolution) {
  const std::size_t count = size_;
  bins_.resize(count);
  std::uint32_t most = 0;
  for (std::size_t i = 0; i < count; ++i) {
    bins_[i] = bin_of(waits_[i].days, resolution);
    most = std::max(most, bins_[i]);
  }
  if (most > 8 * count + 4096) {  // a fine resolution: too many empty bins to count through
    ordered_.assign(waits().begin(), waits().end());
    std::sort(ordered_.begin(), ordered_.end(),
              [](const Waited& left, const Waited& right) { return left.days < right.days; });
    return;
  }
  bin_ends_.assign(std::size_t{most} + 2, 0);
  for (const std::uint32_t bin : bins_) ++bin_ends_[std::size_t{bin} + 1];
  for (std::size_t bin = 1; bin < bin_ends_.size(); ++bin) bin_ends_[bin] += bin_ends_[bin - 1];
  ordered_.resize(count);
  for (std::size_t i = 0; i < count; ++i) ordered_[bin_ends_[bins_[i]]++] = waits_[i];
  for (const double threshold : thresholds_days()) settle_threshold(threshold, resolution);
}

// Puts the waits in the bin of a threshold in exact order, so that those within it stand before those beyond.
void WaitSample::settle_threshold(double threshold_days, double resolution) {
  const std::size_t bin = bin_of(threshold_days, resolution);
  if (bin + 1 >= bin_ends_.size()) return;
  const auto begin = ordered_.begin() + (bin == 0 ? 0 : static_cast<std::ptrdiff_t>(bin_ends_[bin - 1]));
  const auto end = ordered_.begin() + static_cast<std::ptrdiff_t>(bin_ends_[bin]);
  std::sort(begin, end, [](const Waited& left, const Waited& right) { return left.days < right.days; });
}

// Those of a group that are within a threshold are those put there before the first wait beyond it.
void WaitSample::order_by_group(std::span<const Waited> ordered) {
  find_starts(ordered);
  group_waits_.resize(ordered.size() * (places_.dimensions + 1U));
  ends_.resize(places_.size + 1U);
  for (std::size_t position = 0; position < ends_.size(); ++position)
    ends_[position] = group_waits_.data() + starts_[position];
  reached_.clear();
  std::size_t put = 0;
  for (const double threshold : thresholds_days()) {
    const auto beyond =
        std::upper_bound(ordered.begin() + static_cast<std::ptrdiff_t>(put), ordered.end(), threshold,
                         [](double days, const Waited& one) { return days < one.days; });
    const auto end = static_cast<std::size_t>(beyond - ordered.begin());
    put_in_groups(ordered.subspan(put, end - put));
    reached_.insert(reached_.end(), ends_.begin(), ends_.end());
    put = end;
  }
  put_in_groups(ordered.subspan(put));
}

void WaitSample::find_starts(std::span<const Waited> ordered) {
  starts_.assign(places_.size + 2U, 0);
  std::uint32_t* const counts = starts_.data() + 1;
  counts[kAll] = static_cast<std::uint32_t>(ordered.size());
  with_number_of(places_.dimensions, [&](auto dimensions) {
    for (const Waited& one : ordered)
      for (std::size_t d = 0; d < dimensions; ++d) ++counts[one.positions[d]];
  });
  for (std::size_t position = 1; position < starts_.size(); ++position)
    starts_[position] += starts_[position - 1];
}

void WaitSample::put_in_groups(std::span<const Waited> some) {
  double** const ends = ends_.data();
  with_number_of(places_.dimensions, [&](auto dimensions) {
    double* all = ends[kAll];
    for (const Waited& one : some) {
      const double days = one.days;  // which could else be among what is written
      *all++ = days;
      for (std::size_t d = 0; d < dimensions; ++d) *ends[one.positions[d]]++ = days;
    }
    ends[kAll] = all;
  });
}

void WaitSample::tell_shares(std::size_t position, bool bands, WaitSummary& summary) const {
  const auto within = [&](std::size_t threshold) {
    const double* const end = reached_[threshold * ends_.size() + position];
    return static_cast<std::uint64_t>(end - (group_waits_.data() + starts_[position]));
  };
  summary.within_13_weeks = within(k13WeeksAt);
  summary.within_18_weeks = within(k18WeeksAt);
  if (!bands) return;
  std::uint64_t before = 0;
  for (std::size_t band = 0; band < kWaitBandCount; ++band) {
    const std::uint64_t up_to = band < kBandsAt.size() ? within(kBandsAt[band]) : summary.count;
    summary.bands[band] = up_to - before;
    before = up_to;
  }
}

void WaitSample::count_logarithms(double shift) {
  logarithms_.assign(places_.size + 1U, 0.0);
  double* const sums = logarithms_.data();
  with_number_of(places_.dimensions, [&](auto dimensions) {
    for (const Waited& one : waits()) {
      const double term = x_log_x(one.days, shift);
      sums[kAll] += term;
      for (std::size_t d = 0; d < dimensions; ++d) sums[one.positions[d]] += term;
    }
  });
}

void WaitSample::summarise(const Telling& telling, std::vector<WaitSummary>& by_group,
                           std::span<engine::WaitHistogram> histograms) {
  by_group.assign(places_.size + 1U, WaitSummary{});
  if (size_ == 0) return;
  order_by_group(in_order(telling.resolution_days));
  const double shift = rounding_shift(telling.resolution_days);
  if (telling.theil) count_logarithms(shift);
  for (std::size_t position = 0; position < places_.size; ++position) {
    const std::span<const double> waits(group_waits_.data() + starts_[position], ends_[position]);
    if (waits.empty()) continue;
    by_group[position] = summary_of(waits, telling.resolution_days, shift);
    if (telling.theil) by_group[position].sum_of_x_log_x = logarithms_[position];
    tell_shares(position, telling.bands, by_group[position]);
    if (!histograms.empty()) histograms[position].add_each(waits);
  }
}

}  // namespace sendcap::model
