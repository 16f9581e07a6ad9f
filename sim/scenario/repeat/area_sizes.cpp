#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <numeric>

#include "sendcap/scenario/repeat.hpp"

namespace sendcap::scenario {
namespace {

double standard_normal_quantile(double probability) {
  using NoPromotion = boost::math::policies::policy<boost::math::policies::promote_double<false>>;
  return boost::math::quantile(boost::math::normal_distribution<double, NoPromotion>(), probability);
}

}  // namespace

std::vector<double> area_sizes(const RepeatOrder& order) {
  const auto count = static_cast<double>(order.areas);
  std::vector<double> sizes(order.areas, 1.0);
  if (order.spread > 0)
    for (std::size_t area = 0; area < sizes.size(); ++area)
      sizes[area] =
          std::exp(order.spread * standard_normal_quantile((static_cast<double>(area) + 0.5) / count));
  const double mean = std::accumulate(sizes.begin(), sizes.end(), 0.0) / count;
  for (double& size : sizes) size *= order.size / mean;
  return sizes;
}

}  // namespace sendcap::scenario
