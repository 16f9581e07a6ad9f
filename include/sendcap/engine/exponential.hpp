#pragma once

#include <boost/random/exponential_distribution.hpp>

#include "sendcap/engine/random.hpp"

namespace sendcap::engine {

/// A value drawn, and the stream after it.
struct DrawnExponential {
  double value;
  Stream after;
};

/// The whole algorithm of Boost.Random.
[[nodiscard]] DrawnExponential unit_exponential_in_full(Stream stream);

/// One value of the exponential distribution with mean 1, from the next numbers of the stream: the value that
/// Boost.Random gives, to the last bit.
///
/// The ziggurat decides by its first number in 99 of 100 cases. That attempt stands here alone: as the first
/// turn of Boost's loop it had all that a second one may need worked out and put aside beforehand (the keys
/// of ten rounds, the registers of the caller), a third of what a draw cost. The others are drawn anew, from
/// a copy, so that the stream itself never has to be in memory.
inline double unit_exponential(Stream& stream) {
  using Table = boost::random::detail::exponential_table<double>;
  Stream after = stream;
  const auto [part, layer] = boost::random::detail::generate_int_float_pair<double, 8>(after);
  const double value = part * Table::table_x[layer];
  if (value < Table::table_x[layer + 1]) [[likely]] {
    stream = after;
    return value;
  }
  const DrawnExponential drawn = unit_exponential_in_full(stream);
  stream = drawn.after;
  return drawn.value;
}

}  // namespace sendcap::engine
