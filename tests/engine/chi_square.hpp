#pragma once

#include <boost/math/distributions/chi_squared.hpp>
#include <cstddef>
#include <vector>

namespace sendcap::engine {

/// Pearson's statistic of how far counts lie from what was expected.
inline double chi_square(const std::vector<double>& observed, const std::vector<double>& expected) {
  double sum = 0;
  for (std::size_t cell = 0; cell < observed.size(); ++cell) {
    const double difference = observed[cell] - expected[cell];
    sum += difference * difference / expected[cell];
  }
  return sum;
}

/// What a chi-square variable stays below with this probability.
inline double chi_square_quantile(double degrees_of_freedom, double probability) {
  return boost::math::quantile(boost::math::chi_squared(degrees_of_freedom), probability);
}

}  // namespace sendcap::engine
