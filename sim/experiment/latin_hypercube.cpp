#include "sendcap/experiment/latin_hypercube.hpp"

#include <numeric>
#include <utility>

#include "sendcap/engine/random.hpp"

namespace sendcap::experiment {

std::vector<std::vector<double>> latin_hypercube(std::size_t points,
                                                 const std::vector<std::string>& dimensions,
                                                 std::uint64_t seed) {
  std::vector<std::vector<double>> sample(points, std::vector<double>(dimensions.size()));
  std::vector<std::size_t> strata(points);
  for (std::size_t d = 0; d < dimensions.size(); ++d) {
    engine::Stream random(engine::ReplicationKey(seed, 0), engine::name_hash("Latin hypercube"),
                          engine::name_hash(dimensions[d]), 0);
    std::iota(strata.begin(), strata.end(), std::size_t{0});
    for (std::size_t i = points; i > 1; --i)  // Fisher and Yates; Knuth, 3.4.2 P
      std::swap(strata[i - 1], strata[static_cast<std::size_t>(random.uniform() * static_cast<double>(i))]);
    for (std::size_t p = 0; p < points; ++p)
      sample[p][d] = (static_cast<double>(strata[p]) + random.uniform_open()) / static_cast<double>(points);
  }
  return sample;
}

}  // namespace sendcap::experiment
