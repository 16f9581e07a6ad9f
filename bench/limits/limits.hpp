#pragma once

#include <cstddef>
#include <cstdint>

namespace sendcap::limits {

/// What a hand-coded loop found; its time is what matters, the figures show that it simulated what it should.
struct Found {
  std::uint64_t customers = 0;
  double mean_wait = 0;  ///< hours, of those served at the station named last
  double ninety_percent_wait = 0;
  double waiting_on_average = 0;  ///< there
  double served_on_average = 0;
  std::uint64_t gave_up = 0;
};

// Each of these simulates a textbook model of bench/scenarios with the least that a program has to do: its
// stations are written into the code, its random numbers are one running stream, and nothing is recorded but
// the waits in steps of five minutes and the numbers present. No simulator that reads its model from a file
// gets there; how near it comes is what we measure.

/// M/M/c, an hour of service on average.
[[nodiscard]] Found several_servers(double customers_an_hour, std::size_t servers, std::uint64_t customers);

/// The three stations of network.yaml; what is found is of the third.
[[nodiscard]] Found network(std::uint64_t customers);

/// So many single servers at ρ = 0.9, one of which each customer takes by lot; what is found is of the first.
[[nodiscard]] Found parallel_stations(std::size_t stations, std::uint64_t customers);

}  // namespace sendcap::limits
