#pragma once

#include <cstddef>
#include <vector>

#include "sendcap/engine/interval.hpp"

namespace sendcap::experiment {

/// An input of a sample that drives what came of it.
struct Driver {
  std::size_t dimension = 0;
  /// Rank correlation with the figure, what the drivers before it explain taken off both; with its interval
  /// (Fisher's z).
  engine::Interval correlation;
  double explains = 0;  ///< share of the variance of the figure's ranks that it adds to those before it
};

/// Stepwise rank regression (Iman and Conover 1979, The Use of the Rank Transform in Regression,
/// Technometrics 21; Helton, Johnson, Sallaberry and Storlie 2006, Survey of Sampling-Based Methods for
/// Uncertainty and Sensitivity Analysis, 6.6): the driver with the largest partial rank correlation first,
/// and so on while that is clear at `level` for all remaining inputs at once (Bonferroni). It works with more
/// inputs than points; what is not found can not be told from nothing with so many points. `sample` by point
/// and dimension.
/// With fewer than 30 points none is named.
[[nodiscard]] std::vector<Driver> find_drivers(const std::vector<std::vector<double>>& sample,
                                               const std::vector<double>& values, double level,
                                               std::size_t most);

}  // namespace sendcap::experiment
