#include <algorithm>
#include <boost/random/sobol.hpp>
#include <cmath>
#include <limits>
#include <utility>

#include "fit_uncertainty.hpp"
#include "fitted_worlds.hpp"
#include "refusal.hpp"

namespace sendcap::experiment {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

// Of a world that can not be, or that has no value where something was observed.
constexpr double kHopeless = 1e12;

// Points that fill the box evenly (Sobol 1967).
std::vector<BoxPoint> spread_points(std::size_t parameters, std::size_t count) {
  boost::random::sobol sequence(parameters);
  std::vector<BoxPoint> points(count, BoxPoint(parameters));
  for (BoxPoint& point : points)
    for (double& coordinate : point) coordinate = static_cast<double>(sequence() >> 11U) * 0x1p-53;
  return points;
}

class Calibrating {
 public:
  Calibrating(Trials& trials, const std::vector<FittedInput>& inputs,
              const std::vector<Observation>& observations, const CalibrateOptions& options,
              const Minimise& minimise, const RoundValue& round, const std::function<double()>& elapsed)
      : trials_(trials),
        worlds_(trials, inputs, observations),
        options_(options),
        minimise_(minimise),
        round_(round),
        elapsed_(elapsed),
        best_(worlds_.as_it_stands()) {}

  Calibration run() {
    try {
      begin();
      if (!result_.refusal.any()) {
        search();
        end();
      }
    } catch (const Interrupted&) {
      result_.stop = CalibrationStop::interrupted;
    }
    if (result_.values.empty() && !result_.refusal.any()) tell_best();
    result_.worlds = worlds_.tried();
    return std::move(result_);
  }

 private:
  [[nodiscard]] std::uint32_t part_of_replications(std::uint32_t divisor) const {
    constexpr std::uint32_t kFewest = 10;
    return std::min(options_.replications, std::max(kFewest, options_.replications / divisor));
  }

  // The scenario as it stands: what it gives, what errors the figures have, and what they can tell.
  void begin() {
    const std::uint32_t all = options_.replications;
    before_ = worlds_.means(best_, all);
    for (Index i = 0; i < before_.size(); ++i)
      if (std::isnan(before_(i))) result_.refusal.valueless.push_back(static_cast<std::size_t>(i));
    if (result_.refusal.any()) return;
    know_errors(best_);
    result_.objective_before = result_.objective = sum_of_squares(best_, all);
    constexpr double kQuarterOfRange = 0.25;
    const Slopes slopes = slopes_at(best_, std::vector<double>(worlds_.parameters(), kQuarterOfRange));
    // Far from the fit the slopes are rough, so that only hopeless cases are refused here.
    constexpr double kLenient = 2;
    judge(best_, slopes, kLenient);
  }

  void know_errors(const BoxPoint& point) {
    chance_ = worlds_.covariance(point, options_.replications);
    stated_.resize(chance_.rows());
    weights_.resize(chance_.rows());
    for (Index i = 0; i < chance_.rows(); ++i) {
      const Observation& observed = worlds_.observations()[static_cast<std::size_t>(i)];
      const double own = observed.standard_error.value_or(options_.tolerance * std::fabs(observed.value));
      stated_(i) = own * own;
      constexpr double kExact = 1e-6;
      const double least = kExact * std::max(std::fabs(observed.value), 1.0);
      weights_(i) = 1 / std::max(chance_(i, i) + stated_(i), least * least);
    }
  }

  double sum_of_squares(const BoxPoint& point, std::uint32_t replications) {
    VectorXd residuals;
    try {
      residuals = values() - worlds_.means(point, replications);
    } catch (const ImpossibleWorld&) {
      return kHopeless;
    }
    const double sum = residuals.dot(weights_.asDiagonal() * residuals);
    return std::isnan(sum) ? kHopeless : sum;
  }

  [[nodiscard]] VectorXd values() const {
    VectorXd all(static_cast<Index>(worlds_.figures()));
    for (std::size_t i = 0; i < worlds_.figures(); ++i)
      all(static_cast<Index>(i)) = worlds_.observations()[i].value;
    return all;
  }

  [[nodiscard]] bool has_time() const { return !options_.seconds || elapsed_() < *options_.seconds; }

  void search() {
    const std::size_t budget = options_.most_evaluations;
    constexpr std::size_t kPointsPerInput = 8;
    std::vector<BoxPoint> points =
        spread_points(worlds_.parameters(), std::min(kPointsPerInput * worlds_.parameters(), budget / 3));
    points.push_back(best_);
    const std::uint32_t few = part_of_replications(5);
    double least = kHopeless;
    for (const BoxPoint& point : points)
      if (const double sum = sum_of_squares(point, few); sum < least) {
        least = sum;
        best_ = point;
      }
    constexpr double kFarLook = 0.15;
    constexpr double kNearLook = 0.03;
    evaluations_ = static_cast<std::uint32_t>(points.size());
    go_down(kFarLook, part_of_replications(2));
    know_errors(best_);
    go_down(kNearLook, options_.replications);
  }

  void go_down(double first_step, std::uint32_t replications) {
    const std::uint32_t budget = options_.most_evaluations;
    double least = std::numeric_limits<double>::infinity();
    bool interrupted = false;
    MinimiseTask task;
    task.start = best_;
    task.first_step = first_step;
    task.precision = first_step / 50;
    task.most_evaluations = std::max<std::uint32_t>(budget > evaluations_ ? budget - evaluations_ : 0, 1);
    task.go_on = [&] {
      if (has_time()) return !interrupted;
      result_.stop = CalibrationStop::time_over;
      return false;
    };
    task.objective = [&](const BoxPoint& point) {
      if (interrupted) return kHopeless;
      ++evaluations_;
      try {
        const double sum = sum_of_squares(point, replications);
        if (sum < least) {
          least = sum;
          best_ = point;
          result_.objective = sum;
        }
        return sum;
      } catch (const Interrupted&) {
        interrupted = true;
        return kHopeless;
      }
    };
    minimise_(task);
    if (interrupted) throw Interrupted();
    if (evaluations_ >= budget && result_.stop == CalibrationStop::converged)
      result_.stop = CalibrationStop::most_evaluations;
  }

  // By input, of every outcome, for the whole range of the input.
  using Slopes = std::vector<FittedWorlds::Slope>;

  Slopes slopes_at(const BoxPoint& point, const std::vector<double>& steps) {
    Slopes slopes;
    for (std::size_t p = 0; p < worlds_.parameters(); ++p)
      slopes.push_back(worlds_.slope(point, p, steps[p], options_.replications));
    return slopes;
  }

  [[nodiscard]] MatrixXd jacobian_of(const Slopes& slopes) const {
    MatrixXd jacobian(static_cast<Index>(worlds_.figures()), static_cast<Index>(slopes.size()));
    for (std::size_t i = 0; i < worlds_.figures(); ++i)
      for (std::size_t p = 0; p < slopes.size(); ++p)
        jacobian(static_cast<Index>(i), static_cast<Index>(p)) =
            slopes[p].of_outcomes[worlds_.observations()[i].outcome];
    return jacobian;
  }

  void judge(const BoxPoint& point, const Slopes& slopes, double lenient) {
    Evidence evidence{jacobian_of(slopes), weights_, chance_, stated_, {}, {}, {}};
    evidence.replications = options_.replications;
    evidence.lenient = lenient;
    evidence.level = options_.level;
    for (const FittedWorlds::Slope& slope : slopes) evidence.touches.push_back(slope.touches);
    result_.refusal = refusal_from(evidence);
    result_.collinearity = evidence.collinearity();
    if (result_.refusal.confounded) {
      const std::vector<Row>& rows = worlds_.rows(point, options_.replications);
      std::vector<std::vector<double>> by_input;
      for (const FittedWorlds::Slope& slope : slopes) by_input.push_back(slope.of_outcomes);
      result_.refusal.helps = helps_for(*result_.refusal.confounded, evidence, trials_.outcomes(), rows,
                                        by_input, options_.tolerance);
    }
  }

  // At the fit: slopes once more, with steps about as large as the doubt.
  void end() {
    know_errors(best_);
    std::vector<double> steps(worlds_.parameters(), 0.05);
    Slopes slopes = slopes_at(best_, steps);
    judge(best_, slopes, 1);
    if (result_.refusal.any()) return refused_at_end();
    LinearFit fit = linear_fit(jacobian_of(slopes), weights_, chance_, stated_, options_.replications);
    bool again = false;
    for (std::size_t p = 0; p < steps.size(); ++p) {
      const double wanted = std::clamp(standard_error(fit, p), 0.02, 0.25);
      again = again || wanted > 2 * steps[p] || wanted < steps[p] / 2;
      steps[p] = wanted;
    }
    if (again) {
      slopes = slopes_at(best_, steps);
      judge(best_, slopes, 1);
      if (result_.refusal.any()) return refused_at_end();
      fit = linear_fit(jacobian_of(slopes), weights_, chance_, stated_, options_.replications);
    }
    tell(fit, jacobian_of(slopes));
  }

  void refused_at_end() { result_.refusal.after_fit = true; }

  static double standard_error(const LinearFit& fit, std::size_t parameter) {
    const auto p = static_cast<Index>(parameter);
    return std::sqrt(std::max(fit.covariance(p, p), 0.0));
  }

  void tell(const LinearFit& fit, const MatrixXd& jacobian) {
    const std::uint32_t replications = options_.replications;
    result_.goodness = goodness_of_fit(jacobian, weights_, chance_, stated_, replications,
                                       values() - worlds_.means(best_, replications));
    if (result_.goodness.bad())
      result_.widened = std::sqrt(std::max(result_.goodness.statistic / result_.goodness.expected, 1.0));
    BoxPoint rounded = best_;
    for (std::size_t p = 0; p < worlds_.parameters(); ++p) {
      result_.values.push_back(fitted_value(fit, p));
      rounded[p] = worlds_.place(p, result_.values.back().value);
    }
    tell_correlation(fit);
    tell_figures(rounded);
    result_.objective = sum_of_squares(rounded, replications);
    result_.complete = true;
  }

  [[nodiscard]] FittedValue fitted_value(const LinearFit& fit, std::size_t parameter) const {
    const FittedInput& input = worlds_.inputs()[parameter];
    const double width = input.most - input.least;
    const auto p = static_cast<Index>(parameter);
    FittedValue value;
    value.of = input;
    value.before = trials_.study().inputs()[input.input].is;
    value.standard_error = standard_error(fit, parameter) * width * result_.widened;
    value.value =
        std::clamp(round_(input.input, worlds_.value(parameter, best_[parameter]), value.standard_error),
                   input.least, input.most);
    const double reach = value.standard_error *
                         engine::student_t_quantile(options_.replications - 1.0, (1 + options_.level) / 2);
    const auto end_of = [&](double bound) {
      return std::clamp(round_(input.input, bound, value.standard_error), input.least, input.most);
    };
    value.interval = {value.value, std::min(end_of(value.value - reach), value.value),
                      std::max(end_of(value.value + reach), value.value)};
    value.monte_carlo = fit.covariance(p, p) > 0 ? fit.monte_carlo(p, p) / fit.covariance(p, p) : 0;
    constexpr double kAtBound = 0.005;
    value.at_bound = best_[parameter] < kAtBound || best_[parameter] > 1 - kAtBound;
    return value;
  }

  void tell_correlation(const LinearFit& fit) {
    for (std::size_t i = 0; i < worlds_.parameters(); ++i) {
      std::vector<double> row;
      for (std::size_t j = 0; j < worlds_.parameters(); ++j)
        row.push_back(fit.covariance(static_cast<Index>(i), static_cast<Index>(j)) /
                      (standard_error(fit, i) * standard_error(fit, j)));
      result_.correlation.push_back(std::move(row));
    }
  }

  void tell_figures(const BoxPoint& point) {
    const std::uint32_t replications = options_.replications;
    const std::vector<Row>& rows = worlds_.rows(point, replications);
    for (std::size_t i = 0; i < worlds_.figures(); ++i) {
      const auto at = static_cast<Index>(i);
      FittedFigure figure;
      figure.observed = worlds_.observations()[i];
      figure.before = before_(at);
      engine::Tally tally;
      for (std::uint32_t r = 0; r < replications; ++r)
        if (const double one = rows[r][figure.observed.outcome]; !std::isnan(one)) tally.add(one);
      figure.mean = engine::student_t_interval(tally, options_.level);
      figure.chance = std::sqrt(chance_(at, at));
      figure.error = std::sqrt(chance_(at, at) + stated_(at));
      result_.figures.push_back(figure);
    }
    result_.replications = replications;
  }

  // After an interruption: where it was, without intervals.
  void tell_best() {
    for (std::size_t p = 0; p < worlds_.parameters(); ++p) {
      FittedValue value;
      value.of = worlds_.inputs()[p];
      value.before = trials_.study().inputs()[value.of.input].is;
      constexpr double kThousandth = 1e-3;
      value.value =
          round_(value.of.input, worlds_.value(p, best_[p]), kThousandth * (value.of.most - value.of.least));
      value.interval = {value.value, value.value, value.value};
      result_.values.push_back(value);
    }
  }

  Trials& trials_;
  FittedWorlds worlds_;
  const CalibrateOptions& options_;
  const Minimise& minimise_;
  const RoundValue& round_;
  const std::function<double()>& elapsed_;
  BoxPoint best_;
  VectorXd before_;
  MatrixXd chance_;
  VectorXd stated_;
  VectorXd weights_;
  std::uint32_t evaluations_ = 0;
  Calibration result_;
};

}  // namespace

Calibration calibrate(Trials& trials, const std::vector<FittedInput>& inputs,
                      const std::vector<Observation>& observations, const CalibrateOptions& options,
                      const Minimise& minimise, const RoundValue& round,
                      const std::function<double()>& elapsed) {
  if (inputs.empty() || observations.empty())
    throw std::invalid_argument("a calibration needs inputs and figures");
  return Calibrating(trials, inputs, observations, options, minimise, round, elapsed).run();
}

}  // namespace sendcap::experiment
