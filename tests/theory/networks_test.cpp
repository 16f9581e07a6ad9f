// Several stations, and demand that changes over time.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "formulas.hpp"
#include "observation.hpp"

namespace sendcap::theory {
namespace {

struct Station {
  const char* name;
  std::size_t servers;
  double mean_visit;
  double visits = 0;  ///< a day
};

// Jackson 1957, "Networks of waiting lines": visits from the traffic equations, then each station an M/M/c of
// its own.
TEST(JacksonNetwork, HasTheNumbersPresentOfSeparateQueues) {
  const double arrivals = 1.2;
  std::array<Station, 3> stations{{{"triage", 1, 0.5}, {"assessment", 3, 2}, {"therapy", 2, 1.25}}};
  // Row: from; column: to.
  const double routing[3][3] = {{0, 0.6, 0.3}, {0.2, 0, 0.5}, {0, 0.1, 0.15}};
  for (int round = 0; round < 1000; ++round) {
    std::array<double, 3> next{arrivals, 0, 0};
    for (std::size_t from = 0; from < 3; ++from)
      for (std::size_t to = 0; to < 3; ++to) next[to] += stations[from].visits * routing[from][to];
    for (std::size_t s = 0; s < 3; ++s) stations[s].visits = next[s];
  }
  const Observation observed("jackson-network.yaml");
  const double days = observed.model().end - observed.model().warm_up;
  for (const Station& station : stations) {
    SCOPED_TRACE(station.name);
    const double offered = station.visits * station.mean_visit;
    const double waits = erlang_c(station.servers, offered);
    const double wait = waits * station.mean_visit / (static_cast<double>(station.servers) - offered);
    const auto present = birth_and_death(
        [&](std::size_t) { return offered; },
        [&](std::size_t n) { return static_cast<double>(std::min(n, station.servers)); }, 500);
    EXPECT_TRUE(agrees(observed.whole_run("referrals", station.name), station.visits * days));
    EXPECT_TRUE(agrees(observed.whole_run("utilisation", station.name),
                       offered / static_cast<double>(station.servers)));
    EXPECT_TRUE(agrees(observed.whole_run("wait of those seen, mean", station.name), wait));
    EXPECT_TRUE(
        agrees(observed.whole_run("present, average", station.name), offered + station.visits * wait));
    EXPECT_TRUE(agrees(observed.time_with_at_least(station.servers, station.name), waits));
    for (const std::size_t n : {0U, 1U, 3U, 6U})
      EXPECT_TRUE(agrees(observed.time_with(n, station.name), present[n])) << n << " present";
  }
}

struct Rate {
  double from;
  double until;
  double per_day;
};

// The rates of mt-g-infinity.yaml by day of 2025.
constexpr std::array<Rate, 5> kRates{
    {{0, 59, 2}, {59, 151, 3}, {151, 204, 4.5}, {204, 245, 1}, {245, 1e9, 3}}};

// Palm 1943; Eick, Massey and Whitt 1993, "The physics of the Mt/G/∞ queue": ∫ λ(u) P(S > t − u) du, which
// for a piece of constant rate is the rate times a difference of limited means.
double expected_present(double day) {
  double mean = 0;
  for (const Rate& rate : kRates)
    mean +=
        rate.per_day * (lognormal_limited_mean(30, 20, day - rate.from) -
                        lognormal_limited_mean(30, 20, day - std::min(rate.until, std::max(day, rate.from))));
  return mean;
}

TEST(MtGInfinity, HasPoissonNumbersPresentWithTheMeanOfTheIntegral) {
  constexpr std::uint32_t kReplications = 2000;
  const Observation observed("mt-g-infinity.yaml", kReplications);
  struct {
    const char* date;
    double day;
  } const cases[] = {{"2025-01-22", 21},  {"2025-03-01", 59},  {"2025-06-15", 165}, {"2025-07-01", 181},
                     {"2025-08-01", 212}, {"2025-09-10", 252}, {"2025-12-01", 334}};
  for (const auto& [date, day] : cases) {
    SCOPED_TRACE(date);
    const double mean = expected_present(day);
    const engine::Tally present = observed.at_date(date, "open cases", "support");
    EXPECT_TRUE(agrees(present, mean, 0.02));
    // The variance of a sample variance, for Poisson numbers (fourth central moment m + 3 m²); 3.9 standard
    // errors hold 99.99% of the time.
    const double standard_error = std::sqrt(mean / kReplications + 2 * mean * mean / (kReplications - 1));
    EXPECT_NEAR(present.variance(), mean, 3.9 * standard_error);
  }
}

}  // namespace
}  // namespace sendcap::theory
