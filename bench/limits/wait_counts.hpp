#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sendcap::limits {

/// Waits counted in steps of five minutes, with their sum; times are in hours.
class WaitCounts {
 public:
  void add(double wait) {
    const auto step = static_cast<std::size_t>(wait * kStepsAnHour);
    if (step >= counts_.size()) [[unlikely]]
      counts_.resize(2 * step + 60);
    ++counts_[step];
    sum_ += wait;
    ++count_;
  }

  std::uint64_t count() const { return count_; }
  double mean() const { return sum_ / static_cast<double>(count_); }

  /// The wait, to the step, that such a share of them does not exceed.
  double quantile(double share) const {
    const double wanted = share * static_cast<double>(count_);
    std::uint64_t so_far = 0;
    std::size_t step = 0;
    while (step < counts_.size() && static_cast<double>(so_far += counts_[step]) < wanted) ++step;
    return static_cast<double>(step) / kStepsAnHour;
  }

 private:
  static constexpr double kStepsAnHour = 12;

  std::vector<std::uint32_t> counts_;
  double sum_ = 0;
  std::uint64_t count_ = 0;
};

}  // namespace sendcap::limits
