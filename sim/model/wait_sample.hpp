#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "counts.hpp"
#include "sendcap/engine/histogram.hpp"

namespace sendcap::model {

/// What is known of the waits of one group.
struct WaitSummary {
  std::uint64_t count = 0;
  double sum = 0;             ///< days
  double sum_of_x_log_x = 0;  ///< x a wait in days; 0 unless asked for
  double longest = 0;
  double median = 0;
  double percentile_90 = 0;
  std::uint64_t within_13_weeks = 0;
  std::uint64_t within_18_weeks = 0;
  std::array<std::uint64_t, kWaitBandCount> bands{};
};

/// Waits of some children with the groups each belongs to, from which means, shares and percentiles are
/// worked out for all and for every group. Memory is kept from use to use.
class WaitSample {
 public:
  void clear() { waits_.clear(); }
  void add(double wait_days, const Groups& groups) { waits_.push_back({wait_days, groups}); }
  [[nodiscard]] std::size_t size() const { return waits_.size(); }

  /// How a sample is told.
  struct Telling {
    const GroupPlaces& places;
    std::size_t dimensions;
    double resolution;
    bool bands;  ///< by wait band too
    bool theil;  ///< sums of x log x too
  };

  /// Works out the summary of every group, by its position. Percentiles are the lower edge of the bin (of
  /// `resolution` days) in which the percentile lies. Where `histograms` are given, by position, the waits are
  /// counted in them too.
  void summarise(const Telling& telling, std::vector<WaitSummary>& by_group,
                 std::span<engine::WaitHistogram> histograms = {});

  /// Adds every wait to running totals (count, sums, longest, shares) and histograms of each group, and
  /// forgets it. Nothing is put in order, which suits totals to which little is added at a time.
  void drain_into(const Telling& telling, std::vector<WaitSummary>& totals,
                  std::span<engine::WaitHistogram> histograms);

 private:
  struct Waited {
    double days;
    Groups groups;
  };
  void order_by_bin(double resolution);
  void settle_threshold(double threshold_days, double resolution);
  void order_by_group(const Telling& telling);
  void count_logarithms(const Telling& telling, std::vector<WaitSummary>& by_group) const;

  std::vector<Waited> waits_;
  std::vector<Waited> ordered_;  ///< by bin, and exactly by wait in bins in which a threshold lies
  std::vector<std::uint32_t> bins_;        ///< of each wait
  std::vector<std::uint32_t> bin_ends_;    ///< among the ordered, by bin less the first
  std::vector<double> group_waits_;        ///< in the same order, each group's side by side
  std::vector<std::uint32_t> group_ends_;  ///< of each group among them, by position
};

/// Adds a period's counts, sums and longest waits to those of the run; percentiles are left alone.
void add_to_totals(std::vector<WaitSummary>& totals, const std::vector<WaitSummary>& period);

}  // namespace sendcap::model
