// More or fewer referrals.

#include <gtest/gtest.h>

#include "applied.hpp"

namespace sendcap::scenario {
namespace {

TEST(ChangeDemand, multiplies_the_rate) {
  const Applied applied =
      apply_text("  - {kind: change demand, demand: autism, by: -10%, from: 2025-04-01}\n");
  EXPECT_EQ(applied.said, "");
  const Demand& demand = *applied.changed.demand.find("autism");
  ASSERT_EQ(demand.times.then.size(), 1u);
  EXPECT_DOUBLE_EQ(demand.times.then[0].is.value, 0.9);
  EXPECT_DOUBLE_EQ(demand.times.is.value, 1);
}

}  // namespace
}  // namespace sendcap::scenario
