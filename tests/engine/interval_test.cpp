#include "sendcap/engine/interval.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

#include "sendcap/engine/random.hpp"

namespace sendcap::engine {
namespace {

TEST(StudentT, HasTheQuantilesOfThePrintedTables) {
  // Two-sided 95% and 99% in any textbook's table, to its three decimals.
  EXPECT_NEAR(student_t_quantile(1, 0.975), 12.706, 5e-4);
  EXPECT_NEAR(student_t_quantile(4, 0.975), 2.776, 5e-4);
  EXPECT_NEAR(student_t_quantile(9, 0.975), 2.262, 5e-4);
  EXPECT_NEAR(student_t_quantile(9, 0.995), 3.250, 5e-4);
  EXPECT_NEAR(student_t_quantile(120, 0.975), 1.980, 5e-4);
  EXPECT_NEAR(student_t_quantile(9, 0.5), 0, 1e-12);
  // With one degree of freedom it is Cauchy's distribution, with the quantile tan(pi (p - 1/2)).
  EXPECT_NEAR(student_t_quantile(1, 0.75), 1, 1e-12);
}

TEST(StudentTInterval, IsTheTextbooksForFiveReplications) {
  Tally tally;
  for (const double mean_wait : {10.0, 12.0, 14.0, 16.0, 18.0}) tally.add(mean_wait);
  // Mean 14, standard deviation sqrt(10), standard error sqrt(2), t with 4 degrees of freedom 2.7764451.
  const Interval interval = student_t_interval(tally, 0.95);
  EXPECT_DOUBLE_EQ(interval.mean, 14);
  EXPECT_NEAR(interval.half_width(), 2.7764451 * std::sqrt(2.0), 1e-6);
  EXPECT_NEAR(interval.low, 14 - interval.half_width(), 1e-12);
  EXPECT_NEAR(interval.high, 14 + interval.half_width(), 1e-12);
}

TEST(StudentTInterval, IsInfinitelyWideWithFewerThanTwoReplications) {
  Tally tally;
  EXPECT_TRUE(std::isinf(student_t_interval(tally, 0.95).half_width()));
  tally.add(3);
  const Interval interval = student_t_interval(tally, 0.95);
  EXPECT_EQ(interval.mean, 3);
  EXPECT_TRUE(std::isinf(interval.half_width()));
}

TEST(StudentTInterval, CoversTheTrueMeanAsOftenAsItSays) {
  // Sums of twelve uniform numbers are all but normal; their mean is 6. The number of intervals that cover it
  // is binomial: 0.9 of 4000, within four standard deviations.
  constexpr int kExperiments = 4000;
  Stream stream(ReplicationKey(5, 0), 0, 0, 0);
  int covered = 0;
  for (int experiment = 0; experiment < kExperiments; ++experiment) {
    Tally tally;
    for (int replication = 0; replication < 5; ++replication) {
      double sum = 0;
      for (int term = 0; term < 12; ++term) sum += stream.uniform();
      tally.add(sum);
    }
    const Interval interval = student_t_interval(tally, 0.9);
    if (interval.low <= 6 && 6 <= interval.high) ++covered;
  }
  EXPECT_NEAR(covered, 0.9 * kExperiments, 4 * std::sqrt(kExperiments * 0.9 * 0.1));
}

TEST(StudentTInterval, RefusesLevelsThatAreNoConfidence) {
  const Tally tally;
  for (const double level : {0.0, 1.0, 95.0, -0.5, std::nan("")})
    EXPECT_THROW(student_t_interval(tally, level), std::invalid_argument);
  EXPECT_THROW(student_t_quantile(0, 0.5), std::invalid_argument);
  EXPECT_THROW(student_t_quantile(3, 1), std::invalid_argument);
}

// Newcombe 1998, Two-sided confidence intervals for the single proportion, table I, method 3.
TEST(WilsonInterval, IsThatOfPublishedTables) {
  struct Row {
    std::uint64_t successes, trials;
    double low, high;
  };
  for (const Row& row : {Row{81, 263, 0.2553, 0.3662}, Row{15, 148, 0.0624, 0.1605}, Row{0, 20, 0, 0.1611},
                         Row{1, 29, 0.0061, 0.1718}}) {
    const Interval interval = wilson_interval(row.successes, row.trials, 0.95);
    EXPECT_NEAR(interval.low, row.low, 5e-5);
    EXPECT_NEAR(interval.high, row.high, 5e-5);
    EXPECT_DOUBLE_EQ(interval.mean, static_cast<double>(row.successes) / static_cast<double>(row.trials));
  }
}

TEST(WilsonInterval, IsTheSameSeenFromTheOtherSideAndUnknownWithoutTrials) {
  const Interval few = wilson_interval(3, 40, 0.9);
  const Interval many = wilson_interval(37, 40, 0.9);
  EXPECT_NEAR(few.low, 1 - many.high, 1e-12);
  EXPECT_EQ(wilson_interval(40, 40, 0.9).high, 1);
  EXPECT_TRUE(std::isnan(wilson_interval(0, 0, 0.9).mean));
  EXPECT_THROW(wilson_interval(1, 2, 1), std::invalid_argument);
}

}  // namespace
}  // namespace sendcap::engine
