#include "sendcap/engine/histogram.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace sendcap::engine {

WaitHistogram::WaitHistogram(double resolution) : resolution_(resolution), bins_per_unit_(1 / resolution) {
  if (!(resolution > 0) || !std::isfinite(resolution) || !std::isfinite(bins_per_unit_))
    throw std::invalid_argument("the resolution of a histogram must be a finite number above 0");
}

void WaitHistogram::add_each(std::span<const double> waits) {
  double end = end_;
  std::uint32_t* bins = counts_.data();
  for (const double wait : waits) {
    const double place = place_of(std::max(wait, 0.0));
    if (!(place < end)) [[unlikely]] {
      grow_to(place);
      end = end_;
      bins = counts_.data();
    }
    std::uint32_t& bin = bins[static_cast<std::size_t>(static_cast<std::int64_t>(place))];
    bin = sum_in_bin(bin, 1);
  }
  count_ += waits.size();
}

void WaitHistogram::merge(const WaitHistogram& other) {
  if (other.resolution_ != resolution_)
    throw std::invalid_argument("histograms of different resolutions can not be merged");
  if (counts_.size() < other.counts_.size()) counts_.resize(other.counts_.size());
  end_ = static_cast<double>(counts_.size());
  for (std::size_t bin = 0; bin < other.counts_.size(); ++bin)
    counts_[bin] = sum_in_bin(counts_[bin], other.counts_[bin]);
  count_ += other.count_;
}

void WaitHistogram::clear() {
  std::fill(counts_.begin(), counts_.end(), 0);
  count_ = 0;
}

double WaitHistogram::percentile(double share) const {
  if (count_ == 0) return std::numeric_limits<double>::quiet_NaN();
  // A whole number of waits must not be missed by rounding: 0.92 * 100 is a little more than 92.
  const double needed = share * static_cast<double>(count_) * (1 - 1e-12);
  std::uint64_t so_far = 0;
  std::size_t last_used = 0;
  for (std::size_t bin = 0; bin < counts_.size(); ++bin) {
    if (counts_[bin] == 0) continue;
    last_used = bin;
    so_far += counts_[bin];
    if (static_cast<double>(so_far) >= needed) break;
  }
  return static_cast<double>(last_used) * resolution_;
}

double WaitHistogram::share_at_or_below(double wait) const {
  if (count_ == 0) return std::numeric_limits<double>::quiet_NaN();
  const double place = place_of(wait);
  if (place < 0) return 0;
  if (place >= static_cast<double>(counts_.size())) return 1;
  std::uint64_t so_far = 0;
  for (std::size_t bin = 0; bin <= static_cast<std::size_t>(place); ++bin) so_far += counts_[bin];
  return static_cast<double>(so_far) / static_cast<double>(count_);
}

void WaitHistogram::grow_to(double place) {
  constexpr double kMostBins = 1e9;
  if (!(place >= 0)) throw std::invalid_argument("a wait must not be negative");
  if (!(place < kMostBins))
    throw std::length_error("a wait is too long for the resolution: more than a billion steps of it");
  counts_.resize(std::max(static_cast<std::size_t>(place) + 1, 2 * counts_.size()));
  end_ = static_cast<double>(counts_.size());
}

void WaitHistogram::too_many_in_bin() {
  throw std::length_error("more than 4,294,967,295 waits are of one length, to the resolution");
}

}  // namespace sendcap::engine
