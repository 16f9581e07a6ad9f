#include "report/shown_number.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace sendcap::report {
namespace {

TEST(ShownNumber, ShowsAsManyFiguresAsTheIntervalBears) {
  EXPECT_EQ(shown({3137.4, 3100.2, 3174.6}), "3,137 (3,100 to 3,175)");
  EXPECT_EQ(shown({61.27, 60.57, 61.97}), "61.3 (60.6 to 62.0)");
  EXPECT_EQ(shown({0.7988, 0.7963, 0.8013}), "0.799 (0.796 to 0.801)");
  EXPECT_EQ(shown({1.0, 1.0 - 1e-9, 1.0 + 1e-9}), "1.0000 (1.0000 to 1.0000)");
}

TEST(ShownNumber, WithoutAnIntervalTheNumberStandsAlone) {
  const double unbounded = std::numeric_limits<double>::infinity();
  EXPECT_EQ(shown({2523, 2523, 2523}), "2,523");
  EXPECT_EQ(shown({12.25, -unbounded, unbounded}), "12.2");
}

TEST(ShownNumber, SharesAreInPercentAndStayBetween0And100) {
  EXPECT_EQ(shown({0.977, 0.952, 1.002}, Style::share), "98% (95% to 100%)");
  EXPECT_EQ(shown({1.142, 1.131, 1.153}, Style::percent), "114% (113% to 115%)");
}

TEST(ShownNumber, ACountIsNeverNegativeButADifferenceMayBe) {
  EXPECT_EQ(shown({0.3, -0.2, 0.8}), "0.3 (0.0 to 0.8)");
  EXPECT_EQ(shown({-168.1, -171.4, -164.8}, Style::signed_plain), "−168 (−171 to −165)");
  EXPECT_EQ(shown({0.0, -0.11, 0.11}, Style::signed_plain), "0.0 (−0.1 to +0.1)");
}

TEST(TextLayout, CountsCharactersNotBytes) {
  EXPECT_EQ(width("−168 ±"), 6U);
  EXPECT_EQ(left_aligned("Fée", 5), "Fée  ");
  EXPECT_EQ(left_aligned("Wyre Forest", 6), "Wyre …");
  EXPECT_EQ(right_aligned("£5", 4), "  £5");
}

TEST(TextLayout, BreaksLinesBetweenWords) {
  EXPECT_EQ(wrapped("two more clinics a week", 10), "two more\nclinics a\nweek\n");
  EXPECT_EQ(wrapped("", 10), "\n");
}

}  // namespace
}  // namespace sendcap::report
