#pragma once

#include <algorithm>
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
  std::uint64_t within_13_weeks = 0;
  std::uint64_t within_18_weeks = 0;
  double median = 0;
  double percentile_90 = 0;
  std::array<std::uint64_t, kWaitBandCount> bands{};
};

/// Waits of some children with the groups each belongs to, from which means, shares and percentiles are
/// worked out for all and for every group. Memory is kept from use to use.
class WaitSample {
 public:
  explicit WaitSample(const GroupPlaces& places) : places_(places) {}

  void clear() {
    size_ = 0;
    in_order_ = true;
  }
  /// Adds one wait. REQUIRES: the places hold the groups.
  void add(double wait_days, const Groups& groups) {
    make_room_for(1);
    waits_[size_++] = {wait_days, places_.positions(groups)};
    in_order_ = false;
  }
  /// Takes the place of all waits: calls back with what adds one (days, positions), up to so many times.
  /// Those added from the shortest to the longest need not be put in order later. (What adds is no function
  /// of the sample, so that the compiler keeps in registers where it is: half of what adding took.)
  template <class AddEach>
  void fill(std::size_t most, const AddEach& add_each) {
    clear();
    make_room_for(most);
    Waited* end = waits_.data();
    double longest = 0;
    bool in_order = true;
    add_each([&](double wait_days, const Positions& positions) {
      in_order &= longest <= wait_days;
      longest = wait_days;
      *end++ = {wait_days, positions};
    });
    size_ = static_cast<std::size_t>(end - waits_.data());
    in_order_ = in_order;
  }
  [[nodiscard]] std::size_t size() const { return size_; }
  /// Adds the waits of another sample. REQUIRES: it is of the same groups.
  void add_all(const WaitSample& other);

  /// How a sample is told.
  struct Telling {
    double resolution_days;
    bool bands;  ///< by wait band too
    bool theil;  ///< sums of x log x too
  };

  /// Works out the summary of every group, by its position. Percentiles are the lower edge of the bin (of the
  /// resolution) in which the percentile lies. Where `histograms` are given, by position, the waits are
  /// counted in them too.
  void summarise(const Telling& telling, std::vector<WaitSummary>& by_group,
                 std::span<engine::WaitHistogram> histograms = {});

 private:
  struct Waited {
    double days;
    Positions positions;
  };
  /// Waits no longer than which are told apart.
  static constexpr std::size_t kThresholds = 9;
  [[nodiscard]] static const std::array<double, kThresholds>& thresholds_days();

  void make_room_for(std::size_t more) {
    if (size_ + more > waits_.size()) waits_.resize(std::max(size_ + more, 2 * size_));
  }
  [[nodiscard]] std::span<const Waited> waits() const { return {waits_.data(), size_}; }
  [[nodiscard]] std::span<const Waited> in_order(double resolution_days);
  void order_by_bin(double resolution_days);
  void settle_threshold(double threshold_days, double resolution_days);
  void order_by_group(std::span<const Waited> ordered);
  void find_starts(std::span<const Waited> ordered);
  void put_in_groups(std::span<const Waited> some);
  void tell_shares(std::size_t position, bool bands, WaitSummary& summary) const;
  void count_logarithms(double shift);

  GroupPlaces places_;
  std::vector<Waited> waits_;  ///< the first `size_` of them
  std::size_t size_ = 0;
  bool in_order_ = true;
  std::vector<Waited> ordered_;          ///< by bin, and exactly by wait in bins in which a threshold lies
  std::vector<std::uint32_t> bins_;      ///< of each wait
  std::vector<std::uint32_t> bin_ends_;  ///< among the ordered, by bin
  // By group: each group's waits side by side, in the same order.
  std::vector<double> group_waits_;
  std::vector<std::uint32_t> starts_;  ///< of each group among them, by position
  std::vector<double*> ends_;
  std::vector<const double*> reached_;  ///< by threshold and position: the end of the waits within it
  std::vector<double> logarithms_;      ///< sums of x log x by position
};

}  // namespace sendcap::model
