#include "sendcap/engine/exponential.hpp"

namespace sendcap::engine {

DrawnExponential unit_exponential_in_full(Stream stream) {
  const double value = boost::random::exponential_distribution<double>()(stream);
  return {value, stream};
}

}  // namespace sendcap::engine
