#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "faults.hpp"

namespace sendcap::app {

// What `sendcap trace` was asked to do.
struct TraceOrder {
  std::string scenario;
  std::vector<std::string> plans;  // none: the scenario as it stands; one: beside it; two: side by side
  std::vector<std::string> overrides;
  std::uint32_t child = 1;  // the how-manieth to come in the first of them
  std::uint64_t seed = 1;
  std::uint32_t replication = 0;
  std::optional<std::string> events;  // file for all events of these runs
};

// Reads, runs and tells. Throws BadFiles once mistakes have been shown, UsageFault and MachineFault.
ExitCode do_trace(const TraceOrder& order);

}  // namespace sendcap::app
