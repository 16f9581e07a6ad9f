#pragma once

#include <cstddef>
#include <string>

namespace sendcap::bench {

inline constexpr double kLoadOfStations = 0.9;

/// Writes a scenario of so many single servers, side by side: each customer takes one of them by lot and is
/// served for an hour on average, so that each is an M/M/1 queue at ρ = 0.9.
void write_stations_file(const std::string& path, std::size_t stations);

}  // namespace sendcap::bench
