// Assessments bought from outside.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "applied.hpp"

namespace sendcap::scenario {
namespace {

using ::testing::HasSubstr;

constexpr std::int32_t kApril = 20179;  // 2025-04-01, days since 1970

double bought_in_all(const Purchase& purchase, std::int32_t until) {
  double cases = 0;
  for (std::int32_t day = kApril - 60; day < until; ++day) cases += on(purchase.cases, day).per_day;
  return cases;
}

TEST(OutsourceBacklog, buys_so_many_in_all_whether_evenly_or_growing) {
  for (const char* ramp : {"", ", ramp: 2 months, begins with: 20%"}) {
    const Applied applied = apply_text(
        std::string(
            "  - {kind: outsource a backlog, pathway: way, step: seen, assessments: 100, price: £1333, "
            "from: 2025-02-01, lead time: 59 days, until: 2025-07-10") +
        ramp + "}\n");
    EXPECT_EQ(applied.said, "");
    ASSERT_EQ(applied.changed.bought_from_outside.size(), 1u);
    const Purchase& bought = applied.changed.bought_from_outside[0];
    EXPECT_EQ(on(bought.cases, kApril - 1).per_day, 0);
    EXPECT_GT(on(bought.cases, kApril).per_day, 0);
    EXPECT_EQ(on(bought.cases, kApril + 100).per_day, 0) << "10 July";
    EXPECT_NEAR(bought_in_all(bought, kApril + 200), 100, 1e-9);
    EXPECT_EQ(bought.price.is.pounds, 1333);
  }
}

TEST(OutsourceBacklog, can_be_done_twice) {
  const std::string one =
      "  - {kind: outsource a backlog, pathway: way, step: seen, assessments: 10, price: £1, from: "
      "2025-02-01, "
      "until: 2025-03-01}\n";
  const Applied applied = apply_text(one + one);
  EXPECT_EQ(applied.said, "");
  ASSERT_EQ(applied.changed.bought_from_outside.size(), 2u);
  EXPECT_NE(applied.changed.bought_from_outside[0].name, applied.changed.bought_from_outside[1].name);
}

TEST(OutsourceBacklog, needs_an_end) {
  EXPECT_THAT(
      apply_text("  - {kind: outsource a backlog, pathway: way, step: seen, assessments: 10, price: £1, "
                 "from: 2025-02-01}\n")
          .said,
      HasSubstr("has no end"));
}

}  // namespace
}  // namespace sendcap::scenario
