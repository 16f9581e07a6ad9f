// Shares of several ways: looked up by an index, as if looked for one by one.

#include "sendcap/model/shares.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <vector>

#include "sendcap/engine/random.hpp"

namespace sendcap::testing {
namespace {

std::size_t looked_for(const std::vector<double>& cumulative, double lot) {
  std::size_t way = 0;
  while (way + 1 < cumulative.size() && lot >= cumulative[way]) ++way;
  return way;
}

model::Shares shares_of(const std::vector<double>& cumulative) {
  std::vector<model::Timeline> timelines;
  for (const double bound : cumulative) timelines.emplace_back(bound);
  return model::Shares(timelines);
}

// Shares of all sizes, none among them; lots at random, at every bound and right beside it.
TEST(Shares, OfAnyNumberOfWaysAreFoundByTheIndex) {
  engine::Stream random(engine::ReplicationKey(3, 0), 1, 2, 3);
  for (const std::size_t ways : {1U, 2U, 3U, 10U, 1000U}) {
    std::vector<double> cumulative;
    double sum = 0;
    for (std::size_t i = 0; i < ways; ++i) {
      const double share = random.uniform();
      cumulative.push_back(sum += share < 0.3 ? 0.0 : share * share);
    }
    for (double& bound : cumulative) bound /= sum > 0 ? sum : 1;
    const model::Shares shares = shares_of(cumulative);
    std::vector<double> lots{0, 1 - 0x1p-53};
    for (int i = 0; i < 10000; ++i) lots.push_back(random.uniform());
    for (const double bound : cumulative)
      for (const double lot : {std::nextafter(bound, 0.0), bound, std::nextafter(bound, 1.0)})
        if (lot < 1) lots.push_back(lot);
    for (const double lot : lots)
      ASSERT_EQ(shares.way(lot, 5), looked_for(cumulative, lot)) << ways << ' ' << lot;
  }
}

TEST(Shares, ThatChangeAreThoseOfTheTime) {
  model::Timeline first(0.2);
  first.change(100, 0.7);
  model::Timeline all(1.0);
  const model::Shares shares({first, all});
  EXPECT_EQ(shares.way(0.5, 99), 1U);
  EXPECT_EQ(shares.way(0.5, 100), 0U);
}

}  // namespace
}  // namespace sendcap::testing
