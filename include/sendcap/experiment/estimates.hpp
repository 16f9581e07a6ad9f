#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sendcap/engine/interval.hpp"
#include "sendcap/engine/tally.hpp"
#include "sendcap/model/measure.hpp"

namespace sendcap::experiment {

/// Means over replications, with their intervals, of every cell of the results. A replication in which a cell
/// has no value (the median wait of nobody) does not count for that cell. Memory does not grow with
/// replications.
class Estimates {
 public:
  explicit Estimates(const model::MeasureLayout& layout) : tallies_(layout.cells) {}

  void add(const model::Measures& measures);

  /// The replications in which the cell had a value, and their mean and spread.
  [[nodiscard]] const engine::Tally& tally(std::size_t cell) const { return tallies_[cell]; }
  /// Student's t interval of the mean of a cell.
  [[nodiscard]] engine::Interval interval(std::size_t cell, double level = 0.95) const {
    return engine::student_t_interval(tallies_[cell], level);
  }
  /// By subject (services, placement, provisions) and number present: share of time over replications.
  [[nodiscard]] const std::vector<std::vector<engine::Tally>>& presence() const { return presence_; }

  [[nodiscard]] std::uint32_t replications() const { return replications_; }
  [[nodiscard]] const engine::Tally& events() const { return events_; }
  [[nodiscard]] const engine::Tally& children() const { return children_; }
  [[nodiscard]] const engine::Tally& cases() const { return cases_; }

 private:
  std::vector<engine::Tally> tallies_;
  std::vector<std::vector<engine::Tally>> presence_;
  engine::Tally events_;
  engine::Tally children_;
  engine::Tally cases_;
  std::uint32_t replications_ = 0;
};

}  // namespace sendcap::experiment
