#pragma once

#include <cstdint>
#include <utility>
#include <variant>
#include <vector>

#include "sendcap/engine/distribution_families.hpp"
#include "sendcap/engine/exponential.hpp"
#include "sendcap/engine/random.hpp"

namespace sendcap::engine {

/// A probability distribution of a length of time or another number, chosen at run time: a value, cheap to
/// copy, never changed after it is made, and safe to share between threads. Draws use the algorithms of
/// Boost.Random, whose results do not depend on the standard library.
///
/// The functions that make one throw std::invalid_argument, with a message for the reader of the scenario,
/// if a parameter is not finite or outside its range.
class Distribution {
 public:
  /// Always 0.
  Distribution() = default;

  /// Always `value`.
  static Distribution deterministic(double value);

  /// `mean` > 0.
  static Distribution exponential(double mean);

  /// `shape` > 0, `scale` > 0; the mean is their product.
  static Distribution gamma(double shape, double scale);

  /// The gamma distribution with this mean and standard deviation, both > 0.
  static Distribution gamma_from_mean_sd(double mean, double standard_deviation);

  /// The sum of `stages` >= 1 exponential stages; `mean` > 0 is that of the sum.
  static Distribution erlang(std::uint32_t stages, double mean);

  /// `shape` > 0, `scale` > 0.
  static Distribution weibull(double shape, double scale);

  /// The exponential of a normal variable with mean `mu` and standard deviation `sigma` >= 0.
  static Distribution lognormal(double mu, double sigma);

  /// The lognormal distribution with this mean > 0 and standard deviation >= 0 of its own.
  static Distribution lognormal_from_mean_sd(double mean, double standard_deviation);

  /// The lognormal distribution with this median > 0 and this standard deviation of the logarithm.
  static Distribution lognormal_from_median_sigma(double median, double sigma);

  /// `least` <= `mode` <= `most` and `least` < `most`.
  static Distribution triangular(double least, double mode, double most);

  /// Evenly from `least` to `most`, `least` < `most`.
  static Distribution uniform(double least, double most);

  /// A normal variable given that it is at least `least`. `mean` and `standard_deviation` > 0 are those of
  /// the whole normal distribution before truncation; `mean()` and `variance()` give those after it.
  static Distribution truncated_normal(double mean, double standard_deviation, double least = 0);

  /// `unit` > 0 times a Poisson number whose mean is `mean`, 0 < `mean` <= 10^9.
  static Distribution poisson(double mean, double unit = 1);

  /// One of the observed values, each as likely as the others. At least one.
  static Distribution empirical(std::vector<double> values);

  /// One of the values, with probabilities in proportion to `probabilities`.
  static Distribution discrete(std::vector<double> values, std::vector<double> probabilities);

  /// One value of the distribution, from the next numbers of the stream.
  double draw(Stream& stream) const {
    // Most waits and services of queueing models are exponential: they are worth a short cut.
    if (const auto* exponential = std::get_if<family::Exponential>(&family_))
      return unit_exponential(stream) * exponential->mean;
    // From a copy, so that for the short cut the stream never has to be in memory.
    Stream copy = stream;
    const double value = draw_by_family(copy);
    stream = copy;
    return value;
  }

  /// The exact mean.
  double mean() const;

  /// The exact variance.
  double variance() const;

  /// The probability of at most `value`.
  double cumulative(double value) const;

 private:
  explicit Distribution(family::Any any) : family_(std::move(any)) {}

  double draw_by_family(Stream& stream) const;

  family::Any family_;
};

}  // namespace sendcap::engine
