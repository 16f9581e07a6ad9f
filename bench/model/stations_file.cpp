#include "stations_file.hpp"

#include <fmt/format.h>

#include <fstream>
#include <stdexcept>

namespace sendcap::bench {

void write_stations_file(const std::string& path, std::size_t stations) {
  const auto count = static_cast<double>(stations);
  std::ofstream file(path);
  file << fmt::format(
      "title: {} single servers side by side\n"
      "clock: {{start: 2025-01-01, run for: 1000 hours, report every: whole run, resolution: 5 minutes, "
      "waits "
      "in: hours}}\n"
      "demand:\n"
      "  customers: {{rate: {} per hour, enters: visit}}\n"
      "services:\n",
      stations, kLoadOfStations * count);
  for (std::size_t i = 1; i <= stations; ++i) file << fmt::format("  desk {}: {{kind: team, staff: 1}}\n", i);
  file << "pathways:\n  visit:\n    begins at:\n      split:\n";
  for (std::size_t i = 1; i <= stations; ++i) file << fmt::format("        at {}: {}%\n", i, 100 / count);
  file << "    steps:\n";
  for (std::size_t i = 1; i <= stations; ++i)
    file << fmt::format(
        "      at {0}: {{service: desk {0}, time: {{kind: exponential, mean: 1 hour}}, next: done}}\n", i);
  file.close();
  if (!file) throw std::runtime_error("could not write " + path);
}

}  // namespace sendcap::bench
