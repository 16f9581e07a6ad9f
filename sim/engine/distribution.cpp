#include "sendcap/engine/distribution.hpp"

#include <algorithm>
#include <cmath>
#include <sstream>
#include <stdexcept>
#include <string>

namespace sendcap::engine {
namespace {

[[noreturn]] void refuse(const std::string& parameter, const char* bound, double value) {
  std::ostringstream message;
  message << "the " << parameter << " must be " << bound << ", not " << value;
  throw std::invalid_argument(message.str());
}

void require_finite(const std::string& parameter, double value) {
  if (!std::isfinite(value)) refuse(parameter, "a finite number", value);
}

void require_above_zero(const std::string& parameter, double value) {
  require_finite(parameter, value);
  if (!(value > 0)) refuse(parameter, "above 0", value);
}

void require_not_negative(const std::string& parameter, double value) {
  require_finite(parameter, value);
  if (value < 0) refuse(parameter, "at least 0", value);
}

}  // namespace

Distribution Distribution::deterministic(double value) {
  require_finite("value", value);
  return Distribution(family::Deterministic{value});
}

Distribution Distribution::exponential(double mean) {
  require_above_zero("mean of an exponential distribution", mean);
  return Distribution(family::Exponential{mean});
}

Distribution Distribution::gamma(double shape, double scale) {
  require_above_zero("shape of a gamma distribution", shape);
  require_above_zero("scale of a gamma distribution", scale);
  if (shape == 1) return exponential(scale);
  return Distribution(family::Gamma{shape, scale});
}

Distribution Distribution::gamma_from_mean_sd(double mean, double standard_deviation) {
  require_above_zero("mean of a gamma distribution", mean);
  require_above_zero("standard deviation of a gamma distribution", standard_deviation);
  const double ratio = mean / standard_deviation;
  return gamma(ratio * ratio, standard_deviation / ratio);
}

Distribution Distribution::erlang(std::uint32_t stages, double mean) {
  require_above_zero("number of stages of an Erlang distribution", stages);
  require_above_zero("mean of an Erlang distribution", mean);
  return gamma(stages, mean / stages);
}

Distribution Distribution::weibull(double shape, double scale) {
  require_above_zero("shape of a Weibull distribution", shape);
  require_above_zero("scale of a Weibull distribution", scale);
  return Distribution(family::Weibull{shape, scale});
}

Distribution Distribution::lognormal(double mu, double sigma) {
  require_finite("mu of a lognormal distribution", mu);
  require_not_negative("sigma of a lognormal distribution", sigma);
  return Distribution(family::Lognormal{mu, sigma});
}

Distribution Distribution::lognormal_from_mean_sd(double mean, double standard_deviation) {
  require_above_zero("mean of a lognormal distribution", mean);
  require_not_negative("standard deviation of a lognormal distribution", standard_deviation);
  const double ratio = standard_deviation / mean;
  const double variance_of_logarithm = std::log1p(ratio * ratio);
  return lognormal(std::log(mean) - variance_of_logarithm / 2, std::sqrt(variance_of_logarithm));
}

Distribution Distribution::lognormal_from_median_sigma(double median, double sigma) {
  require_above_zero("median of a lognormal distribution", median);
  return lognormal(std::log(median), sigma);
}

Distribution Distribution::triangular(double least, double mode, double most) {
  require_finite("least value of a triangular distribution", least);
  require_finite("most likely value of a triangular distribution", mode);
  require_finite("greatest value of a triangular distribution", most);
  if (!(least < most)) refuse("greatest value of a triangular distribution", "above the least", most);
  if (mode < least || mode > most)
    refuse("most likely value of a triangular distribution", "between the least and the greatest", mode);
  return Distribution(family::Triangular{least, mode, most});
}

Distribution Distribution::uniform(double least, double most) {
  require_finite("least value of a uniform distribution", least);
  require_finite("greatest value of a uniform distribution", most);
  if (!(least < most)) refuse("greatest value of a uniform distribution", "above the least", most);
  return Distribution(family::Uniform{least, most});
}

Distribution Distribution::truncated_normal(double mean, double standard_deviation, double least) {
  require_finite("mean of a truncated normal distribution", mean);
  require_above_zero("standard deviation of a truncated normal distribution", standard_deviation);
  require_finite("least value of a truncated normal distribution", least);
  return Distribution(family::TruncatedNormal{mean, standard_deviation, least});
}

Distribution Distribution::poisson(double mean, double unit) {
  constexpr double kLargestMean = 1e9;
  require_above_zero("mean of a Poisson distribution", mean);
  if (mean > kLargestMean) refuse("mean of a Poisson distribution", "at most 1e9", mean);
  require_above_zero("unit of a Poisson distribution", unit);
  return Distribution(family::Poisson{mean, unit});
}

Distribution Distribution::empirical(std::vector<double> values) {
  if (values.empty()) throw std::invalid_argument("an empirical distribution must have at least one value");
  for (const double value : values) require_finite("value of an empirical distribution", value);
  std::sort(values.begin(), values.end());
  return Distribution(family::Empirical{std::make_shared<const std::vector<double>>(std::move(values))});
}

Distribution Distribution::discrete(std::vector<double> values, std::vector<double> probabilities) {
  if (values.size() != probabilities.size())
    throw std::invalid_argument("a discrete distribution must have as many probabilities as values");
  for (const double value : values) require_finite("value of a discrete distribution", value);
  const AliasTable choice(probabilities);
  double sum = 0;
  for (const double probability : probabilities) sum += probability;
  for (double& probability : probabilities) probability /= sum;
  return Distribution(family::Discrete{std::make_shared<const family::Discrete::Table>(
      family::Discrete::Table{std::move(values), std::move(probabilities), choice})});
}

}  // namespace sendcap::engine
