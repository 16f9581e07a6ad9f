#pragma once

#include <string>
#include <vector>

#include "results_view.hpp"

namespace sendcap::report {

// The sections of a report, each in a file of its own; empty where the results have nothing to tell. `plans`
// are those of one summary, the scenario as it stands first; `world` is null where there is no
// `world.json`.
using Plans = std::vector<PlanEstimates>;

[[nodiscard]] std::string run_findings(const Plans& plans);                          // run_findings.cpp
[[nodiscard]] std::string targets_section(const Plans& plans);                       // targets_section.cpp
[[nodiscard]] std::string lists_section(const Plans& plans);                         // lists_section.cpp
[[nodiscard]] std::string waits_section(const Plans& plans);                         // waits_section.cpp
[[nodiscard]] std::string unequal_section(const Plans& plans);                       // unequal_section.cpp
[[nodiscard]] std::string places_section(const Plans& plans, const Json& world);     // places_section.cpp
[[nodiscard]] std::string published_section(const Plans& plans, const Json& world);  // published_section.cpp
[[nodiscard]] std::string deadlines_section(const Plans& plans);                     // deadlines_section.cpp
[[nodiscard]] std::string compared_deadlines_section(
    const Json& comparison);                                                // compared_deadlines_section.cpp
[[nodiscard]] std::string happenings_section(const Plans& plans);           // happenings_section.cpp
[[nodiscard]] std::string money_section(const Plans& plans);                // money_section.cpp
[[nodiscard]] std::string comparison_findings(const Json& comparison);      // comparison_findings.cpp
[[nodiscard]] std::string plans_over_time_section(const Json& comparison);  // plans_over_time_section.cpp
[[nodiscard]] std::string cost_section(const Json& comparison);             // cost_section.cpp
[[nodiscard]] std::string differences_section(const Json& comparison);      // differences_section.cpp
[[nodiscard]] std::string gains_section(const Json& comparison);            // gains_section.cpp
[[nodiscard]] std::string tornado_section(const Json& sensitivity);         // tornado_section.cpp
[[nodiscard]] std::string uncertainty_section(const Json& uncertainty);     // uncertainty_section.cpp
[[nodiscard]] std::string front_section(const Json& search);                // front_section.cpp
[[nodiscard]] std::string map_section(const Json& world);                   // map_section.cpp
[[nodiscard]] std::string pathways_section(const Json& world);              // pathways_section.cpp
[[nodiscard]] std::string how_it_was_made(const std::string& document_name,
                                          const Json& document);  // how_it_was_made.cpp

}  // namespace sendcap::report
