#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sendcap/report/results.hpp"

namespace sendcap::report {

/// How a run went on the machine it ran on: everything that may differ when it is repeated.
struct RunRecord {
  std::vector<std::string> command;  ///< as typed
  std::string started;               ///< ISO date and time with zone
  std::string machine;               ///< system and processor
  std::string compiler;
  unsigned threads = 0;
  double seconds = 0;                ///< on the wall, reading and writing included
  double peak_memory_bytes = 0;      ///< of the whole program
  std::vector<double> plan_seconds;  ///< simulating, by plan
};

/// One JSON document with the record of a run; its fields are described in docs/results.md.
[[nodiscard]] std::string run_json(const RunDescription& description, const std::vector<PlanResults>& plans,
                                   const RunRecord& record);

}  // namespace sendcap::report
