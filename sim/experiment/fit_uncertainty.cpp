#include "fit_uncertainty.hpp"

#include "sendcap/engine/interval.hpp"

namespace sendcap::experiment {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

MatrixXd gain_of(const MatrixXd& jacobian, const VectorXd& weights) {
  const MatrixXd weighted = weights.asDiagonal() * jacobian;
  return (jacobian.transpose() * weighted).ldlt().solve(weighted.transpose());
}

// Of the figures less the model's means.
MatrixXd covariance_of_residuals(const MatrixXd& chance, const VectorXd& stated, double replications) {
  MatrixXd all = chance * (1 + 1 / replications);
  all.diagonal() += stated;
  return all;
}

}  // namespace

LinearFit linear_fit(const MatrixXd& jacobian, const VectorXd& weights, const MatrixXd& chance,
                     const VectorXd& stated, double replications) {
  LinearFit fit;
  fit.gain = gain_of(jacobian, weights);
  fit.covariance = fit.gain * covariance_of_residuals(chance, stated, replications) * fit.gain.transpose();
  fit.monte_carlo = fit.gain * (chance / replications) * fit.gain.transpose();
  return fit;
}

GoodnessOfFit goodness_of_fit(const MatrixXd& jacobian, const VectorXd& weights, const MatrixXd& chance,
                              const VectorXd& stated, double replications, const VectorXd& residuals) {
  GoodnessOfFit goodness;
  goodness.statistic = residuals.dot(weights.asDiagonal() * residuals);
  if (jacobian.rows() <= jacobian.cols()) return goodness;
  const MatrixXd left =
      MatrixXd::Identity(jacobian.rows(), jacobian.rows()) - jacobian * gain_of(jacobian, weights);
  const MatrixXd spread =
      weights.asDiagonal() * left * covariance_of_residuals(chance, stated, replications) * left.transpose();
  goodness.expected = spread.trace();
  const double variance = 2 * (spread * spread).trace();
  if (!(goodness.expected > 0 && variance > 0)) return goodness;
  goodness.judged = true;
  const double degrees = 2 * goodness.expected * goodness.expected / variance;
  goodness.probability = engine::chi_squared_tail(degrees, goodness.statistic * degrees / goodness.expected);
  return goodness;
}

}  // namespace sendcap::experiment
