#pragma once

#include <cstddef>
#include <vector>

#include "sendcap/engine/interval.hpp"
#include "sendcap/engine/tally.hpp"
#include "sendcap/experiment/compared.hpp"
#include "sendcap/experiment/theil.hpp"
#include "sendcap/model/measure.hpp"

namespace sendcap::experiment {

/// How far apart the two groups are that lie furthest apart.
struct Gap {
  std::size_t lowest = 0;   ///< group, index into MeasureLayout::groups
  std::size_t highest = 0;  ///< likewise
  engine::Interval lowest_value;
  engine::Interval highest_value;
  engine::Interval difference;  ///< of the highest less the lowest, replication by replication
  engine::Interval ratio;       ///< of their means; NaN where the lowest is not above 0
};

/// Inequality between the groups of each dimension (district, need, age …), over replications. Memory does
/// not grow with replications.
class Inequality {
 public:
  /// Groups smaller than this (mean number over replications) are left out of gaps: their values are chance.
  static constexpr double kLeastCount = 10;

  explicit Inequality(const model::MeasureLayout& layout);

  void add(const model::Measures& measures);

  [[nodiscard]] const std::vector<Compared>& compared() const { return compared_; }
  [[nodiscard]] std::size_t dimensions() const { return layout_.dimensions.size(); }
  /// Groups of a dimension large enough to be compared.
  [[nodiscard]] std::size_t groups_compared(std::size_t compared, std::size_t dimension) const;
  /// Whether at least two groups have values in at least two replications.
  [[nodiscard]] bool has_gap(std::size_t compared, std::size_t dimension) const {
    return groups_compared(compared, dimension) >= 2;
  }
  /// The gap between the groups with the lowest and the highest mean over replications. As these two were
  /// picked out of several, the intervals of difference and ratio hold for all pairs of groups at once
  /// (Bonferroni), so a gap whose interval spans no zero is more than the luck of the extremes. The interval
  /// of the ratio is by the delta method, on its logarithm. Only when `has_gap`.
  [[nodiscard]] Gap gap(std::size_t compared, std::size_t dimension, double level) const;
  [[nodiscard]] const engine::Tally& within(std::size_t compared, std::size_t dimension) const;
  [[nodiscard]] const engine::Tally& between(std::size_t compared, std::size_t dimension) const;
  /// A group's value over replications.
  [[nodiscard]] const engine::Tally& value(std::size_t compared, std::size_t group) const;

 private:
  // What is kept of one comparison in one dimension.
  struct Kept {
    std::size_t first_pair = 0;  // index into differences_, pairs in order (0,1) (0,2) (1,2) (0,3) …
    engine::Tally within;
    engine::Tally between;
  };

  void add(std::size_t compared, std::size_t dimension, const model::Measures& measures);
  [[nodiscard]] GroupShare share_of(const Compared& compared, std::size_t group,
                                    const model::Measures& measures) const;
  [[nodiscard]] double sum(const std::vector<Compared::Term>& terms, std::size_t group,
                           const model::Measures& measures) const;
  [[nodiscard]] const Kept& kept(std::size_t compared, std::size_t dimension) const {
    return kept_[compared * layout_.dimensions.size() + dimension];
  }
  /// Where the tallies of a group stand.
  [[nodiscard]] std::size_t at(std::size_t compared, std::size_t group) const {
    const model::Column& column = layout_.columns[compared_[compared].value.front().column];
    return first_of_[compared] + layout_.position(column, group);
  }
  [[nodiscard]] model::GroupSet::Range groups_in(std::size_t compared, std::size_t dimension) const;
  [[nodiscard]] std::vector<std::size_t> large_groups(std::size_t compared, std::size_t dimension) const;
  [[nodiscard]] engine::Interval ratio(const engine::Tally& high, const engine::Tally& low,
                                       const engine::Tally& difference, double level) const;

  const model::MeasureLayout& layout_;
  std::vector<Compared> compared_;
  std::vector<std::size_t> first_of_;  // of each comparison among the values and counts
  std::vector<engine::Tally> values_;  // by comparison and group
  std::vector<engine::Tally> counts_;  // likewise
  std::vector<Kept> kept_;             // by comparison and dimension
  std::vector<engine::Tally> differences_;
  std::vector<GroupShare> groups_;  // of the comparison at work
};

}  // namespace sendcap::experiment
