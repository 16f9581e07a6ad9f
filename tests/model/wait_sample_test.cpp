#include "model/wait_sample.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "model/wait_rounding.hpp"
#include "sendcap/engine/random.hpp"

// What a sample tells of each group, beside the same worked out wait by wait.

namespace sendcap::model {
namespace {

constexpr double kResolution = 1;

struct Waited {
  double days;
  Groups groups;
};

// Three districts and two sexes: groups 1 to 3 and 4 to 5, after `all`.
MeasureLayout layout_of_two_dimensions() {
  MeasureLayout layout;
  layout.groups = {"all", "north", "east", "south", "girls", "boys"};
  layout.dimensions = {{"district", 1, 3}, {"sex", 4, 2}};
  layout.group_sets = {GroupSet{{{0, 1, 0}, {1, 3, 1}, {4, 2, 4}}, 6}};
  return layout;
}

class WaitSampleTest : public ::testing::Test {
 protected:
  // Waits around the thresholds, many of them in one bin, some of them exactly at a threshold.
  static std::vector<Waited> some_waits(std::uint32_t count) {
    std::vector<Waited> waits;
    engine::Stream random(engine::ReplicationKey(1, count), 0, 0, 0);
    for (std::uint32_t i = 0; i < count; ++i) {
      Waited one{random.uniform() < 0.2 ? 7.0 * std::floor(random.uniform() * 60) : random.uniform() * 800,
                 {}};
      one.groups.group[0] = static_cast<std::uint16_t>(1 + random.uniform() * 3);
      one.groups.group[1] = static_cast<std::uint16_t>(random.uniform() < 0.7 ? 5 : 4);
      waits.push_back(one);
    }
    return waits;
  }

  static std::vector<double> waits_of(const std::vector<Waited>& waits, std::size_t group) {
    std::vector<double> found;
    for (const Waited& one : waits)
      if (group == 0 || one.groups.group[0] == group || one.groups.group[1] == group)
        found.push_back(one.days);
    std::sort(found.begin(), found.end());
    return found;
  }

  static double percentile(const std::vector<double>& sorted, double share) {
    const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(sorted.size()) - 1e-9));
    return std::floor(sorted[std::max<std::size_t>(rank, 1) - 1] / kResolution + 1e-9) * kResolution;
  }

  static void expect(const WaitSummary& summary, const std::vector<double>& sorted) {
    ASSERT_EQ(summary.count, sorted.size());
    if (sorted.empty()) return;
    const double shift = rounding_shift(kResolution);
    double sum = 0;
    double logarithms = 0;
    for (const double days : sorted) sum += (days + shift) - shift;
    for (const double days : sorted) logarithms += x_log_x(days, shift);
    EXPECT_EQ(summary.sum, sum);
    EXPECT_EQ(summary.sum_of_x_log_x, logarithms);
    EXPECT_EQ(summary.longest, sorted.back());
    EXPECT_EQ(summary.median, percentile(sorted, 0.5));
    EXPECT_EQ(summary.percentile_90, percentile(sorted, 0.9));
    const auto within = [&](double weeks) {
      return static_cast<std::uint64_t>(std::count_if(
          sorted.begin(), sorted.end(), [&](double days) { return days <= weeks * kDaysPerWeek + 1e-8; }));
    };
    EXPECT_EQ(summary.within_13_weeks, within(13));
    EXPECT_EQ(summary.within_18_weeks, within(18));
    std::uint64_t before = 0;
    for (std::size_t band = 0; band < kWaitBandCount; ++band) {
      const std::uint64_t up_to =
          band + 1 < kWaitBandCount ? within(wait_band_bound_weeks(band)) : summary.count;
      EXPECT_EQ(summary.bands[band], up_to - before) << band;
      before = up_to;
    }
  }

  void expect_all(const std::vector<Waited>& waits) {
    std::vector<WaitSummary> by_group;
    std::vector<engine::WaitHistogram> histograms(places_.size + 1U, engine::WaitHistogram(kResolution));
    sample_.summarise({kResolution, true, true}, by_group, histograms);
    for (std::size_t group = 0; group < layout_.groups.size(); ++group) {
      const std::vector<double> sorted = waits_of(waits, group);
      expect(by_group[group], sorted);
      engine::WaitHistogram histogram(kResolution);
      for (const double days : sorted) histogram.add(days);
      EXPECT_EQ(histograms[group].count(), histogram.count());
      if (sorted.empty()) continue;
      EXPECT_EQ(histograms[group].percentile(0.5), histogram.percentile(0.5));
    }
  }

  MeasureLayout layout_ = layout_of_two_dimensions();
  GroupPlaces places_{layout_, layout_.group_sets.front()};
  WaitSample sample_{places_};
};

TEST_F(WaitSampleTest, tells_waits_added_in_any_order_as_if_counted_one_by_one) {
  for (const std::uint32_t count : {0U, 1U, 2U, 7U, 100U, 5000U}) {
    const std::vector<Waited> waits = some_waits(count);
    sample_.clear();
    for (const Waited& one : waits) sample_.add(one.days, one.groups);
    expect_all(waits);
  }
}

TEST_F(WaitSampleTest, tells_waits_it_is_filled_with_in_order) {
  for (const std::uint32_t count : {3000U, 50U}) {  // fewer than before, too
    std::vector<Waited> waits = some_waits(count);
    std::sort(waits.begin(), waits.end(),
              [](const Waited& left, const Waited& right) { return left.days < right.days; });
    sample_.fill(waits.size(), [&](const auto& add) {
      for (const Waited& one : waits) add(one.days, places_.positions(one.groups));
    });
    EXPECT_EQ(sample_.size(), waits.size());
    expect_all(waits);
  }
}

TEST_F(WaitSampleTest, puts_waits_it_is_filled_with_in_order_where_they_are_not) {
  const std::vector<Waited> waits = some_waits(1000);
  sample_.fill(waits.size(), [&](const auto& add) {
    for (const Waited& one : waits) add(one.days, places_.positions(one.groups));
  });
  expect_all(waits);
}

}  // namespace
}  // namespace sendcap::model
