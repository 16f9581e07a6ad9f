// Children who are there when the run starts.

#include <gtest/gtest.h>

#include <string>

#include "run_text.hpp"

namespace sendcap::testing {
namespace {

TEST(AtStart, children_on_a_list_have_waited_already) {
  const Results results(R"(
title: backlog
clock: {start: 2025-01-01, run for: 31 days, report every: month, waits in: weeks}
demand:
  none: {rate: 0 per year, enters: referral}
services:
  team: {kind: team, staff: 1}
pathways:
  referral:
    steps:
      triage: {wait: 1 day}
      seen:
        service: team
        time: 7 days
        at start: {children: 10, waited: 20 weeks, since referral: 2 weeks}
)");
  EXPECT_EQ(results.mean("waiting", "team", "2025-01-01"), 10);
  EXPECT_EQ(results.mean("wait of those waiting, mean", "team", "2025-01-01"), 20);
  EXPECT_EQ(results.mean("wait of those waiting, median", "referral", "2025-01-01"), 22) << "since referral";
  EXPECT_EQ(results.mean("waiting up to 18 weeks", "team", "2025-01-01"), 0);
  EXPECT_EQ(results.mean("waiting: over 18 to 52 weeks", "team", "2025-01-01"), 10);
  // One is taken at once, then one a week: on days 0, 7, 14, 21 and 28.
  EXPECT_EQ(results.mean("seen", "team", "2025-02-01"), 5);
  EXPECT_EQ(results.mean("wait of those seen, mean", "team", "2025-02-01"), 22);
  EXPECT_EQ(results.mean("waiting", "team", "2025-02-01"), 5);
}

TEST(AtStart, a_caseload_is_under_way) {
  const Results results(R"(
title: caseload
clock: {start: 2025-01-01, run for: 100 days, report every: whole run, waits in: days}
demand:
  new: {intervals: 40 days, enters: referral}
services:
  team: {kind: team, staff: 4}
pathways:
  referral:
    steps:
      seen: {service: team, time: 1000 days, at start: {being seen: 4, remaining: 50 days}}
)");
  // The four servers fall free on day 50: the child of day 40 waits ten days, that of day 80 not at all.
  EXPECT_EQ(results.mean("outcome: done", "referral"), 4);
  EXPECT_EQ(results.mean("wait of those seen, mean", "team"), 5);
  EXPECT_NEAR(results.mean("utilisation", "team"), (4 * 50 + 50 + 20) / 400.0, 1e-12);
}

TEST(AtStart, a_wait_under_way_has_some_of_it_left) {
  const Results results(R"(
title: reviews under way
clock: {start: 2025-01-01, run for: 91.3125 days, report every: whole run, waits in: days}
demand:
  none: {rate: 0 per year, enters: referral}
services:
  team: {kind: team, staff: unlimited}
pathways:
  referral:
    steps:
      until review: {wait: 1 year, at start: {children: 1000}}
      review: {service: team}
)",
                        20);
  // Reviews of a yearly cycle fall evenly over the year: a quarter in a quarter.
  EXPECT_NEAR(results.mean("seen", "team"), 250, 13) << "four standard errors over 20 replications";
}

}  // namespace
}  // namespace sendcap::testing
