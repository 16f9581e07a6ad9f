#include "journey_map.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>

namespace sendcap::report {
namespace {

double longest_of(const std::vector<std::vector<double>>& minutes) {
  double longest = 0;
  for (const std::vector<double>& row : minutes)
    for (const double one : row)
      if (std::isfinite(one)) longest = std::max(longest, one);
  return longest;
}

// Of two mirror images the one in which the place farthest out lies on the side of the larger numbers.
Eigen::VectorXd the_right_way_round(const Eigen::VectorXd& along) {
  Eigen::Index farthest = 0;
  along.cwiseAbs().maxCoeff(&farthest);
  return along[farthest] < 0 ? Eigen::VectorXd(-along) : along;
}

}  // namespace

std::vector<PicturePoint> places_by_journey(const std::vector<std::vector<double>>& minutes) {
  const auto count = static_cast<Eigen::Index>(minutes.size());
  std::vector<PicturePoint> places(minutes.size());
  if (count < 2) return places;
  const double no_road = 1.5 * longest_of(minutes);
  Eigen::MatrixXd squares(count, count);
  for (Eigen::Index i = 0; i < count; ++i)
    for (Eigen::Index j = 0; j < count; ++j) {
      const double length = minutes[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)];
      squares(i, j) = std::pow(std::isfinite(length) ? length : no_road, 2);
    }
  const Eigen::MatrixXd centring = Eigen::MatrixXd::Identity(count, count) -
                                   Eigen::MatrixXd::Constant(count, count, 1.0 / static_cast<double>(count));
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> parts(-0.5 * centring * squares * centring);
  const auto along = [&](Eigen::Index part) {  // eigenvalues rise
    const double spread = std::sqrt(std::max(parts.eigenvalues()[part], 0.0));
    return the_right_way_round(parts.eigenvectors().col(part) * spread);
  };
  const Eigen::VectorXd x = along(count - 1);
  const Eigen::VectorXd y = along(count - 2);
  for (Eigen::Index i = 0; i < count; ++i) places[static_cast<std::size_t>(i)] = {x[i], y[i]};
  return places;
}

}  // namespace sendcap::report
