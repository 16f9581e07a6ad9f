#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sendcap::limits {

/// Waits counted by the minute, with their sum; times are in hours.
class WaitCounts {
 public:
  void add(double wait) {
    const auto minute = static_cast<std::size_t>(wait * 60);
    if (minute >= counts_.size()) [[unlikely]]
      counts_.resize(2 * minute + 60);
    ++counts_[minute];
    sum_ += wait;
    ++count_;
  }

  std::uint64_t count() const { return count_; }
  double mean() const { return sum_ / static_cast<double>(count_); }

  /// The wait, to the minute, that such a share of them does not exceed.
  double quantile(double share) const {
    const double wanted = share * static_cast<double>(count_);
    std::uint64_t so_far = 0;
    std::size_t minute = 0;
    while (minute < counts_.size() && static_cast<double>(so_far += counts_[minute]) < wanted) ++minute;
    return static_cast<double>(minute) / 60;
  }

 private:
  std::vector<std::uint32_t> counts_;
  double sum_ = 0;
  std::uint64_t count_ = 0;
};

}  // namespace sendcap::limits
