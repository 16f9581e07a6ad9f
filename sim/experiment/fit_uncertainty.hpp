#pragma once

#include <Eigen/Dense>

#include "sendcap/experiment/calibration.hpp"

namespace sendcap::experiment {

// What weighted least squares makes of figures with errors, to first order.
struct LinearFit {
  Eigen::MatrixXd gain;         // G = (J'WJ)⁻¹J'W: how the fitted values answer to the figures
  Eigen::MatrixXd covariance;   // of the fitted values, all together
  Eigen::MatrixXd monte_carlo;  // the part that more replications would take away
};

// J: by figure and input. W: weights. chance: covariance of the figures in one replication, estimated from so
// many. stated: variance of the errors that the figures have of their own. Not to be asked for where J'WJ
// can not be inverted.
[[nodiscard]] LinearFit linear_fit(const Eigen::MatrixXd& jacobian, const Eigen::VectorXd& weights,
                                   const Eigen::MatrixXd& chance, const Eigen::VectorXd& stated,
                                   double replications);

// Judges the weighted sum of squares of what is left after the fit.
[[nodiscard]] GoodnessOfFit goodness_of_fit(const Eigen::MatrixXd& jacobian, const Eigen::VectorXd& weights,
                                            const Eigen::MatrixXd& chance, const Eigen::VectorXd& stated,
                                            double replications, const Eigen::VectorXd& residuals);

}  // namespace sendcap::experiment
