#include "sendcap/experiment/identifiability.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <limits>

namespace sendcap::experiment {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

// Columns of some inputs, each of length 1.
Eigen::MatrixXd directions(const Sensitivities& sensitivities, const std::vector<std::size_t>& inputs) {
  Eigen::MatrixXd matrix(static_cast<Eigen::Index>(sensitivities.size()),
                         static_cast<Eigen::Index>(inputs.size()));
  for (Eigen::Index row = 0; row < matrix.rows(); ++row)
    for (Eigen::Index column = 0; column < matrix.cols(); ++column)
      matrix(row, column) =
          sensitivities[static_cast<std::size_t>(row)][inputs[static_cast<std::size_t>(column)]];
  for (Eigen::Index column = 0; column < matrix.cols(); ++column)
    if (const double length = matrix.col(column).norm(); length > 0) matrix.col(column) /= length;
  return matrix;
}

Confounded described(const Sensitivities& sensitivities, const std::vector<std::size_t>& inputs,
                     double collinearity) {
  Confounded found{inputs, collinearity, {}};
  const Eigen::MatrixXd matrix = directions(sensitivities, inputs);
  const Eigen::MatrixXd square = matrix.transpose() * matrix;
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(square);
  const Eigen::VectorXd weakest = solver.eigenvectors().col(0);
  double largest = 0;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    const double length = strength(sensitivities, inputs[i]);
    found.exchange.push_back(weakest(static_cast<Eigen::Index>(i)) / length);
    largest = std::max(largest, std::fabs(found.exchange.back()));
  }
  if (found.exchange.front() < 0) largest = -largest;
  for (double& part : found.exchange) part /= largest;
  return found;
}

// The next set of so many numbers below `count`, in order; false after the last.
bool next_set(std::vector<std::size_t>& set, std::size_t count) {
  for (std::size_t i = set.size(); i-- > 0;) {
    if (set[i] + set.size() - i >= count) continue;
    ++set[i];
    for (std::size_t j = i + 1; j < set.size(); ++j) set[j] = set[j - 1] + 1;
    return true;
  }
  return false;
}

}  // namespace

double strength(const Sensitivities& sensitivities, std::size_t input) {
  double squares = 0;
  for (const std::vector<double>& row : sensitivities) squares += row[input] * row[input];
  return std::sqrt(squares);
}

double collinearity_index(const Sensitivities& sensitivities, const std::vector<std::size_t>& inputs) {
  const Eigen::MatrixXd matrix = directions(sensitivities, inputs);
  if (matrix.rows() < matrix.cols()) return kInfinity;
  const Eigen::JacobiSVD<Eigen::MatrixXd> svd(matrix);
  const double least = svd.singularValues()(matrix.cols() - 1);
  constexpr double kRounding = 1e-10;
  return least > kRounding ? 1 / least : kInfinity;
}

std::optional<Confounded> confounded(const Sensitivities& sensitivities, double most) {
  if (sensitivities.empty()) return std::nullopt;
  const std::size_t count = sensitivities.front().size();
  for (std::size_t size = 2; size <= count; ++size) {
    std::vector<std::size_t> set(size);
    for (std::size_t i = 0; i < size; ++i) set[i] = i;
    std::vector<std::size_t> worst;
    double worst_index = most;
    do {
      const double index = collinearity_index(sensitivities, set);
      if (index <= worst_index) continue;
      worst = set;
      worst_index = index;
    } while (next_set(set, count));
    if (!worst.empty()) return described(sensitivities, worst, worst_index);
  }
  return std::nullopt;
}

}  // namespace sendcap::experiment
