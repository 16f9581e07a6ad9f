#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sendcap/experiment/comparison.hpp"

namespace sendcap::testing {

/// Worlds whose results are written by hand: what is not said is the same, 0, in every world.
class HandWritten {
 public:
  HandWritten(std::size_t worlds, std::size_t replications);

  /// The outcome of a measure of all children: at the end (`at_end`) or over the whole run.
  [[nodiscard]] std::size_t outcome(const std::string& measure, const std::string& subject,
                                    bool at_end) const;
  /// Every outcome of all children, in order.
  [[nodiscard]] std::vector<std::size_t> totals() const;
  void set(std::size_t world, std::size_t outcome, const std::vector<double>& by_replication);
  void set_target(std::size_t world, const std::vector<double>& by_replication);
  [[nodiscard]] experiment::Comparison compared(double level = 0.95) const;

 private:
  experiment::Outcomes outcomes_;
  std::vector<experiment::TargetCell> targets_;
  std::vector<std::vector<experiment::Row>> worlds_;
};

}  // namespace sendcap::testing
