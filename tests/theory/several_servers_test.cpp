// Several members of staff: M/M/c, the three formulas named after Erlang, M/M/c/K, and a weekly clinic.
// Sources: Gross, Shortle, Thompson and Harris, Fundamentals of Queueing Theory, 4th edition 2008; others
// named below.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "formulas.hpp"
#include "observation.hpp"

namespace sendcap::theory {
namespace {

constexpr double kHour = 1.0 / 24;

double busy(std::size_t present, std::size_t servers) {
  return static_cast<double>(std::min(present, servers));
}
double queueing(std::size_t present, std::size_t servers) {
  return static_cast<double>(present) - busy(present, servers);
}

// Gross and others 2008, 2.3 and 2.5 (M/M/c).
void compare_m_m_c(const Observation& observed, const char* service, std::size_t servers, double arrivals) {
  const double waits = erlang_c(servers, arrivals);
  const double spare = static_cast<double>(servers) - arrivals;
  const auto present = birth_and_death([&](std::size_t) { return arrivals; },
                                       [&](std::size_t n) { return busy(n, servers); }, 500);
  EXPECT_TRUE(agrees(observed.whole_run("utilisation", service), arrivals / static_cast<double>(servers)));
  EXPECT_TRUE(agrees(observed.time_with_at_least(servers, service), waits)) << "share who wait";
  EXPECT_TRUE(agrees(observed.whole_run("wait of those seen, mean", service), waits / spare, 0.06));
  EXPECT_TRUE(agrees(observed.whole_run("waiting, average", service), arrivals * waits / spare, 0.06));
  EXPECT_TRUE(agrees(observed.whole_run("present, average", service), arrivals + arrivals * waits / spare));
  for (const std::size_t n : {std::size_t{0}, std::size_t{2}, servers, servers + 4})
    EXPECT_TRUE(agrees(observed.time_with(n, service), present[n])) << n << " present";
  EXPECT_TRUE(agrees_to_resolution(observed.whole_run("wait of those seen, 90th percentile", service),
                                   std::log(waits / 0.1) / spare, kHour, 0.06));
}

TEST(MMC, HasTheTextbookWaitsAndNumbersPresent) {
  const Observation observed("mmc.yaml");
  compare_m_m_c(observed, "desk", 3, 2.4);
  EXPECT_TRUE(agrees_to_resolution(observed.whole_run("wait of those seen, median", "desk"),
                                   std::log(erlang_c(3, 2.4) / 0.5) / 0.6, kHour, 0.12));
}

// Erlang 1917, "Solution of some problems in the theory of probabilities of significance in automatic
// telephone exchanges".
TEST(ErlangC, HasTheShareWhoWait) {
  compare_m_m_c(Observation("erlang-c.yaml"), "advice line", 5, 4);
}

TEST(ErlangB, HasTheShareTurnedAway) {
  const double blocked = erlang_b(5, 4);
  const auto present = birth_and_death([](std::size_t) { return 4.0; },
                                       [](std::size_t n) { return static_cast<double>(n); }, 5);
  const Observation observed("erlang-b.yaml");
  EXPECT_TRUE(agrees(observed.ratio("left: turned away", "referrals", "advice line"), blocked));
  EXPECT_TRUE(agrees(observed.whole_run("present, average", "advice line"), 4 * (1 - blocked)));
  EXPECT_TRUE(agrees(observed.whole_run("utilisation", "advice line"), 4 * (1 - blocked) / 5));
  for (std::size_t n = 0; n <= 5; ++n)
    EXPECT_TRUE(agrees(observed.time_with(n, "advice line"), present[n])) << n << " present";
  EXPECT_EQ(observed.whole_run("waiting, average", "advice line").maximum(), 0);
}

// Palm 1957; Garnett, Mandelbaum and Reiman 2002, "Designing a call center with impatient customers".
void compare_erlang_a(const Observation& observed, const char* reason) {
  constexpr std::size_t kServers = 5;
  constexpr double kArrivals = 5.5;
  constexpr double kAbandonment = 0.5;
  const auto present = birth_and_death(
      [](std::size_t) { return kArrivals; },
      [](std::size_t n) { return busy(n, kServers) + kAbandonment * queueing(n, kServers); }, 200);
  const double waiting = mean_of(present, [](std::size_t n) { return queueing(n, kServers); });
  const double in_service = mean_of(present, [](std::size_t n) { return busy(n, kServers); });
  // Arrivals see the numbers present over time (Wolff 1982); those served, weighted by their chance of it.
  const double wait_of_served = mean_of(present, [](std::size_t n) {
    if (n < kServers) return 0.0;
    const Race race = race_to_service(n - kServers, kServers, kAbandonment);
    return kArrivals * race.served * race.mean_wait;
  });
  EXPECT_TRUE(agrees(observed.ratio(reason, "referrals", "advice line"), kAbandonment * waiting / kArrivals));
  EXPECT_TRUE(agrees(observed.whole_run("waiting, average", "advice line"), waiting));
  EXPECT_TRUE(agrees(observed.whole_run("utilisation", "advice line"), in_service / kServers));
  EXPECT_TRUE(agrees(observed.time_with_at_least(kServers, "advice line"),
                     mean_of(present, [](std::size_t n) { return n >= kServers ? 1.0 : 0.0; })));
  EXPECT_TRUE(
      agrees(observed.whole_run("wait of those seen, mean", "advice line"), wait_of_served / in_service));
  for (const std::size_t n : {2U, 5U, 8U, 12U})
    EXPECT_TRUE(agrees(observed.time_with(n, "advice line"), present[n])) << n << " present";
}

TEST(ErlangA, WithPatienceLosesTheShareWhoGiveUp) {
  compare_erlang_a(Observation("erlang-a.yaml"), "left: gave up");
}

TEST(ErlangA, WithAHazardIsTheSameQueue) {
  compare_erlang_a(Observation("erlang-a-hazard.yaml"), "left: asked elsewhere");
}

// Gross and others 2008, 2.4.
TEST(MMCK, TurnsAwayWhoFindsTheListFull) {
  constexpr std::size_t kServers = 2;
  constexpr std::size_t kMost = 6;
  constexpr double kArrivals = 2.2;
  const auto present = birth_and_death([](std::size_t) { return kArrivals; },
                                       [](std::size_t n) { return busy(n, kServers); }, kMost);
  const double waiting = mean_of(present, [](std::size_t n) { return queueing(n, kServers); });
  const Observation observed("mmck.yaml");
  EXPECT_TRUE(agrees(observed.ratio("left: turned away", "referrals", "desk"), present[kMost]));
  EXPECT_TRUE(agrees(observed.whole_run("waiting, average", "desk"), waiting));
  EXPECT_TRUE(agrees(observed.whole_run("wait of those seen, mean", "desk"),
                     waiting / (kArrivals * (1 - present[kMost]))));
  EXPECT_TRUE(agrees(observed.whole_run("utilisation", "desk"), kArrivals * (1 - present[kMost]) / kServers));
  for (std::size_t n = 0; n <= kMost; ++n)
    EXPECT_TRUE(agrees(observed.time_with(n, "desk"), present[n])) << n << " present";
}

// Bailey 1954, "On queueing processes with bulk service": a hospital's outpatient clinic. A number left over
// after one clinic waits all week; of those who come in the week, half a week on average.
TEST(WeeklyClinic, HasBaileysQueue) {
  const double per_week = 4.5;
  const double waiting = mean_left_over(per_week, 5) + per_week / 2;
  const Observation observed("weekly-clinic.yaml");
  EXPECT_TRUE(agrees(observed.whole_run("waiting, average", "clinic"), waiting));
  EXPECT_TRUE(agrees(observed.whole_run("wait of those seen, mean", "clinic"), waiting / per_week * 7));
  EXPECT_TRUE(agrees(observed.whole_run("utilisation", "clinic"), per_week / 5));
  EXPECT_TRUE(agrees(observed.ratio("slots unused", "slots offered", "clinic"), 1 - per_week / 5));
}

}  // namespace
}  // namespace sendcap::theory
