#include "sendcap/experiment/latin_hypercube.hpp"

#include <gtest/gtest.h>

#include <set>

#include "sendcap/engine/tally.hpp"
#include "sendcap/experiment/input_spread.hpp"

namespace sendcap::testing {
namespace {

using experiment::latin_hypercube;

TEST(LatinHypercube, has_one_point_in_each_stratum_of_each_dimension) {
  const auto sample = latin_hypercube(50, {"one", "two", "three"}, 7);
  for (std::size_t d = 0; d < 3; ++d) {
    std::set<int> strata;
    for (const auto& point : sample) {
      EXPECT_GT(point[d], 0);
      EXPECT_LT(point[d], 1);
      strata.insert(static_cast<int>(point[d] * 50));
    }
    EXPECT_EQ(strata.size(), 50u);
  }
}

TEST(LatinHypercube, a_dimension_more_moves_no_other) {
  const auto two = latin_hypercube(20, {"one", "two"}, 1);
  const auto three = latin_hypercube(20, {"new", "one", "two"}, 1);
  for (std::size_t p = 0; p < 20; ++p) {
    EXPECT_EQ(two[p][0], three[p][1]);
    EXPECT_EQ(two[p][1], three[p][2]);
  }
  EXPECT_NE(latin_hypercube(20, {"one"}, 2), latin_hypercube(20, {"one"}, 1));
}

// Stein (1987): of a sum of one-dimensional functions the sample mean loses nearly all of its variance. Plain
// sampling of x + y over the unit square has the variance (1/12 + 1/12) / n; here, within strata of width
// 1/n, (1/12 + 1/12) / n^3. 500 samples of 10 points: the estimated variance lies within 30% (far
// beyond 99.9%).
TEST(LatinHypercube, beats_plain_sampling_on_a_sum) {
  engine::Tally means;
  for (std::uint64_t seed = 0; seed < 500; ++seed) {
    double mean = 0;
    for (const auto& point : latin_hypercube(10, {"x", "y"}, seed)) mean += (point[0] + point[1]) / 10;
    means.add(mean);
  }
  EXPECT_NEAR(means.mean(), 1, 0.002);
  EXPECT_NEAR(means.variance() / (2.0 / 12 / 1000), 1, 0.3);
}

experiment::Input input(scenario::QuantityKind kind, double is, double least, double most) {
  experiment::Input made;
  made.kind = kind;
  made.is = is;
  made.range = scenario::Range<double>{least, most};
  return made;
}

// The triangular distribution from 0 to 10 with mode 2: F(2) = 2/10, median 10 - sqrt(10 * 8 / 2).
TEST(InputSpread, is_triangular_about_what_stands) {
  const auto one = input(scenario::QuantityKind::number, 2, 0, 10);
  EXPECT_NEAR(quantile(one, experiment::Spread::triangular, 0.2), 2, 1e-12);
  EXPECT_NEAR(quantile(one, experiment::Spread::triangular, 0.5), 10 - std::sqrt(40.0), 1e-12);
  EXPECT_NEAR(quantile(one, experiment::Spread::uniform, 0.35), 3.5, 1e-12);
  const auto at_end = input(scenario::QuantityKind::fraction, 0, 0, 0.3);  // most likely nothing
  EXPECT_NEAR(quantile(at_end, experiment::Spread::triangular, 0.75), 0.15, 1e-12);
}

TEST(InputSpread, gives_each_whole_number_its_share) {
  const auto places = input(scenario::QuantityKind::whole, 4, 2, 6);
  std::vector<int> counts(7, 0);
  for (int i = 0; i < 1000; ++i)
    ++counts[static_cast<std::size_t>(quantile(places, experiment::Spread::uniform, (i + 0.5) / 1000))];
  EXPECT_EQ(counts, (std::vector<int>{0, 0, 200, 200, 200, 200, 200}));
}

}  // namespace
}  // namespace sendcap::testing
