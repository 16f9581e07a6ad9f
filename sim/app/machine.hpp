#pragma once

#include <string>

namespace sendcap::app {

// The machine the program runs on: system, its release and the processor's kind.
[[nodiscard]] std::string machine_name();

// What compiled the program.
[[nodiscard]] std::string compiler_name();

// What tells this build of the program from others of the same version.
[[nodiscard]] std::string build_id();

// The most memory the program has held so far, in bytes.
[[nodiscard]] double peak_memory_bytes();

// The present time as `2025-01-31T12:00:00Z`.
[[nodiscard]] std::string time_now();

}  // namespace sendcap::app
