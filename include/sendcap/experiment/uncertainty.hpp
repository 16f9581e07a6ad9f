#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sendcap/experiment/contrast.hpp"
#include "sendcap/experiment/drivers.hpp"
#include "sendcap/experiment/input_spread.hpp"
#include "sendcap/experiment/variance_components.hpp"

namespace sendcap::experiment {

struct UncertaintyOptions {
  std::size_t points = 100;
  std::uint32_t replications = 10;  ///< of each point, the same random numbers in all
  Spread spread = Spread::triangular;
  double level = 0.95;
  std::size_t most_drivers = 10;
};

/// A figure of a contrast over all ranges at once.
struct UncertainFigure {
  Contrast contrast;
  Figure figure;
  engine::Interval as_it_stands;  ///< with every input as it stands
  Verdict as_it_stands_side = Verdict::unclear;
  std::vector<std::size_t> points;  ///< of Uncertainty::points, in which it has a value in all replications
  std::vector<double> means;        ///< by those points, chance taken out (means_without_chance)
  std::optional<VarianceComponents> components;  ///< none with fewer than 3 points or replications
  double percentile_5 = 0;                       ///< of the means
  double percentile_95 = 0;
  std::vector<Driver> drivers;  ///< dimension: of Uncertainty::inputs

  // Of a difference, by the direction in which the figure is better:
  engine::Interval chance_better;  ///< share of points that are better on average (Wilson)
  std::size_t clearly_better = 0;  ///< points in which chance can not explain it
  std::size_t clearly_worse = 0;
  std::size_t exactly_same = 0;
  std::optional<std::size_t> worst;  ///< of `points`
  engine::Interval at_worst;
};

/// How far each world stays behind the best one, over the points (Savage 1951, The Theory of Statistical
/// Decision).
struct Regret {
  Figure figure;
  std::vector<double> mean;  ///< by world: the scenario as it stands, then the plans
  std::vector<double> most;
  std::vector<double> best_in;  ///< share of points in which it is best; those that tie share evenly
};

struct Uncertainty {
  std::vector<std::size_t> inputs;          ///< that were spread over their ranges
  std::vector<std::vector<double>> points;  ///< values of the inputs, by complete point
  std::vector<std::size_t> numbers;         ///< of the complete points in the sample
  std::size_t asked_points = 0;
  std::size_t impossible = 0;  ///< points left out, as their values do not go together
  std::string impossible_reason;
  std::uint32_t replications = 0;
  std::vector<UncertainFigure> figures;  ///< by contrast, then by figure
  std::vector<Regret> regrets;           ///< with several plans, of figures with a direction
  bool interrupted = false;
};

/// Spreads all inputs over their ranges at once: a Latin hypercube of points, each run with and without the
/// plans, all under the same random numbers. Points are finished one after the other, so that what is there
/// after an interruption is complete.
[[nodiscard]] Uncertainty find_uncertainty(CarefulTrials& trials, const std::vector<Contrast>& contrasts,
                                           const std::vector<Figure>& figures,
                                           const std::vector<std::size_t>& inputs,
                                           const UncertaintyOptions& options);

/// The value below which this share of the values lies, by straight lines between them (Hyndman and Fan 1996,
/// Sample Quantiles in Statistical Packages, type 7). NaN without values.
[[nodiscard]] double sample_quantile(std::vector<double> values, double share);

}  // namespace sendcap::experiment
