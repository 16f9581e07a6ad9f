#pragma once

#include <string>

#include "plan_view.hpp"

namespace sendcap::report {

inline constexpr std::size_t kTableWidth = 80;

// Pathways, services and placement with their lists at the start and at the end of the run.
[[nodiscard]] std::string lists_table(const PlanView& plan);

// Pathways and services with their averages over the whole run.
[[nodiscard]] std::string averages_table(const PlanView& plan);

// Provisions with their places; empty when there are none.
[[nodiscard]] std::string places_table(const PlanView& plan);

// What is said beside a load; empty for one that a service can bear.
[[nodiscard]] std::string note_on(Demand demand);

}  // namespace sendcap::report
