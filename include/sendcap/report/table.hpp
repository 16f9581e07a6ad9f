#pragma once

#include <string>
#include <vector>

#include "sendcap/report/results.hpp"

namespace sendcap::report {

/// The results as text for a terminal of 80 columns (UTF-8): for each plan its pathways, services and places
/// at the start and at the end of the run, with intervals; then what differs from the first plan. A run that
/// reports the whole run only (textbook queues) shows its averages instead, unless demand exceeds capacity:
/// then a list has none.
[[nodiscard]] std::string table(const RunDescription& description, const std::vector<PlanResults>& plans);

}  // namespace sendcap::report
