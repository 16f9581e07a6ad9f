#include "sendcap/experiment/break_even.hpp"

#include <gtest/gtest.h>

#include "made_up.hpp"

namespace sendcap::testing {
namespace {

using experiment::BreakEven;
using experiment::BreakEvenOptions;
using Values = std::vector<std::vector<double>>;

// Each replication has a level and a slope of its own; on average f(x) + 0.
experiment::Curve curve(const std::function<double(double)>& mean, double level, double slope,
                        std::uint64_t seed, std::uint32_t replications = 20) {
  return [=](const std::vector<double>& at, Values& values) {
    for (const double x : at) {
      values.emplace_back();
      for (std::uint32_t r = 0; r < replications; ++r)
        values.back().push_back(mean(x) + level * noise(r, 1, seed) + slope * x * noise(r, 2, seed));
    }
    return true;
  };
}

BreakEven found(const std::function<double(double)>& mean, double level, std::uint64_t seed = 1) {
  return experiment::find_break_even(curve(mean, level, 0, seed), BreakEvenOptions{});
}

// 400 experiments on a bent curve whose root is 0.4: an interval of 95% misses it in 20 of them, in 34 or
// more with a chance of 0.2%, in 8 or fewer with one of 0.2% (binomial).
TEST(BreakEven, interval_covers_the_root_as_often_as_it_says) {
  const auto mean = [](double x) { return (0.16 - x * x) * 10; };
  int missed = 0;
  int one_sided = 0;
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    const BreakEven one = experiment::find_break_even(curve(mean, 1, 1.5, seed), BreakEvenOptions{});
    ASSERT_TRUE(one.root) << seed;
    if (one.found != BreakEven::Found::crossing) ++one_sided;
    if (one.root->low > 0.4 || one.root->high < 0.4) ++missed;
  }
  EXPECT_GT(missed, 8);
  EXPECT_LT(missed, 34);
  EXPECT_LT(one_sided, 20);
}

TEST(BreakEven, of_a_sure_curve_is_its_root) {
  const BreakEven one = found([](double x) { return 1 - 3 * x; }, 0);
  ASSERT_EQ(one.found, BreakEven::Found::crossing);
  EXPECT_NEAR(one.root->mean, 1.0 / 3, 1e-9);
  EXPECT_NEAR(one.root->low, 1.0 / 3, 1e-6);
  EXPECT_NEAR(one.root->high, 1.0 / 3, 1e-6);
}

TEST(BreakEven, says_when_there_is_none) {
  const BreakEven never = found([](double x) { return 5 - x; }, 0.5);
  EXPECT_EQ(never.found, BreakEven::Found::nowhere);
  EXPECT_FALSE(never.root);
  EXPECT_EQ(never.points.size(), 5u);  // nothing to look closer at
  EXPECT_EQ(found([](double) { return 0; }, 0).found, BreakEven::Found::exactly_zero);
  EXPECT_EQ(found([](double) { return 0.01; }, 1).found, BreakEven::Found::unclear);
}

TEST(BreakEven, goes_on_beyond_the_end_where_the_curve_does_not_get_clear) {
  const BreakEven one = found([](double x) { return 3 * (1.1 - x); }, 1);
  EXPECT_EQ(one.found, BreakEven::Found::perhaps);
  EXPECT_TRUE(one.open_above);
  EXPECT_FALSE(one.open_below);
}

TEST(BreakEven, says_when_it_turns_twice) {
  EXPECT_EQ(found([](double x) { return (x - 0.2) * (x - 0.8) * 100; }, 0.1).found,
            BreakEven::Found::several);
}

TEST(BreakEven, looks_at_whole_values_only) {
  BreakEvenOptions options;
  options.from = 2;
  options.to = 9;
  options.whole = true;
  const BreakEven one =
      experiment::find_break_even(curve([](double x) { return 4.5 - x; }, 0.1, 0, 1), options);
  ASSERT_EQ(one.found, BreakEven::Found::crossing);
  for (const BreakEven::Point& point : one.points) EXPECT_EQ(point.at, std::round(point.at));
  EXPECT_NEAR(one.root->mean, 4.5, 0.2);
}

}  // namespace
}  // namespace sendcap::testing
