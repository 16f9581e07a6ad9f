#include <boost/math/special_functions/gamma.hpp>
#include <cmath>

#include "engine/normal_tail.hpp"
#include "engine/portable_math.hpp"
#include "sendcap/engine/distribution.hpp"

namespace sendcap::engine {
namespace {

double square(double value) {
  return value * value;
}

// The k-th moment about 0 of a Weibull variable of scale 1.
double weibull_moment(double shape, int k) {
  return boost::math::tgamma(1 + k / shape, Portable());
}

double bound_of(const family::TruncatedNormal& normal) {
  return (normal.least - normal.mean) / normal.standard_deviation;
}

struct Mean {
  double operator()(const family::Deterministic& always) const { return always.value; }
  double operator()(const family::Exponential& exponential) const { return exponential.mean; }
  double operator()(const family::Gamma& gamma) const { return gamma.shape * gamma.scale; }
  double operator()(const family::Weibull& weibull) const {
    return weibull.scale * weibull_moment(weibull.shape, 1);
  }
  double operator()(const family::Lognormal& lognormal) const {
    return std::exp(lognormal.mu + square(lognormal.sigma) / 2);
  }
  double operator()(const family::Triangular& triangle) const {
    return (triangle.least + triangle.mode + triangle.most) / 3;
  }
  double operator()(const family::Uniform& range) const { return (range.least + range.most) / 2; }
  double operator()(const family::TruncatedNormal& normal) const {
    return normal.least + normal.standard_deviation * normal_tail(bound_of(normal)).mean_excess;
  }
  double operator()(const family::Poisson& poisson) const { return poisson.mean * poisson.unit; }
  double operator()(const family::Empirical& empirical) const {
    double sum = 0;
    for (const double value : *empirical.values) sum += value;
    return sum / static_cast<double>(empirical.values->size());
  }
  double operator()(const family::Discrete& discrete) const {
    double sum = 0;
    for (std::size_t index = 0; index < discrete.table->values.size(); ++index)
      sum += discrete.table->values[index] * discrete.table->probabilities[index];
    return sum;
  }
};

struct Variance {
  double operator()(const family::Deterministic&) const { return 0; }
  double operator()(const family::Exponential& exponential) const { return square(exponential.mean); }
  double operator()(const family::Gamma& gamma) const { return gamma.shape * square(gamma.scale); }
  double operator()(const family::Weibull& weibull) const {
    return square(weibull.scale) *
           (weibull_moment(weibull.shape, 2) - square(weibull_moment(weibull.shape, 1)));
  }
  double operator()(const family::Lognormal& lognormal) const {
    return std::expm1(square(lognormal.sigma)) * square(Mean()(lognormal));
  }
  double operator()(const family::Triangular& triangle) const {
    const double width = triangle.most - triangle.least;
    const double rise = triangle.mode - triangle.least;
    return (square(width) - rise * (width - rise)) / 18;
  }
  double operator()(const family::Uniform& range) const { return square(range.most - range.least) / 12; }
  double operator()(const family::TruncatedNormal& normal) const {
    return square(normal.standard_deviation) * normal_tail(bound_of(normal)).variance;
  }
  double operator()(const family::Poisson& poisson) const { return poisson.mean * square(poisson.unit); }
  double operator()(const family::Empirical& empirical) const {
    const double mean = Mean()(empirical);
    double sum = 0;
    for (const double value : *empirical.values) sum += square(value - mean);
    return sum / static_cast<double>(empirical.values->size());
  }
  double operator()(const family::Discrete& discrete) const {
    const double mean = Mean()(discrete);
    double sum = 0;
    for (std::size_t index = 0; index < discrete.table->values.size(); ++index)
      sum += square(discrete.table->values[index] - mean) * discrete.table->probabilities[index];
    return sum;
  }
};

}  // namespace

double Distribution::mean() const {
  return std::visit(Mean(), family_);
}

double Distribution::variance() const {
  return std::visit(Variance(), family_);
}

}  // namespace sendcap::engine
