#include "sendcap/engine/alias_table.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <vector>

#include "chi_square.hpp"

namespace sendcap::engine {
namespace {

void expect_exact(const std::vector<double>& weights) {
  long double sum = 0;  // enough digits to be exact here
  for (const double weight : weights) sum += weight;
  const std::vector<double> probabilities = AliasTable(weights).probabilities();
  ASSERT_EQ(probabilities.size(), weights.size());
  for (std::size_t index = 0; index < weights.size(); ++index)
    EXPECT_NEAR(probabilities[index], static_cast<double>(weights[index] / sum), 1e-15);
}

TEST(AliasTable, HoldsExactlyTheProbabilitiesOfItsWeights) {
  expect_exact({1});
  expect_exact({1, 1, 1});
  expect_exact({0.5, 0.25, 0.125, 0.125});
  expect_exact({0, 3, 0, 1, 0});
  expect_exact({1e-300, 1, 1e300});
}

TEST(AliasTable, StaysExactWithAHundredThousandCellsOfVeryDifferentWeight) {
  std::vector<double> weights;
  Stream stream(ReplicationKey(11, 0), 0, 0, 0);
  for (int cell = 0; cell < 100000; ++cell) weights.push_back(std::pow(stream.uniform(), 20));
  expect_exact(weights);
  weights[70000] = 1e6;  // nearly all of the probability, given away to all other cells bit by bit
  expect_exact(weights);
}

TEST(AliasTable, GivesEachIndexItsShareOfTheUnitInterval) {
  const AliasTable table({1, 2, 3, 4});
  constexpr int kPoints = 100000;
  std::vector<int> hits(4);
  for (int point = 0; point < kPoints; ++point) ++hits[table.index((point + 0.5) / kPoints)];
  // Each index owns at most four pieces of the interval, each of which rounds by one point.
  for (int index = 0; index < 4; ++index)
    EXPECT_NEAR(hits[static_cast<std::size_t>(index)], 10000 * (index + 1), 4);
}

TEST(AliasTable, NeverDrawsWhatHasNoWeight) {
  const AliasTable table({0, 1, 0, 5, 0, 0.001});
  Stream stream(ReplicationKey(12, 0), 0, 0, 0);
  for (int draw = 0; draw < 100000; ++draw) {
    const std::size_t index = table.index(stream);
    ASSERT_TRUE(index == 1 || index == 3 || index == 5);
  }
}

TEST(AliasTable, ReachesItsLastCellWithTheLargestUniformNumber) {
  const double largest = std::nextafter(1.0, 0.0);
  for (std::size_t size = 1; size < 1000; ++size)
    EXPECT_EQ(AliasTable(std::vector<double>(size, 1.0)).index(largest), size - 1);
}

TEST(AliasTable, DrawsInProportionToTheWeights) {
  std::vector<double> weights(50);
  std::iota(weights.begin(), weights.end(), 1.0);
  const AliasTable table(weights);
  Stream stream(ReplicationKey(13, 0), 0, 0, 0);
  constexpr double kDraws = 500000;
  std::vector<double> observed(50);
  for (int draw = 0; draw < static_cast<int>(kDraws); ++draw) observed[table.index(stream)] += 1;
  std::vector<double> expected;
  for (const double weight : weights) expected.push_back(kDraws * weight / (50 * 51 / 2));
  EXPECT_LT(chi_square(observed, expected), chi_square_quantile(49, 0.999));
}

TEST(AliasTable, RefusesWeightsThatAreNone) {
  EXPECT_THROW(AliasTable({}), std::invalid_argument);
  EXPECT_THROW(AliasTable({0, 0}), std::invalid_argument);
  EXPECT_THROW(AliasTable({1, -1}), std::invalid_argument);
  EXPECT_THROW(AliasTable({1, std::nan("")}), std::invalid_argument);
  EXPECT_THROW(AliasTable({1, std::numeric_limits<double>::infinity()}), std::invalid_argument);
}

}  // namespace
}  // namespace sendcap::engine
