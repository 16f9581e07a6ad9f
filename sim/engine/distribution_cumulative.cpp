#include <algorithm>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>

#include "engine/normal_tail.hpp"
#include "engine/portable_math.hpp"
#include "sendcap/engine/distribution.hpp"

namespace sendcap::engine {
namespace {

// The probability of at most `value`.
struct Cumulative {
  double value;

  double operator()(const family::Deterministic& always) const { return value < always.value ? 0 : 1; }

  double operator()(const family::Exponential& exponential) const {
    return value <= 0 ? 0 : -std::expm1(-value / exponential.mean);
  }

  double operator()(const family::Gamma& gamma) const {
    return value <= 0 ? 0 : boost::math::gamma_p(gamma.shape, value / gamma.scale, Portable());
  }

  double operator()(const family::Weibull& weibull) const {
    return value <= 0 ? 0 : -std::expm1(-std::pow(value / weibull.scale, weibull.shape));
  }

  double operator()(const family::Lognormal& lognormal) const {
    if (value <= 0) return 0;
    if (lognormal.sigma == 0) return value < std::exp(lognormal.mu) ? 0 : 1;
    return std::erfc((lognormal.mu - std::log(value)) / lognormal.sigma / std::sqrt(2.0)) / 2;
  }

  double operator()(const family::Triangular& triangle) const {
    if (value <= triangle.least) return 0;
    if (value >= triangle.most) return 1;
    const double width = triangle.most - triangle.least;
    const double below = value - triangle.least;
    const double above = triangle.most - value;
    if (value < triangle.mode) return below * below / (width * (triangle.mode - triangle.least));
    return 1 - above * above / (width * (triangle.most - triangle.mode));
  }

  double operator()(const family::Uniform& range) const {
    return std::clamp((value - range.least) / (range.most - range.least), 0.0, 1.0);
  }

  double operator()(const family::TruncatedNormal& normal) const {
    if (value <= normal.least) return 0;
    return 1 - normal_survival_beyond((normal.least - normal.mean) / normal.standard_deviation,
                                      (value - normal.mean) / normal.standard_deviation);
  }

  double operator()(const family::Poisson& poisson) const {
    if (value < 0) return 0;
    return boost::math::gamma_q(std::floor(value / poisson.unit) + 1, poisson.mean, Portable());
  }

  double operator()(const family::Empirical& empirical) const {
    const std::vector<double>& values = *empirical.values;
    const auto above = std::upper_bound(values.begin(), values.end(), value);
    return static_cast<double>(above - values.begin()) / static_cast<double>(values.size());
  }

  double operator()(const family::Discrete& discrete) const {
    double sum = 0;
    for (std::size_t index = 0; index < discrete.table->values.size(); ++index)
      if (discrete.table->values[index] <= value) sum += discrete.table->probabilities[index];
    return std::min(sum, 1.0);
  }
};

}  // namespace

double Distribution::cumulative(double value) const {
  return std::visit(Cumulative{value}, family_);
}

}  // namespace sendcap::engine
