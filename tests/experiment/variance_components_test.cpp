#include "sendcap/experiment/variance_components.hpp"

#include <gtest/gtest.h>

#include "made_up.hpp"
#include "sendcap/engine/tally.hpp"
#include "sendcap/experiment/drivers.hpp"
#include "sendcap/experiment/latin_hypercube.hpp"

namespace sendcap::testing {
namespace {

using Table = std::vector<std::vector<double>>;

// Values with known variances of inputs, of shared chance and of the rest.
Table crossed(std::size_t points, std::uint32_t replications, double inputs, double shared, double rest,
              std::uint64_t seed) {
  Table table(points);
  for (std::size_t p = 0; p < points; ++p)
    for (std::uint32_t r = 0; r < replications; ++r)
      table[p].push_back(10 + std::sqrt(inputs) * noise(static_cast<std::uint32_t>(p), 1, seed) +
                         std::sqrt(shared) * noise(r, 2, seed) +
                         std::sqrt(rest) * noise(r, 100 + static_cast<std::uint32_t>(p), seed));
  return table;
}

// By hand: points 1 and 3 and 5, and every replication adds 0, 1 or 2: no rest. Mean squares: between points
// 3 * var(2, 4, 6) = 12, between replications 3 * var(3, 4, 5) = 3.
TEST(VarianceComponents, of_a_small_table_by_hand) {
  const auto found = experiment::variance_components({{1, 2, 3}, {3, 4, 5}, {5, 6, 7}}, 0.95);
  EXPECT_NEAR(found.mean, 4, 1e-12);
  EXPECT_NEAR(found.of_inputs, 4, 1e-12);
  EXPECT_NEAR(found.of_chance, 1, 1e-12);
  EXPECT_NEAR(found.share.mean, 0.8, 1e-12);
}

// 200 experiments: means of the components within 4 standard errors, and the interval of the share covers the
// true one, 4 / (4 + 1 + 1), in at least 90% (a 95% interval fails that with a chance below 0.3%).
TEST(VarianceComponents, are_recovered) {
  engine::Tally inputs;
  engine::Tally chance;
  int covered = 0;
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    const auto found = experiment::variance_components(crossed(40, 10, 4, 1, 1, seed), 0.95);
    inputs.add(found.of_inputs);
    chance.add(found.of_chance);
    if (found.share.low <= 4.0 / 6 && 4.0 / 6 <= found.share.high) ++covered;
  }
  EXPECT_NEAR(inputs.mean(), 4, 4 * inputs.standard_deviation() / std::sqrt(200.0));
  EXPECT_NEAR(chance.mean(), 2, 4 * chance.standard_deviation() / std::sqrt(200.0));
  EXPECT_GE(covered, 180);
}

TEST(VarianceComponents, finds_no_share_of_inputs_that_do_nothing) {
  const auto found = experiment::variance_components(crossed(40, 10, 0, 1, 1, 3), 0.95);
  EXPECT_LT(found.share.low, 1e-6);
  EXPECT_LT(found.share.high, 0.3);
}

// The plain means of 3 replications vary by 4 + 9/3; without chance by about 4, and their mean stays.
TEST(VarianceComponents, means_without_chance_vary_as_the_true_ones) {
  engine::Tally variances;
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    engine::Tally means;
    for (const double mean : experiment::means_without_chance(crossed(40, 3, 4, 0, 9, seed))) means.add(mean);
    variances.add(means.variance());
  }
  EXPECT_NEAR(variances.mean(), 4, 4 * variances.standard_deviation() / 10);
}

// y = 4 x1 - 2 x2 + x3 over the unit cube: the variances are as 16 : 4 : 1.
TEST(Drivers, are_found_in_their_order) {
  std::vector<std::string> names;
  for (int i = 0; i < 150; ++i) names.push_back("input " + std::to_string(i));  // more inputs than points
  const auto sample = experiment::latin_hypercube(100, names, 1);
  std::vector<double> values;
  for (const auto& point : sample) values.push_back(4 * point[7] - 2 * point[3] + point[11]);
  const auto drivers = experiment::find_drivers(sample, values, 0.95, 10);
  ASSERT_GE(drivers.size(), 3u);
  EXPECT_EQ(drivers[0].dimension, 7u);
  EXPECT_EQ(drivers[1].dimension, 3u);
  EXPECT_EQ(drivers[2].dimension, 11u);
  EXPECT_NEAR(drivers[0].explains, 16.0 / 21, 0.12);
  EXPECT_GT(drivers[0].correlation.low, 0);
  EXPECT_LT(drivers[1].correlation.high, 0);
}

// Of a figure that no input drives one is named in about 5% of samples: in 100 more than 13 with chance 0.1%.
TEST(Drivers, of_pure_noise_are_seldom_named) {
  int named = 0;
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    std::vector<std::string> inputs;
    for (int i = 0; i < 30; ++i) inputs.push_back(std::to_string(i));
    const auto sample = experiment::latin_hypercube(50, inputs, seed);
    std::vector<double> values;
    for (std::uint32_t p = 0; p < 50; ++p) values.push_back(noise(p, 9, seed));
    if (!experiment::find_drivers(sample, values, 0.95, 10).empty()) ++named;
  }
  EXPECT_LE(named, 13);
}

}  // namespace
}  // namespace sendcap::testing
