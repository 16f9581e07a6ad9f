#pragma once

#include <string>
#include <vector>

#include "store/run_record.hpp"

namespace sendcap::app {

// `done`, `running`, `stopped` (early) or `broken off`.
[[nodiscard]] std::string state_word(const store::RunRecord& run);

// A line for each run, in 80 columns.
[[nodiscard]] std::string runs_text(const std::vector<store::RunRecord>& runs);
[[nodiscard]] std::string runs_json(const std::vector<store::RunRecord>& runs);

// What was asked, when, on what, and what there is of it.
[[nodiscard]] std::string run_text(const store::RunRecord& run);
[[nodiscard]] std::string run_record_json(const store::RunRecord& run);

}  // namespace sendcap::app
