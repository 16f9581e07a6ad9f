#include "sendcap/experiment/variance_components.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace sendcap::experiment {
namespace {

using Table = std::vector<std::vector<double>>;
constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

struct Squares {
  double mean = 0;
  double points = 0;        // mean square between points
  double replications = 0;  // between replications
  double rest = 0;          // what is left
  double point_count = 0;
  double replication_count = 0;

  [[nodiscard]] double of_inputs() const { return (points - rest) / replication_count; }
  [[nodiscard]] double of_chance() const { return std::max(0.0, (replications - rest) / point_count) + rest; }
  // Inputs to chance, moved so that its logarithm is there also when inputs do nothing.
  [[nodiscard]] double ratio() const { return of_inputs() / of_chance() + 1 / replication_count; }
};

// Of the table without one point or one replication.
Squares squares_of(const Table& values, std::size_t no_point, std::size_t no_replication) {
  const std::size_t points = values.size();
  const std::size_t replications = values.front().size();
  Squares found;
  found.point_count = static_cast<double>(points - (no_point == kNone ? 0 : 1));
  found.replication_count = static_cast<double>(replications - (no_replication == kNone ? 0 : 1));
  std::vector<double> by_point(points, 0);
  std::vector<double> by_replication(replications, 0);
  for (std::size_t p = 0; p < points; ++p)
    for (std::size_t r = 0; r < replications; ++r) {
      if (p == no_point || r == no_replication) continue;
      by_point[p] += values[p][r] / found.replication_count;
      by_replication[r] += values[p][r] / found.point_count;
    }
  for (std::size_t p = 0; p < points; ++p)
    if (p != no_point) found.mean += by_point[p] / found.point_count;
  for (std::size_t p = 0; p < points; ++p) {
    if (p == no_point) continue;
    found.points += std::pow(by_point[p] - found.mean, 2);
    for (std::size_t r = 0; r < replications; ++r)
      if (r != no_replication)
        found.rest += std::pow(values[p][r] - by_point[p] - by_replication[r] + found.mean, 2);
  }
  for (std::size_t r = 0; r < replications; ++r)
    if (r != no_replication) found.replications += std::pow(by_replication[r] - found.mean, 2);
  found.points *= found.replication_count / (found.point_count - 1);
  found.replications *= found.point_count / (found.replication_count - 1);
  found.rest /= (found.point_count - 1) * (found.replication_count - 1);
  return found;
}

struct Jackknife {
  double variance = 0;
  double degrees = 0;
};

template <class Statistic>
Jackknife jackknife(const Table& values, bool over_points, const Statistic& statistic) {
  const std::size_t count = over_points ? values.size() : values.front().size();
  std::vector<double> without(count);
  double mean = 0;
  for (std::size_t i = 0; i < count; ++i) {
    without[i] = statistic(squares_of(values, over_points ? i : kNone, over_points ? kNone : i));
    mean += without[i] / static_cast<double>(count);
  }
  Jackknife found;
  for (const double one : without) found.variance += std::pow(one - mean, 2);
  found.degrees = static_cast<double>(count - 1);
  found.variance *= found.degrees / static_cast<double>(count);
  return found;
}

// Both causes of error together, with the degrees of freedom of Satterthwaite (1946).
template <class Statistic>
double half_width(const Table& values, double level, const Statistic& statistic) {
  const Jackknife points = jackknife(values, true, statistic);
  const Jackknife replications = jackknife(values, false, statistic);
  const double variance = points.variance + replications.variance;
  if (!(variance > 0)) return 0;
  const double degrees = variance * variance /
                         (points.variance * points.variance / points.degrees +
                          replications.variance * replications.variance / replications.degrees);
  return engine::student_t_quantile(degrees, (1 + level) / 2) * std::sqrt(variance);
}

}  // namespace

VarianceComponents variance_components(const std::vector<std::vector<double>>& values, double level) {
  const Squares all = squares_of(values, kNone, kNone);
  VarianceComponents found;
  found.mean = all.mean;
  found.of_inputs = std::max(0.0, all.of_inputs());
  found.of_chance = all.of_chance();
  const double half = half_width(values, level, [](const Squares& one) { return one.mean; });
  found.mean_interval = {all.mean, all.mean - half, all.mean + half};
  const double total = found.of_inputs + found.of_chance;
  constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
  found.share = {kUnknown, kUnknown, kUnknown};
  if (!(total > 0)) return found;
  found.share.mean = found.of_inputs / total;
  if (!(found.of_chance > 0)) {
    found.share = {1, 1, 1};
    return found;
  }
  const double width = half_width(values, level, [](const Squares& one) { return std::log(one.ratio()); });
  const auto share_at = [&](double logarithm) {
    const double ratio = std::max(0.0, std::exp(logarithm) - 1 / all.replication_count);
    return std::isfinite(ratio) ? ratio / (1 + ratio) : 1.0;
  };
  found.share.low = share_at(std::log(all.ratio()) - width);
  found.share.high = share_at(std::log(all.ratio()) + width);
  return found;
}

std::vector<double> means_without_chance(const std::vector<std::vector<double>>& values) {
  const Squares all = squares_of(values, kNone, kNone);
  const double kept = all.points > 0 ? std::sqrt(std::max(0.0, all.points - all.rest) / all.points) : 0.0;
  std::vector<double> means;
  for (const std::vector<double>& point : values) {
    double mean = 0;
    for (const double one : point) mean += one / static_cast<double>(point.size());
    means.push_back(all.mean + kept * (mean - all.mean));
  }
  return means;
}

}  // namespace sendcap::experiment
