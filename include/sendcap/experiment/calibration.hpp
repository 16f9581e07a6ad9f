#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "sendcap/engine/interval.hpp"
#include "sendcap/experiment/identifiability.hpp"
#include "sendcap/experiment/observation.hpp"
#include "sendcap/experiment/trials.hpp"

namespace sendcap::experiment {

/// A point of the box of all inputs to be fitted: each from 0 (the least it may be) to 1 (the most).
using BoxPoint = std::vector<double>;

/// What a minimiser is asked to do.
struct MinimiseTask {
  BoxPoint start;
  double first_step = 0.1;  ///< how far it looks around at first
  double precision = 1e-3;  ///< and how near two points are the same
  std::uint32_t most_evaluations = 100;
  std::function<double(const BoxPoint&)> objective;
  std::function<bool()> go_on;  ///< asked before each evaluation; false ends the search
};
/// Finds a point of the box at which the objective is small. Whatever it does depends on nothing but the
/// task.
using Minimise = std::function<void(const MinimiseTask&)>;

/// An input to be fitted, and the bounds within which it is looked for.
struct FittedInput {
  std::size_t input = 0;  ///< of Study::inputs
  double least = 0;       ///< in the base unit
  double most = 0;
};

struct CalibrateOptions {
  std::uint32_t replications = 100;      ///< of each world near the fit; fewer farther away
  std::uint32_t most_evaluations = 200;  ///< worlds that are tried
  std::optional<double> seconds;         ///< time there is for the search
  /// How near a right model can be expected to come to a figure that has no standard error of its own, as a
  /// share of it: rounding, other definitions, other days.
  double tolerance = 0.01;
  double level = 0.95;
};

/// One input as it was fitted, in the base unit.
struct FittedValue {
  FittedInput of;
  double before = 0;
  double value = 0;  ///< rounded to what its interval bears
  double standard_error = 0;
  engine::Interval interval;  ///< cut at the bounds
  double monte_carlo = 0;     ///< share of the variance that more replications would take away
  bool at_bound = false;      ///< it would rather lie beyond
};

/// One figure beside what the fitted scenario gives.
struct FittedFigure {
  Observation observed;
  double before = 0;      ///< the mean of the scenario as it stands
  engine::Interval mean;  ///< of the fitted scenario, over replications
  double chance = 0;      ///< standard deviation of one replication: the chance that is in the figure too
  double error = 0;       ///< of the figure: chance, and its standard error or the tolerance
  [[nodiscard]] double residual() const { return observed.value - mean.mean; }
};

/// Why nothing was fitted, or nothing is to be believed.
struct Refusal {
  std::vector<std::size_t> valueless;    ///< observations for which the scenario as it stands has no value
  std::vector<std::size_t> untouched;    ///< no figure changes at all with these inputs, by number
  std::vector<std::size_t> unclear;      ///< over their whole range the figures change by less than chance
  std::optional<Confounded> confounded;  ///< the figures can not tell these apart
  /// Figures that would tell the confounded ones apart if they were observed too: outcomes, the best first,
  /// and the collinearity index with each.
  struct Help {
    std::size_t outcome = 0;
    double collinearity = 0;
  };
  std::vector<Help> helps;
  bool after_fit = false;

  [[nodiscard]] bool any() const {
    return !valueless.empty() || !untouched.empty() || !unclear.empty() || confounded.has_value();
  }
};

/// How good the fit is as a whole.
struct GoodnessOfFit {
  bool judged = false;     ///< false with no more figures than inputs
  double statistic = 0;    ///< weighted sum of squares
  double expected = 0;     ///< when nothing but chance and the stated errors is at work
  double probability = 1;  ///< of so much or more
  [[nodiscard]] bool bad() const { return judged && probability < 0.05; }
};

enum class CalibrationStop : std::uint8_t { converged, most_evaluations, time_over, interrupted };

struct Calibration {
  std::vector<FittedValue> values;
  std::vector<FittedFigure> figures;
  std::vector<std::vector<double>> correlation;  ///< of the fitted values
  GoodnessOfFit goodness;
  double widened = 1;       ///< by how much intervals were widened because the fit is bad
  double collinearity = 1;  ///< index of all inputs together, at the fit
  Refusal refusal;
  CalibrationStop stop = CalibrationStop::converged;
  bool complete = false;  ///< false when it was interrupted: no intervals then
  std::uint32_t worlds = 0;
  std::uint32_t replications = 0;  ///< of the fitted world
  double objective_before = 0;     ///< weighted sum of squares of the scenario as it stands
  double objective = 0;
};

/// Rounds a value of an input to what its standard error bears, in the unit in which it is written.
using RoundValue = std::function<double(std::size_t input, double value, double standard_error)>;

/// Fits inputs to observed figures by weighted least squares: the means over replications are brought near to
/// the figures, all worlds under the same random numbers, so that what differs between two worlds is their
/// inputs (simulated moments: McFadden 1989, A Method of Simulated Moments, Econometrica 57(5); Pakes and
/// Pollard 1989, Econometrica 57(5)). Each residual counts in errors of its figure: the chance of one
/// replication (the real world is one), and the figure's standard error or the tolerance.
///
/// First it asks whether the figures can tell the inputs (see `confounded`); it refuses when they can not.
/// Then it tries points that fill the box (Sobol 1967), goes down from the best with `minimise` in two
/// rounds with more replications each, and asks again.
///
/// Uncertainty: covariance by Gauss-Newton in the sandwich form G(C + D + C/R)G' with G = (J'WJ)⁻¹J'W, J by
/// central differences under common random numbers, C the covariance of the figures in one replication (so
/// that months that hang together count as such), D that of their stated errors, C/R what R replications
/// leave open. Whether the fit is bad is judged by the weighted sum of squares, whose distribution is matched
/// in mean and variance by that of χ² (Box 1954, Annals of Mathematical Statistics 25(2)); a bad fit widens
/// the intervals by the root of the ratio (quasi-likelihood, Wedderburn 1974, Biometrika 61(3)).
///
/// Throws std::invalid_argument for an empty task, ImpossibleWorld when the scenario as it stands is none.
[[nodiscard]] Calibration calibrate(Trials& trials, const std::vector<FittedInput>& inputs,
                                    const std::vector<Observation>& observations,
                                    const CalibrateOptions& options, const Minimise& minimise,
                                    const RoundValue& round, const std::function<double()>& elapsed);

}  // namespace sendcap::experiment
