#include "sendcap/engine/interval.hpp"

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "engine/portable_math.hpp"

namespace sendcap::engine {
double student_t_quantile(double degrees_of_freedom, double probability) {
  if (!(degrees_of_freedom > 0)) throw std::invalid_argument("Student's t needs degrees of freedom above 0");
  if (!(probability > 0 && probability < 1))
    throw std::invalid_argument("a quantile needs a probability between 0 and 1");
  return boost::math::quantile(boost::math::students_t_distribution<double, Portable>(degrees_of_freedom),
                               probability);
}

double student_t_probability(double degrees_of_freedom, double value) {
  if (!(degrees_of_freedom > 0)) throw std::invalid_argument("Student's t needs degrees of freedom above 0");
  return boost::math::cdf(boost::math::students_t_distribution<double, Portable>(degrees_of_freedom), value);
}

double chi_squared_tail(double degrees_of_freedom, double value) {
  if (!(degrees_of_freedom > 0)) throw std::invalid_argument("χ² needs degrees of freedom above 0");
  const boost::math::chi_squared_distribution<double, Portable> distribution(degrees_of_freedom);
  return boost::math::cdf(boost::math::complement(distribution, value));
}

Interval student_t_interval(const Tally& observations, double level) {
  if (!(level > 0 && level < 1)) throw std::invalid_argument("a level of confidence lies between 0 and 1");
  if (observations.count() < 2) {
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    return Interval{observations.mean(), -kInfinity, kInfinity};
  }
  const auto count = static_cast<double>(observations.count());
  const double half_width =
      student_t_quantile(count - 1, (1 + level) / 2) * std::sqrt(observations.variance() / count);
  return Interval{observations.mean(), observations.mean() - half_width, observations.mean() + half_width};
}

Interval wilson_interval(std::uint64_t successes, std::uint64_t trials, double level) {
  if (!(level > 0 && level < 1)) throw std::invalid_argument("a level of confidence lies between 0 and 1");
  if (trials == 0) {
    constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
    return Interval{kUnknown, kUnknown, kUnknown};
  }
  const auto count = static_cast<double>(trials);
  const double share = static_cast<double>(successes) / count;
  const double z =
      boost::math::quantile(boost::math::normal_distribution<double, Portable>(), (1 + level) / 2);
  const double weight = 1 + z * z / count;
  const double middle = (share + z * z / (2 * count)) / weight;
  const double half_width = z * std::sqrt(share * (1 - share) / count + z * z / (4 * count * count)) / weight;
  return Interval{share, successes == 0 ? 0 : middle - half_width,
                  successes == trials ? 1 : middle + half_width};
}

}  // namespace sendcap::engine
