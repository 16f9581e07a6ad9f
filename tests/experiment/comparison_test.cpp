// What can be said of worlds that were given the same replications. Expected values by hand.

#include "sendcap/experiment/comparison.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

#include "compared_worlds.hpp"
#include "sendcap/engine/random.hpp"

namespace sendcap::testing {
namespace {

using experiment::Comparison;
using experiment::Verdict;

constexpr double kNobody = std::numeric_limits<double>::quiet_NaN();

TEST(Comparison, a_difference_is_taken_replication_by_replication) {
  HandWritten worlds(2, 4);
  const std::size_t waiting = worlds.outcome("waiting", "therapy", true);
  // The chance that both share is large (100 to 400), the difference is 10 give or take 1.
  worlds.set(0, waiting, {100, 200, 300, 400});
  worlds.set(1, waiting, {91, 189, 291, 389});
  const Comparison comparison = worlds.compared();
  const experiment::Difference& difference = comparison.difference(1, waiting);
  EXPECT_EQ(difference.pairs, 4u);
  EXPECT_EQ(difference.verdict, Verdict::clear);
  EXPECT_DOUBLE_EQ(difference.interval.mean, -10);
  // Differences -9, -11, -9, -11: standard deviation sqrt(4/3), t of 3 degrees 3.182446 (Student's table).
  EXPECT_NEAR(difference.interval.half_width(), 3.182446 * std::sqrt(4.0 / 3) / 2, 1e-6);
}

TEST(Comparison, what_a_plan_can_not_touch_is_exactly_the_same) {
  HandWritten worlds(2, 3);
  const std::size_t waiting = worlds.outcome("waiting", "therapy", true);
  worlds.set(0, waiting, {5, 6, 7});
  worlds.set(1, waiting, {5, 6, 7});
  EXPECT_EQ(worlds.compared().difference(1, waiting).verdict, Verdict::exactly_same);
}

TEST(Comparison, what_chance_may_explain_is_unclear) {
  HandWritten worlds(2, 4);
  const std::size_t waiting = worlds.outcome("waiting", "therapy", true);
  worlds.set(0, waiting, {10, 10, 10, 10});
  worlds.set(1, waiting, {12, 9, 11, 9});
  EXPECT_EQ(worlds.compared().difference(1, waiting).verdict, Verdict::unclear);
}

TEST(Comparison, a_single_pair_says_nothing) {
  HandWritten worlds(2, 3);
  const std::size_t wait = worlds.outcome("wait of those waiting, mean", "therapy", true);
  worlds.set(0, wait, {kNobody, 4, kNobody});
  worlds.set(1, wait, {3, 2, kNobody});
  const Comparison comparison = worlds.compared();
  EXPECT_EQ(comparison.difference(1, wait).pairs, 1u);
  EXPECT_EQ(comparison.difference(1, wait).verdict, Verdict::unclear);
}

// Two children fewer, both times that there was anybody: two equal signs happen by chance every second time.
TEST(Comparison, two_equal_differences_are_no_proof) {
  HandWritten worlds(2, 20);
  const std::size_t wait = worlds.outcome("wait of those waiting, mean", "therapy", true);
  std::vector<double> nobody(20, kNobody);
  std::vector<double> without = nobody;
  std::vector<double> with = nobody;
  without[3] = without[11] = 7;
  with[3] = with[11] = 5;
  worlds.set(0, wait, without);
  worlds.set(1, wait, with);
  EXPECT_EQ(worlds.compared().difference(1, wait).verdict, Verdict::unclear);
}

// Of very many measures one in twenty would look clear by chance. Here nine in ten truly do not change and
// each tenth does by three standard errors; over 300 comparisons the share of what is called clear though
// nothing changed, and of the intervals of clear ones that miss, is at most 5% in the mean (four standard
// errors of that mean are allowed for, so a sound procedure fails once in 30,000 seeds).
TEST(Comparison, of_what_is_called_clear_one_in_twenty_at_most_is_not) {
  constexpr std::size_t kReplications = 20;
  constexpr std::uint32_t kComparisons = 300;
  engine::Tally false_share;
  engine::Tally missed_share;
  double found = 0;
  double real = 0;
  for (std::uint32_t c = 0; c < kComparisons; ++c) {
    HandWritten worlds(2, kReplications);
    const std::vector<std::size_t> outcomes = worlds.totals();
    const auto truth = [&](std::size_t i) {
      return i % 10 == 0 ? 3 / std::sqrt(double{kReplications}) : 0.0;
    };
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
      engine::Stream random(engine::ReplicationKey(1, c), 1, static_cast<std::uint32_t>(i), 0);
      std::vector<double> values(kReplications);
      for (double& value : values)
        value = truth(i) + std::sqrt(-2 * std::log(random.uniform_open())) *
                               std::cos(2 * 3.14159265358979323846 * random.uniform());
      worlds.set(1, outcomes[i], values);
    }
    const Comparison comparison = worlds.compared();
    double clear = 0;
    double wrong = 0;
    double missed = 0;
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
      const experiment::Difference& difference = comparison.difference(1, outcomes[i]);
      if (truth(i) > 0) ++real;
      if (!difference.clear()) continue;
      ++clear;
      if (truth(i) == 0) ++wrong;
      if (truth(i) > 0) ++found;
      if (difference.interval.low > truth(i) || difference.interval.high < truth(i)) ++missed;
    }
    false_share.add(clear > 0 ? wrong / clear : 0);
    missed_share.add(clear > 0 ? missed / clear : 0);
  }
  const auto bound = [](const engine::Tally& share) {
    return 0.05 + 4 * share.standard_deviation() / std::sqrt(static_cast<double>(share.count()));
  };
  EXPECT_LE(false_share.mean(), bound(false_share));
  EXPECT_LE(missed_share.mean(), bound(missed_share));
  EXPECT_GT(found / real, 0.3) << "it does find what changes";
}

TEST(Comparison, the_better_of_two_plans_is_told_with_its_chance) {
  HandWritten worlds(3, 10);
  const std::size_t waiting = worlds.outcome("waiting", "therapy", true);
  worlds.set(0, waiting, {20, 22, 21, 19, 20, 23, 20, 21, 22, 20});
  worlds.set(1, waiting, {10, 12, 11, 9, 10, 13, 10, 11, 12, 11});
  worlds.set(2, waiting, {10, 12, 11, 9, 10, 13, 10, 11, 12, 10});
  const Comparison comparison = worlds.compared();
  const std::vector<double> chances = comparison.chance_best(waiting);
  ASSERT_EQ(chances.size(), 3u);
  EXPECT_EQ(chances[0], 0);
  // The third is never worse than the second and once better.
  EXPECT_EQ(chances[2], 1);
  // But ten pairs with one difference are no proof: the two are not ranked.
  EXPECT_EQ(comparison.unbeaten(waiting), (std::vector<std::size_t>{1, 2}));
}

TEST(Comparison, plans_that_tie_share_the_chance) {
  HandWritten worlds(2, 5);
  const std::size_t waiting = worlds.outcome("waiting", "therapy", true);
  for (std::size_t world : {0u, 1u}) worlds.set(world, waiting, {3, 4, 5, 6, 7});
  EXPECT_EQ(worlds.compared().chance_best(waiting), (std::vector<double>{0.5, 0.5}));
  EXPECT_EQ(worlds.compared().unbeaten(waiting), (std::vector<std::size_t>{0, 1}));
}

TEST(Comparison, a_child_less_on_the_list_has_its_price) {
  HandWritten worlds(2, 4);
  const std::size_t waiting = worlds.outcome("waiting", "therapy", true);
  const std::size_t spent = worlds.outcome("spent", "NHS", false);
  worlds.set(0, waiting, {100, 110, 120, 130});
  worlds.set(1, waiting, {80, 91, 99, 110});
  worlds.set(0, spent, {1e6, 1e6, 1e6, 1e6});
  worlds.set(1, spent, {1.01e6, 1.01e6, 1.01e6, 1.01e6});
  const Comparison comparison = worlds.compared();
  const auto cost = comparison.cost_of_gain(1, waiting);
  ASSERT_TRUE(cost.has_value());
  EXPECT_NEAR(cost->mean, 500, 1e-9);  // £10,000 for twenty children
  EXPECT_DOUBLE_EQ(comparison.extra_cost(1).interval.mean, 10000);
  EXPECT_FALSE(comparison.cost_of_gain(0, waiting).has_value()) << "nothing is gained";
}

TEST(Comparison, a_target_is_met_as_often_as_it_is) {
  HandWritten worlds(2, 10);
  worlds.set_target(0, {9, 11, 12, 13, 14, 15, 16, 17, 18, 19});
  worlds.set_target(1, {9, 10, 9, 9, 9, 9, 11, 9, 9, 9});  // at most 10 is wanted
  const Comparison comparison = worlds.compared();
  EXPECT_DOUBLE_EQ(comparison.target_chance(0, 0).mean, 0.1);
  EXPECT_DOUBLE_EQ(comparison.target_chance(1, 0).mean, 0.9);
  // Wilson's interval for 1 of 10 at 95% (Brown, Cai and DasGupta 2001): 0.018 to 0.404.
  EXPECT_NEAR(comparison.target_chance(0, 0).low, 0.0179, 5e-4);
  EXPECT_NEAR(comparison.target_chance(0, 0).high, 0.4042, 5e-4);
}

}  // namespace
}  // namespace sendcap::testing
