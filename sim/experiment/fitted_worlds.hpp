#pragma once

#include <Eigen/Dense>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <vector>

#include "sendcap/experiment/calibration.hpp"

namespace sendcap::experiment {

// Thrown when it is to stop at once: Ctrl-C.
class Interrupted : public std::runtime_error {
 public:
  Interrupted() : std::runtime_error("interrupted") {}
};

// The worlds of a calibration by their place in the box, and what they say of the observed figures.
class FittedWorlds {
 public:
  FittedWorlds(Trials& trials, const std::vector<FittedInput>& inputs,
               const std::vector<Observation>& observations)
      : trials_(trials), inputs_(inputs), observations_(observations) {}

  [[nodiscard]] const std::vector<FittedInput>& inputs() const { return inputs_; }
  [[nodiscard]] const std::vector<Observation>& observations() const { return observations_; }
  [[nodiscard]] std::size_t figures() const { return observations_.size(); }
  [[nodiscard]] std::size_t parameters() const { return inputs_.size(); }
  [[nodiscard]] std::size_t outcomes() const { return trials_.outcomes().size(); }
  [[nodiscard]] std::uint32_t tried() const { return tried_; }

  [[nodiscard]] BoxPoint as_it_stands() const;
  [[nodiscard]] double value(std::size_t parameter, double place) const;
  [[nodiscard]] double place(std::size_t parameter, double value) const;

  // Rows of the world at a point, at least so many; of several points at once. Throws Interrupted.
  [[nodiscard]] const std::vector<Row>& rows(const BoxPoint& point, std::uint32_t replications);
  void extend(const std::vector<BoxPoint>& points, std::uint32_t replications);

  // Means over replications of outcomes; NaN where there is no value in any.
  [[nodiscard]] double mean(const std::vector<Row>& rows, std::size_t outcome, std::uint32_t count) const;
  [[nodiscard]] Eigen::VectorXd means(const BoxPoint& point, std::uint32_t replications);
  // Covariance of the observed figures in one replication.
  [[nodiscard]] Eigen::MatrixXd covariance(const BoxPoint& point, std::uint32_t replications);
  // Mean over replications of the paired difference of two worlds over the width of the step, for every
  // outcome; NaN where one of them has no value.
  struct Slope {
    std::vector<double> of_outcomes;  // by the whole range of the input
    bool touches = false;             // an observed figure differs in at least one replication
  };
  [[nodiscard]] Slope slope(const BoxPoint& point, std::size_t parameter, double step,
                            std::uint32_t replications);

 private:
  [[nodiscard]] std::size_t world(const BoxPoint& point);

  Trials& trials_;
  const std::vector<FittedInput>& inputs_;
  const std::vector<Observation>& observations_;
  std::vector<BoxPoint> known_;
  std::uint32_t tried_ = 0;
};

}  // namespace sendcap::experiment
