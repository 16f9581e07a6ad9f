#pragma once

#include <cstddef>
#include <vector>

#include "sendcap/engine/interval.hpp"

namespace sendcap::experiment {

/// How far a figure varies because its inputs are uncertain, and how far by chance.
struct VarianceComponents {
  double mean = 0;
  double of_inputs = 0;  ///< variance of the mean over chance, between values of the inputs; not below 0
  double of_chance = 0;  ///< mean variance over chance, the inputs as they are
  /// The share of inputs in both together; 0 to 1. NaN when nothing varies.
  engine::Interval share;
  engine::Interval mean_interval;  ///< of the mean over both
};

/// Values by point (of the inputs) and replication, all complete: two crossed random factors, as all points
/// share their random numbers. Components by the analysis of variance, unbiased whatever the distributions
/// (Searle, Casella and McCulloch 1992, Variance Components, 4.7; the law of total variance as in Sun, Apley
/// and Staum 2011, Efficient Nested Simulation for Estimating the Variance of a Conditional Expectation,
/// Operations Research 59, but with crossed instead of nested replications). Intervals by the jackknife over
/// points and over replications, their variances added, on the logarithm of the ratio (Arvesen and Schmitz
/// 1970, Robust Procedures for Variance Component Problems Using the Jackknife, Biometrics 26). REQUIRES: at
/// least 3 points and 3 replications.
[[nodiscard]] VarianceComponents variance_components(const std::vector<std::vector<double>>& values,
                                                     double level);

/// The means of points over chance, drawn together about their mean so far that they vary as the true ones
/// do: means of few replications vary more (Louis 1984, Estimating a Population of Parameter Values Using
/// Bayes and Empirical Bayes Methods, Journal of the American Statistical Association 79).
[[nodiscard]] std::vector<double> means_without_chance(const std::vector<std::vector<double>>& values);

}  // namespace sendcap::experiment
