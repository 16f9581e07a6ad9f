#include "fitted_worlds.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sendcap/engine/tally.hpp"

namespace sendcap::experiment {

double FittedWorlds::value(std::size_t parameter, double place) const {
  const FittedInput& input = inputs_[parameter];
  return input.least + place * (input.most - input.least);
}

double FittedWorlds::place(std::size_t parameter, double value) const {
  const FittedInput& input = inputs_[parameter];
  return (value - input.least) / (input.most - input.least);
}

BoxPoint FittedWorlds::as_it_stands() const {
  BoxPoint point;
  for (std::size_t p = 0; p < inputs_.size(); ++p)
    point.push_back(std::clamp(place(p, trials_.study().inputs()[inputs_[p].input].is), 0.0, 1.0));
  return point;
}

std::size_t FittedWorlds::world(const BoxPoint& point) {
  if (std::find(known_.begin(), known_.end(), point) == known_.end()) {
    known_.push_back(point);
    ++tried_;
  }
  WorldChoice choice;
  for (std::size_t p = 0; p < inputs_.size(); ++p)
    choice.settings.push_back({inputs_[p].input, value(p, point[p])});
  std::sort(choice.settings.begin(), choice.settings.end(),
            [](const Setting& left, const Setting& right) { return left.input < right.input; });
  return trials_.world(choice);
}

void FittedWorlds::extend(const std::vector<BoxPoint>& points, std::uint32_t replications) {
  std::vector<std::size_t> worlds;
  for (const BoxPoint& point : points) worlds.push_back(world(point));
  if (!trials_.extend(worlds, replications)) throw Interrupted();
}

const std::vector<Row>& FittedWorlds::rows(const BoxPoint& point, std::uint32_t replications) {
  const std::size_t number = world(point);
  if (!trials_.extend({number}, replications)) throw Interrupted();
  return trials_.rows(number);
}

double FittedWorlds::mean(const std::vector<Row>& rows, std::size_t outcome, std::uint32_t count) const {
  engine::Tally tally;
  for (std::uint32_t r = 0; r < count; ++r)
    if (!std::isnan(rows[r][outcome])) tally.add(rows[r][outcome]);
  return tally.mean();
}

Eigen::VectorXd FittedWorlds::means(const BoxPoint& point, std::uint32_t replications) {
  const std::vector<Row>& all = rows(point, replications);
  Eigen::VectorXd result(static_cast<Eigen::Index>(figures()));
  for (std::size_t i = 0; i < figures(); ++i)
    result(static_cast<Eigen::Index>(i)) = mean(all, observations_[i].outcome, replications);
  return result;
}

Eigen::MatrixXd FittedWorlds::covariance(const BoxPoint& point, std::uint32_t replications) {
  const Eigen::VectorXd centre = means(point, replications);
  const std::vector<Row>& all = rows(point, replications);
  const auto size = static_cast<Eigen::Index>(figures());
  Eigen::MatrixXd sum = Eigen::MatrixXd::Zero(size, size);
  Eigen::VectorXd away(size);
  for (std::uint32_t r = 0; r < replications; ++r) {
    for (Eigen::Index i = 0; i < size; ++i) {
      const double seen = all[r][observations_[static_cast<std::size_t>(i)].outcome];
      away(i) = std::isnan(seen) ? 0 : seen - centre(i);
    }
    sum += away * away.transpose();
  }
  return sum / (replications - 1.0);
}

FittedWorlds::Slope FittedWorlds::slope(const BoxPoint& point, std::size_t parameter, double step,
                                        std::uint32_t replications) {
  BoxPoint below = point;
  BoxPoint above = point;
  // Near a bound the pair moves inwards and keeps its width.
  const double centre = std::clamp(point[parameter], step, 1 - step);
  below[parameter] = centre - step;
  above[parameter] = centre + step;
  extend({below, above}, replications);
  const std::vector<Row>& low = rows(below, replications);
  const std::vector<Row>& high = rows(above, replications);
  Slope slope;
  for (std::size_t o = 0; o < outcomes(); ++o) {
    engine::Tally difference;
    for (std::uint32_t r = 0; r < replications; ++r)
      if (const double one = high[r][o] - low[r][o]; !std::isnan(one)) difference.add(one);
    slope.of_outcomes.push_back(difference.mean() / (2 * step));
  }
  for (const Observation& observation : observations_)
    for (std::uint32_t r = 0; r < replications; ++r) {
      const double one = high[r][observation.outcome] - low[r][observation.outcome];
      if (one > 0 || one < 0) slope.touches = true;
    }
  return slope;
}

}  // namespace sendcap::experiment
