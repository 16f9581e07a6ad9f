#include "sendcap/engine/ratio_interval.hpp"

#include <cmath>
#include <cstddef>

#include "sendcap/engine/tally.hpp"

namespace sendcap::engine {

std::optional<Interval> ratio_interval(const std::vector<double>& numerators,
                                       const std::vector<double>& denominators, double level) {
  const std::size_t pairs = numerators.size();
  if (pairs < 2) return std::nullopt;
  Tally above;
  Tally below;
  for (std::size_t i = 0; i < pairs; ++i) {
    above.add(numerators[i]);
    below.add(denominators[i]);
  }
  double products = 0;
  for (std::size_t i = 0; i < pairs; ++i)
    products += (numerators[i] - above.mean()) * (denominators[i] - below.mean());
  const auto n = static_cast<double>(pairs);
  const double t = student_t_quantile(n - 1, 1 - (1 - level) / 2);
  const double per_mean = t * t / n;
  // All ratios r for which the mean of numerator - r * denominator is not clearly different from 0: the
  // solutions of a r^2 - 2 b r + c <= 0.
  const double a = below.mean() * below.mean() - per_mean * below.variance();
  const double b = above.mean() * below.mean() - per_mean * products / (n - 1);
  const double c = above.mean() * above.mean() - per_mean * above.variance();
  if (!(a > 0)) return std::nullopt;
  const double root = std::sqrt(std::fmax(0.0, b * b - a * c));
  return Interval{above.mean() / below.mean(), (b - root) / a, (b + root) / a};
}

}  // namespace sendcap::engine
