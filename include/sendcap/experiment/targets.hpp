#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sendcap/engine/interval.hpp"
#include "sendcap/engine/tally.hpp"
#include "sendcap/model/measure.hpp"
#include "sendcap/scenario/language/diagnostic.hpp"
#include "sendcap/scenario/scenario.hpp"

namespace sendcap::experiment {

/// A target of the scenario, found in the results.
struct TargetCell {
  std::string name;
  std::string source;
  std::string unit;        ///< of the measure
  std::size_t column = 0;  ///< of MeasureLayout::columns
  std::size_t date = 0;    ///< of MeasureLayout::dates
  std::size_t group = 0;   ///< of MeasureLayout::groups
  std::size_t cell = 0;
  std::optional<double> at_least;  ///< in the unit of the measure
  std::optional<double> at_most;

  [[nodiscard]] bool is_met_by(double value) const {
    return (!at_least || value >= *at_least) && (!at_most || value <= *at_most);
  }
};

/// Finds the targets of a scenario in its results. A measure, subject, group or milestone that does not
/// exist, a target without bounds, or a measure of a period at a milestone where no period ends is an error.
/// A target for a milestone outside the run is left out; the milestone has drawn its warning.
[[nodiscard]] std::vector<TargetCell> find_targets(const scenario::Scenario& scenario,
                                                   const model::MeasureLayout& layout,
                                                   scenario::Diagnostics& diagnostics);

/// How targets fare over replications. A replication in which the measure has no value (the longest wait of
/// nobody) does not count.
class TargetRecord {
 public:
  explicit TargetRecord(std::vector<TargetCell> targets)
      : targets_(std::move(targets)), met_(targets_.size()), values_(targets_.size()) {}

  void add(const model::Measures& measures);

  [[nodiscard]] const std::vector<TargetCell>& targets() const { return targets_; }
  /// The measure over replications.
  [[nodiscard]] const engine::Tally& value(std::size_t target) const { return values_[target]; }
  [[nodiscard]] std::uint64_t met(std::size_t target) const { return met_[target]; }
  /// How likely the target is to be met: the share of replications in which it is, with Wilson's interval.
  /// Unknown (NaN) without a replication that counts.
  [[nodiscard]] engine::Interval chance(std::size_t target, double level) const {
    return engine::wilson_interval(met_[target], values_[target].count(), level);
  }

 private:
  std::vector<TargetCell> targets_;
  std::vector<std::uint64_t> met_;
  std::vector<engine::Tally> values_;
};

}  // namespace sendcap::experiment
