// Who is seen next. Five children come on days 1 to 5 while the only server is away until day 10; then each
// visit takes a day. Which group waits how long tells the order.

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <string>

#include "run_text.hpp"

namespace sendcap::testing {
namespace {

std::string two_streams(const std::string& queue, const std::string& early_step = "",
                        const std::string& late_step = "") {
  return R"(
title: two streams
clock: {start: 2025-01-06, run for: 13 days, report every: whole run, waits in: days}
demand:
  early: {intervals: {kind: empirical, values: [1.5 days]}, enters: early}
  late: {intervals: {kind: empirical, values: [4 days]}, enters: late}
services:
  team: {kind: team, staff: {is: 0, then: {2025-01-16: 1}}, queue: )" +
         queue + R"(}
pathways:
  early: {steps: {seen: {service: team, time: 1 day)" +
         early_step + R"(}}}
  late: {steps: {seen: {service: team, time: 1 day)" +
         late_step + R"(}}}
)";
}

// Early children on days 1.5, 3, 4.5, 6, 7.5, 9 …, late ones on days 4, 8, 12. The server begins on day 10
// and takes one child each on days 10, 11 and 12; a visit that ends on day 12 is over before those of day 12
// come.
TEST(QueueRule, first_come_takes_them_in_order_of_coming) {
  const Results results(two_streams("{rule: first come}"));
  EXPECT_EQ(results.mean("seen", "early"), 2) << "of days 1.5 and 3";
  EXPECT_EQ(results.mean("seen", "late"), 1) << "of day 4";
  EXPECT_NEAR(results.mean("wait of those seen, mean", "early"), (8.5 + 8) / 2, 1e-9);
}

TEST(QueueRule, a_priority_class_goes_before_all_others) {
  const Results results(
      two_streams("{classes: {urgent: {}, routine: {}}}", ", priority: routine", ", priority: urgent"));
  EXPECT_EQ(results.mean("seen", "late"), 2) << "of days 4 and 8";
  EXPECT_EQ(results.mean("seen", "early"), 1);
}

TEST(QueueRule, earliest_due_goes_by_the_statutory_date) {
  const Results results(two_streams("{rule: earliest due}", ", due: 30 days", ", due: 1 day"));
  EXPECT_EQ(results.mean("seen", "late"), 2) << "due on days 5 and 9, before day 31.5";
  EXPECT_EQ(results.mean("seen", "early"), 1);
}

TEST(QueueRule, random_takes_anyone_with_the_same_chance) {
  const Results results(two_streams("{rule: random}"), 4000);
  // On day 10 six early and two late children wait; by day 11 one more early one has come. Going through the
  // three draws gives the expected number of late ones among them.
  double expected = 0;
  double chance[4] = {1, 0, 0, 0};   // late children drawn so far
  const int waiting[3] = {8, 8, 7};  // before each draw
  for (int draw = 0; draw < 3; ++draw) {
    double next[4] = {0, 0, 0, 0};
    for (int late = 0; late <= draw; ++late) {
      const double p = static_cast<double>(std::max(2 - late, 0)) / waiting[draw];
      expected += chance[late] * p;
      next[late + 1] += chance[late] * p;
      next[late] += chance[late] * (1 - p);
    }
    std::copy(std::begin(next), std::end(next), std::begin(chance));
  }
  const engine::Interval seen = results.interval("seen", "late", 0.999);
  EXPECT_LE(seen.low, expected);
  EXPECT_GE(seen.high, expected);
  EXPECT_LT(seen.half_width(), 0.05);
}

TEST(QueueRule, longest_wait_goes_by_the_day_of_referral) {
  const Results results(R"(
title: longest wait
clock: {start: 2025-01-06, run for: 12 days, report every: whole run, waits in: days}
demand:
  direct: {intervals: 3 days, enters: direct}
  delayed: {intervals: 2 days, enters: delayed}
services:
  team: {kind: team, staff: {is: 0, then: {2025-01-16: 1}}, queue: {rule: longest wait}}
pathways:
  direct: {steps: {seen: {service: team, time: 1 day}}}
  delayed: {steps: {before: {wait: 5 days}, seen: {service: team, time: 1 day}}}
)");
  // Referred on days 2 and 3 (and in the queue from days 7 and 3) come first.
  EXPECT_EQ(results.mean("seen", "delayed"), 1);
  EXPECT_EQ(results.mean("seen", "direct"), 1);
  EXPECT_NEAR(results.mean("wait of those seen, mean", "delayed"), 8, 1e-9);
  EXPECT_NEAR(results.mean("wait of those seen, mean", "direct"), 8, 1e-9);
}

TEST(QueueRule, a_class_can_follow_from_the_child) {
  const Results results(R"(
title: under fives first
clock: {start: 2025-01-06, run for: 12 days, report every: whole run, waits in: days}
children: {age bands: {young: under 5, old: 5 and over}}
mixes:
  young: {age: {2: 1}}
  old: {age: {10: 1}}
demand:
  old: {intervals: 1 day, enters: referral, children: old}
  young: {intervals: 4 days, enters: referral, children: young}
services:
  team: {kind: team, staff: {is: 0, then: {2025-01-16: 1}}, queue: {classes: {first: {when: {age: under 5}}, rest: {}}}}
pathways:
  referral: {steps: {seen: {service: team, time: 1 day}}}
)");
  EXPECT_EQ(results.mean("seen", "team", "", "age: young"), 2);
  EXPECT_EQ(results.mean("seen", "team", "", "age: old"), 0);
}

}  // namespace
}  // namespace sendcap::testing
