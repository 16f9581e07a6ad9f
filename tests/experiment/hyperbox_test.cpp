// Looking for the best of more points than can be tried.

#include "sendcap/experiment/hyperbox.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

#include "sendcap/engine/random.hpp"

namespace sendcap::testing {
namespace {

using experiment::Glimpse;
using experiment::HyperboxOptions;
using experiment::LatticePoint;
using experiment::Visited;

// Luck of a point in a replication, even over -1 to 1.
double luck(const LatticePoint& point, std::uint32_t replication, std::uint64_t seed) {
  std::uint32_t number = 0;
  for (const std::uint32_t coordinate : point) number = number * 31 + coordinate;
  engine::Stream random(engine::ReplicationKey(seed, replication), number, 0, 0);
  return 2 * random.uniform() - 1;
}

// A bowl whose bottom is known, seen through luck.
class Bowl {
 public:
  Bowl(LatticePoint bottom, double noise, std::uint64_t seed)
      : bottom_(std::move(bottom)), noise_(noise), seed_(seed) {}

  std::optional<std::vector<Glimpse>> look(const std::vector<LatticePoint>& points, std::uint32_t times) {
    std::vector<Glimpse> glimpses;
    for (const LatticePoint& point : points) {
      double depth = 0;
      double cost = 0;
      for (std::size_t d = 0; d < point.size(); ++d) {
        depth += std::pow(static_cast<double>(point[d]) - bottom_[d], 2.0);
        cost += point[d];
      }
      double sum = 0;
      for (std::uint32_t r = 0; r < times; ++r) sum += luck(point, r, seed_);
      glimpses.push_back({depth + noise_ * sum / times, cost - at_most_});
    }
    return glimpses;
  }
  void may_cost(double at_most) { at_most_ = at_most; }

 private:
  LatticePoint bottom_;
  double noise_;
  std::uint64_t seed_;
  double at_most_ = 1e9;
};

Visited visited(Bowl& bowl, const std::vector<std::uint32_t>& sizes, std::uint64_t seed, std::size_t most) {
  HyperboxOptions options;
  options.seed = seed;
  options.most_points = most;
  return experiment::search_lattice(
      sizes, {LatticePoint(sizes.size(), 0)},
      [&](const std::vector<LatticePoint>& points, std::uint32_t times) { return bowl.look(points, times); },
      options);
}

// 160,000 points, of which at most 300 are looked at: two in a thousand.
TEST(AdaptiveHyperbox, finds_the_bottom_of_a_bowl_in_a_lattice_too_large_to_try_all) {
  const LatticePoint bottom{13, 4, 17, 9};
  int found = 0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    Bowl bowl(bottom, 2, seed);
    const Visited all = visited(bowl, {20, 20, 20, 20}, seed, 300);
    EXPECT_LE(all.points.size(), 300U);
    found += std::count(all.points.begin(), all.points.end(), bottom) > 0 ? 1 : 0;
  }
  EXPECT_GE(found, 19);
}

TEST(AdaptiveHyperbox, looks_for_the_best_that_can_be_afforded) {
  // Costs are the sum of the coordinates, at most 20: nearest to (13, 15) with that is (9, 11).
  int found = 0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    Bowl bowl({13, 15}, 0.5, seed);
    bowl.may_cost(20);
    const Visited all = visited(bowl, {40, 40}, seed, 200);
    found += std::count(all.points.begin(), all.points.end(), LatticePoint{9, 11}) > 0 ? 1 : 0;
  }
  EXPECT_GE(found, 18);
}

TEST(AdaptiveHyperbox, looks_at_each_point_of_a_small_lattice_once) {
  Bowl bowl({1, 1}, 0, 1);
  const Visited all = visited(bowl, {3, 4}, 1, 300);
  const std::set<LatticePoint> different(all.points.begin(), all.points.end());
  EXPECT_EQ(different.size(), all.points.size());
  EXPECT_LE(all.points.size(), 12U);
}

TEST(AdaptiveHyperbox, is_the_same_for_the_same_seed) {
  Bowl bowl({7, 3, 5}, 1, 1);
  EXPECT_EQ(visited(bowl, {9, 9, 9}, 5, 100).points, visited(bowl, {9, 9, 9}, 5, 100).points);
  EXPECT_NE(visited(bowl, {9, 9, 9}, 5, 100).points, visited(bowl, {9, 9, 9}, 6, 100).points);
}

}  // namespace
}  // namespace sendcap::testing
