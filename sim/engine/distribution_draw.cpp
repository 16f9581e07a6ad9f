#include <algorithm>
#include <boost/random/normal_distribution.hpp>
#include <boost/random/poisson_distribution.hpp>
#include <cmath>

#include "sendcap/engine/distribution.hpp"

namespace sendcap::engine {
namespace {

double standard_normal(Stream& stream) {
  return boost::random::normal_distribution<double>()(stream);
}

// One value of the family, from the next numbers of the stream.
struct Draw {
  Stream& stream;

  double operator()(const family::Deterministic& always) const { return always.value; }

  double operator()(const family::Exponential& exponential) const {
    return unit_exponential(stream) * exponential.mean;
  }

  double operator()(const family::Gamma& gamma) const {
    if (gamma.shape >= 1) return gamma_of_shape(gamma.shape) * gamma.scale;
    // A gamma variable of shape + 1 times the 1/shape power of a uniform one.
    const double more = gamma_of_shape(gamma.shape + 1);
    return more * std::exp(-unit_exponential(stream) / gamma.shape) * gamma.scale;
  }

  double operator()(const family::Weibull& weibull) const {
    return std::pow(unit_exponential(stream), 1 / weibull.shape) * weibull.scale;
  }

  double operator()(const family::Lognormal& lognormal) const {
    return std::exp(lognormal.mu + lognormal.sigma * standard_normal(stream));
  }

  double operator()(const family::Triangular& triangle) const {
    const double uniform = stream.uniform();
    const double width = triangle.most - triangle.least;
    const double rise = triangle.mode - triangle.least;
    if (uniform * width < rise) return triangle.least + std::sqrt(uniform * width * rise);
    return triangle.most - std::sqrt((1 - uniform) * width * (triangle.most - triangle.mode));
  }

  double operator()(const family::Uniform& range) const {
    return range.least + (range.most - range.least) * stream.uniform();
  }

  double operator()(const family::TruncatedNormal& normal) const {
    constexpr double kBoundWorthTrying = 0.25;  // more than two of five normal variables lie above it
    const double bound = (normal.least - normal.mean) / normal.standard_deviation;
    if (bound > kBoundWorthTrying) return normal.least + normal.standard_deviation * excess_over(bound);
    double value = 0;
    do value = normal.mean + normal.standard_deviation * standard_normal(stream);
    while (value < normal.least);
    return value;
  }

  double operator()(const family::Poisson& poisson) const {
    boost::random::poisson_distribution<std::int64_t, double> number(poisson.mean);
    return static_cast<double>(number(stream)) * poisson.unit;
  }

  double operator()(const family::Empirical& empirical) const {
    const std::vector<double>& values = *empirical.values;
    return values[static_cast<std::size_t>(stream.uniform() * static_cast<double>(values.size()))];
  }

  double operator()(const family::Discrete& discrete) const {
    return discrete.table->values[discrete.table->choice.index(stream)];
  }

 private:
  // A cubed normal variable, nearly always accepted: Marsaglia and Tsang 2000, "A simple method for
  // generating gamma variables". Several times faster than Boost's method. `shape` >= 1.
  double gamma_of_shape(double shape) const {
    const double centre = shape - 1.0 / 3;
    const double spread = 1 / std::sqrt(9 * centre);
    for (;;) {
      const double normal = standard_normal(stream);
      const double root = 1 + spread * normal;
      if (root <= 0) continue;
      const double cube = root * root * root;
      const double square = normal * normal;
      const double uniform = stream.uniform_open();
      if (uniform < 1 - 0.0331 * square * square) return centre * cube;
      if (std::log(uniform) < square / 2 + centre * (1 - cube + std::log(cube))) return centre * cube;
    }
  }

  // How far a standard normal variable known to exceed `bound` > 0 does so: an exponential variable,
  // accepted at least three times of four (Robert 1995, "Simulation of truncated normal variables").
  double excess_over(double bound) const {
    const double root = std::sqrt(bound * bound + 4);
    const double rate = (bound + root) / 2;
    const double centre = 2 / (bound + root);  // rate - bound, without its cancellation
    for (;;) {
      const double excess = unit_exponential(stream) / rate;
      const double off_centre = excess - centre;
      if (2 * unit_exponential(stream) >= off_centre * off_centre) return excess;
    }
  }
};

}  // namespace

double Distribution::draw_by_family(Stream& stream) const {
  return std::visit(Draw{stream}, family_);
}

}  // namespace sendcap::engine
