#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace sendcap::engine {

/// Counts of waits in bins of one width, so that percentiles are exact to that width whatever the number of
/// waits. Memory grows with the longest wait divided by the resolution.
class WaitHistogram {
 public:
  /// `resolution` in the unit of the waits. Throws std::invalid_argument unless it is positive and finite.
  explicit WaitHistogram(double resolution);

  /// Counts a wait, which must not be negative, `times` times. It falls in bin floor(wait / resolution +
  /// 1e-9): the small addition keeps whole multiples in their own bin in spite of rounding. Throws
  /// std::invalid_argument for a negative wait and std::length_error for one beyond 10^9 bins or more than
  /// 2^32
  /// - 1 waits in one bin.
  void add(double wait, std::uint64_t times = 1) {
    const double place = place_of(wait);
    if (!(place >= 0 && place < end_)) [[unlikely]]
      grow_to(place);
    std::uint32_t& bin = counts_[static_cast<std::size_t>(static_cast<std::int64_t>(place))];
    bin = sum_in_bin(bin, times);
    count_ += times;
  }

  /// Counts each of many waits, in half the time of one by one; those below 0 as 0.
  void add_each(std::span<const double> waits);

  /// Adds all waits of another histogram. Throws std::invalid_argument if the resolutions differ.
  void merge(const WaitHistogram& other);

  /// Forgets all waits, keeping the memory.
  void clear();

  std::uint64_t count() const { return count_; }
  double resolution() const { return resolution_; }

  /// The number of waits in each bin, from 0 to the longest so far (and perhaps some empty bins beyond).
  const std::vector<std::uint32_t>& counts() const { return counts_; }

  /// The smallest bin, named by its lower edge, such that at least `share` of the waits lie in it or below.
  /// `share` is from 0 to 1: the median is 0.5 and the 92nd percentile 0.92. NaN without waits.
  double percentile(double share) const;

  /// The share of waits in the bin of `wait` or below. NaN without waits.
  double share_at_or_below(double wait) const;

 private:
  double place_of(double wait) const { return wait * bins_per_unit_ + 1e-9; }
  void grow_to(double place);
  static std::uint32_t sum_in_bin(std::uint32_t bin, std::uint64_t times) {
    if (times > std::numeric_limits<std::uint32_t>::max() - bin) [[unlikely]]
      too_many_in_bin();
    return bin + static_cast<std::uint32_t>(times);
  }
  [[noreturn]] static void too_many_in_bin();

  double resolution_;
  double bins_per_unit_;
  double end_ = 0;  // the number of bins
  std::uint64_t count_ = 0;
  // Small, since a thousand of them in use at once are what a processor waits for.
  std::vector<std::uint32_t> counts_;
};

}  // namespace sendcap::engine
