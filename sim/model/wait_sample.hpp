#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "groups.hpp"
#include "sendcap/engine/histogram.hpp"

namespace sendcap::model {

/// Waits of some children with the groups each belongs to, from which means, shares and percentiles are
/// worked out for all and for every group in one pass. Memory is kept from use to use.
class WaitSample {
 public:
  void reset(std::size_t dimensions, std::size_t groups) {
    dimensions_ = dimensions;
    group_count_ = groups;
    waits_.clear();
    groups_.clear();
  }
  void add(double wait_days, const Groups& groups) {
    waits_.push_back(wait_days);
    groups_.insert(groups_.end(), groups.group.begin(),
                   groups.group.begin() + static_cast<std::ptrdiff_t>(dimensions_));
  }
  [[nodiscard]] std::size_t size() const { return waits_.size(); }

  /// Works out the summary of every group. Percentiles are the lower edge of the bin (of `resolution` days)
  /// in which the percentile lies.
  struct Summary {
    std::uint64_t count = 0;
    double sum = 0;
    double sum_of_x_log_x = 0;  ///< x a wait in days; 0 unless asked for
    double longest = 0;
    double median = 0;
    double percentile_90 = 0;
    std::uint64_t within_13_weeks = 0;
    std::uint64_t within_18_weeks = 0;
    std::vector<std::uint64_t> bands;  ///< by wait band; empty unless asked for
  };
  struct Extras {
    bool bands = false;
    bool theil = false;
  };
  void summarise(double resolution, Extras extras, std::vector<Summary>& by_group);

  /// Adds every wait to running totals: one summary (count, sums, shares) and one histogram a group.
  void drain_into(std::vector<Summary>& totals, std::vector<engine::WaitHistogram>& histograms);

 private:
  template <class Visit>
  void visit_groups(std::size_t item, Visit&& visit) const {
    visit(std::size_t{0});
    const std::uint32_t* group = groups_.data() + item * dimensions_;
    for (std::size_t d = 0; d < dimensions_; ++d)
      if (group[d] != kNone) visit(std::size_t{group[d]});
  }
  void order_by_bin(double resolution);

  std::size_t dimensions_ = 0;
  std::size_t group_count_ = 1;
  std::vector<double> waits_;
  std::vector<std::uint32_t> groups_;
  std::vector<std::uint32_t> bins_;   ///< of each wait
  std::vector<std::uint32_t> order_;  ///< items by bin, shortest first
  std::vector<std::uint32_t> starts_;
  std::vector<std::uint64_t> passed_;  ///< by group, while walking in order
};

}  // namespace sendcap::model
