#pragma once

#include <Eigen/Dense>
#include <vector>

#include "sendcap/experiment/calibration.hpp"

namespace sendcap::experiment {

// All that a judgement on what the figures can tell rests on. The inputs count in their whole ranges.
struct Evidence {
  Eigen::MatrixXd jacobian;  // by figure and input
  Eigen::VectorXd weights;
  Eigen::MatrixXd chance;  // covariance of the figures in one replication
  Eigen::VectorXd stated;  // variance of their own errors
  std::vector<bool> touches;
  double replications = 0;
  double level = 0.95;
  double lenient = 1;  // intervals may be so many times as wide as the range

  [[nodiscard]] Sensitivities sensitivities() const;
  [[nodiscard]] double collinearity() const;  // of all inputs together
};

[[nodiscard]] Refusal refusal_from(const Evidence& evidence);

// Which further outcomes would tell the inputs apart; `slopes` by input and outcome, `rows` of the world in
// which they were taken.
[[nodiscard]] std::vector<Refusal::Help> helps_for(const Confounded& confounded, const Evidence& evidence,
                                                   const Outcomes& outcomes, const std::vector<Row>& rows,
                                                   const std::vector<std::vector<double>>& slopes,
                                                   double tolerance);

}  // namespace sendcap::experiment
