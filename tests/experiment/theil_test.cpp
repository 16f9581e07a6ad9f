// Theil's index and its parts, against its definition summed one by one.

#include "sendcap/experiment/theil.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <vector>

namespace sendcap::testing {
namespace {

using experiment::GroupShare;

double mean_of(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

// (1/n) sum of x/m ln(x/m), as Theil wrote it.
double by_definition(const std::vector<double>& values) {
  const double mean = mean_of(values);
  double sum = 0;
  for (const double value : values)
    if (value > 0) sum += value / mean * std::log(value / mean);
  return sum / static_cast<double>(values.size());
}

GroupShare group_of(const std::vector<double>& values) {
  return {static_cast<double>(values.size()), mean_of(values), by_definition(values)};
}

TEST(Theil, parts_within_and_between_groups_add_up_to_the_whole) {
  std::mt19937 random(7);
  std::gamma_distribution<double> wait(0.7, 10);
  for (int trial = 0; trial < 500; ++trial) {
    std::vector<double> all;
    std::vector<GroupShare> groups;
    const auto group_count = 1 + random() % 6;
    for (std::size_t g = 0; g < group_count; ++g) {
      std::vector<double> waits(1 + random() % 40);
      for (double& one : waits) one = random() % 5 == 0 ? 0 : wait(random) * static_cast<double>(1 + g);
      waits[0] = 1;  // somebody waited
      all.insert(all.end(), waits.begin(), waits.end());
      groups.push_back(group_of(waits));
    }
    EXPECT_NEAR(experiment::theil_of(groups).total(), by_definition(all), 1e-12);
  }
}

// Waits 1 and 3 in one district, 2 and 6 in the other. Within both the index is (1/2)(1/2 ln 1/2 + 3/2 ln
// 3/2); between, of the means 2 and 4 with a third and two thirds of all waiting: 1/3 ln 2/3 + 2/3 ln 4/3.
TEST(Theil, is_what_a_hand_finds) {
  const experiment::Theil theil = experiment::theil_of({group_of({1, 3}), group_of({2, 6})});
  EXPECT_NEAR(theil.within, (std::log(0.5) / 2 + 1.5 * std::log(1.5)) / 2, 1e-12);
  EXPECT_NEAR(theil.between, std::log(2.0 / 3) / 3 + 2 * std::log(4.0 / 3) / 3, 1e-12);
}

TEST(Theil, of_a_share_is_that_of_ones_and_noughts) {
  EXPECT_NEAR(experiment::theil_of_share(0.25), by_definition({1, 0, 0, 0}), 1e-12);
  EXPECT_EQ(experiment::theil_of_share(1), 0);
}

TEST(Theil, of_groups_that_are_equal_lies_within_them) {
  const experiment::Theil theil = experiment::theil_of({group_of({1, 3}), group_of({3, 1, 1, 3})});
  EXPECT_EQ(theil.between, 0);
  EXPECT_NEAR(theil.within, by_definition({1, 3}), 1e-12);
}

TEST(Theil, of_nobody_or_of_nothing_is_unknown_and_an_empty_group_counts_for_nothing) {
  EXPECT_TRUE(std::isnan(experiment::theil_of({}).total()));
  EXPECT_TRUE(std::isnan(experiment::theil_of({group_of({0, 0})}).total()));
  EXPECT_EQ(experiment::theil_of({group_of({1, 3}), GroupShare{}}).total(),
            experiment::theil_of({group_of({1, 3})}).total());
}

}  // namespace
}  // namespace sendcap::testing
