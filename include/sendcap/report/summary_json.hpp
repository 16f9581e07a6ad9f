#pragma once

#include <string>
#include <vector>

#include "sendcap/report/results.hpp"

namespace sendcap::report {

/// One JSON document (UTF-8) with what was asked for, the glossary of measures and the estimates of all
/// plans; its fields are described in docs/results.md. It holds nothing that depends on the machine, the
/// clock on the wall or the number of threads, so the same run always gives the same bytes.
[[nodiscard]] std::string summary_json(const RunDescription& description,
                                       const std::vector<PlanResults>& plans);

}  // namespace sendcap::report
