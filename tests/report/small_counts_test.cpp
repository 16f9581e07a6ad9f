// Small counts of real children: a reader of what is published can not find out any that was left out.

#include "sendcap/report/small_counts.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <random>
#include <set>
#include <vector>

namespace sendcap::report {
namespace {

// Everything that counts could have been, given the total and what is shown: tried out one by one.
class Guesser {
 public:
  Guesser(std::vector<double> shown, int total, int small)
      : shown_(std::move(shown)),
        small_(small),
        left_(total),
        guess_(shown_.size()),
        possible_(shown_.size()) {
    try_from(0);
  }

  [[nodiscard]] const std::set<int>& possible(std::size_t group) const { return possible_[group]; }

 private:
  void try_from(std::size_t group) {
    if (group == shown_.size()) {
      if (left_ == 0)
        for (std::size_t g = 0; g < guess_.size(); ++g) possible_[g].insert(guess_[g]);
      return;
    }
    for (int count = 0; count <= left_; ++count) {
      if (!fits(group, count)) continue;
      guess_[group] = count;
      left_ -= count;
      try_from(group + 1);
      left_ += count;
    }
  }

  [[nodiscard]] bool fits(std::size_t group, int count) const {
    if (std::isnan(shown_[group])) return true;
    const bool small = count > 0 && count <= small_;
    return !small && std::round(count / 5.0) * 5 == shown_[group];
  }

  std::vector<double> shown_;
  int small_;
  int left_;
  std::vector<int> guess_;
  std::vector<std::set<int>> possible_;
};

TEST(SmallCounts, none_is_shown_and_none_can_be_found_out) {
  std::mt19937 random(11);
  int left_out = 0;
  for (int trial = 0; trial < 3000; ++trial) {
    const int small = std::vector<int>{1, 4, 7}[random() % 3];
    std::vector<double> counts(2 + random() % 4);
    for (double& count : counts) count = random() % 3 == 0 ? 0 : static_cast<double>(random() % 13);
    const double total = std::accumulate(counts.begin(), counts.end(), 0.0);
    const std::vector<double> shown = without_small_counts(counts, total, static_cast<unsigned>(small));
    const Guesser guesser(shown, static_cast<int>(total), small);
    for (std::size_t g = 0; g < counts.size(); ++g) {
      const bool is_small = counts[g] > 0 && counts[g] <= small;
      EXPECT_TRUE(!is_small || std::isnan(shown[g]));
      if (!std::isnan(shown[g])) continue;
      ++left_out;
      EXPECT_GE(guesser.possible(g).size(), 2u)
          << ::testing::PrintToString(counts) << " shown as " << ::testing::PrintToString(shown);
    }
  }
  EXPECT_GT(left_out, 3000) << "the trials try something";
}

TEST(SmallCounts, the_next_smallest_goes_too_where_the_total_would_tell) {
  const std::vector<double> shown = without_small_counts({3, 40, 22}, 65, 4);
  EXPECT_TRUE(std::isnan(shown[0]));
  EXPECT_EQ(shown[1], 40);
  EXPECT_TRUE(std::isnan(shown[2]));
}

TEST(SmallCounts, nothing_is_left_out_where_none_is_small_or_nobody_asks) {
  EXPECT_EQ(without_small_counts({12, 48, 0}, 60, 4), (std::vector<double>{10, 50, 0}));
  EXPECT_EQ(without_small_counts({1, 2, 3}, 6, 0), (std::vector<double>{1, 2, 3}));
}

model::Column column_of(model::MeasureId measure, std::size_t offset) {
  model::Column column;
  column.measure = measure;
  column.name = model::definition(measure).name;
  column.unit = model::definition(measure).unit;
  column.subject_kind = model::SubjectKind::pathway;
  column.by_group = true;
  column.offset = offset;
  return column;
}

// One list at its start, of 30 children: 2 in Malvern Hills, 8 in Redditch, 20 in Worcester.
class AtStart : public ::testing::Test {
 protected:
  AtStart() {
    layout.dates.resize(1);
    layout.groups = {"all", "district: Malvern Hills", "district: Redditch", "district: Worcester"};
    layout.dimensions = {{"district", 1, 3}};
    layout.columns = {column_of(model::MeasureId::waiting, 0),
                      column_of(model::MeasureId::wait_of_waiting_median, 4),
                      column_of(model::MeasureId::waiting_within_18_weeks, 8)};
    values = {30, 2, 8, 20, 11, 50, 10, 12, 0.7, 0.5, 0.5, 0.95};
  }

  std::vector<double> shown(std::size_t column) const {
    return SmallCounts(layout, 4).shown(column, [&](std::size_t cell) { return values[cell]; });
  }

  model::MeasureLayout layout;
  std::vector<double> values;
};

TEST_F(AtStart, waits_of_groups_whose_count_is_left_out_are_left_out_too) {
  const std::vector<double> waits = shown(1);
  EXPECT_EQ(waits[0], 11);
  EXPECT_TRUE(std::isnan(waits[1]));
  EXPECT_TRUE(std::isnan(waits[2])) << "its count is left out, or the total would tell that of Malvern Hills";
  EXPECT_EQ(waits[3], 12);
}

TEST_F(AtStart, a_share_that_tells_of_one_child_is_left_out) {
  EXPECT_TRUE(std::isnan(shown(2)[3])) << "19 of 20: one child waits longer";
  values[11] = 0.5;
  EXPECT_EQ(shown(2)[3], 0.5);
}

TEST_F(AtStart, only_groups_at_the_start_are_of_real_children) {
  const SmallCounts counts(layout, 4);
  EXPECT_TRUE(counts.concern(layout.columns[0], 0, 1));
  EXPECT_FALSE(counts.concern(layout.columns[0], 0, 0)) << "the total over all groups";
  EXPECT_FALSE(counts.concern(layout.columns[0], 1, 1)) << "simulated";
  EXPECT_FALSE(SmallCounts(layout, 0).concern(layout.columns[0], 0, 1));
}

}  // namespace
}  // namespace sendcap::report
