#include "sendcap/engine/exponential.hpp"

#include <gtest/gtest.h>

namespace sendcap::engine {
namespace {

// The first attempt stands apart from the rest; together they must be the algorithm of Boost, whose values
// results are known by. A hundred of these are not decided by the first number.
TEST(UnitExponential, IsThatOfBoostToTheLastBit) {
  boost::random::exponential_distribution<double> boosts;
  for (std::uint32_t number = 0; number < 10'000; ++number) {
    Stream ours(ReplicationKey(1, 0), 7, number, 3);
    Stream theirs = ours;
    for (int draw = 0; draw < 3; ++draw) ASSERT_EQ(unit_exponential(ours), boosts(theirs)) << number;
    ASSERT_EQ(ours(), theirs()) << "the streams must have come as far after number " << number;
  }
}

}  // namespace
}  // namespace sendcap::engine
