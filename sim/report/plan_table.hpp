#pragma once

#include <string>

#include "plan_view.hpp"

namespace sendcap::report {

inline constexpr std::size_t kTableWidth = 80;

// Each of these with its lists at the start and at the end of the run. A table is empty where the scenario
// has nothing of the kind.

// The pathways on which children wait for somebody to see them or for a place.
[[nodiscard]] std::string pathways_table(const PlanView& plan);
[[nodiscard]] std::string services_table(const PlanView& plan);
[[nodiscard]] std::string placement_table(const PlanView& plan);

// Children with a plan, and where they are, at the start and at the end.
[[nodiscard]] std::string plans_table(const PlanView& plan);

// What has to be done within a time: the share done in time, by calendar year, and what is overdue.
[[nodiscard]] std::string clocks_table(const PlanView& plan);

// What happened to children who waited or were placed, over the whole run.
[[nodiscard]] std::string happenings_table(const PlanView& plan);

// What was spent, by financial year and by who pays, and the balance of the high-needs block.
[[nodiscard]] std::string money_table(const PlanView& plan);

// What was promised for milestones, and the chance that it is met.
[[nodiscard]] std::string targets_table(const experiment::TargetRecord& record, const PlanView& plan,
                                        double level);

// Waits and outcomes at the end that differ between groups beyond chance.
[[nodiscard]] std::string inequality_table(const experiment::Inequality& inequality, const PlanView& plan,
                                           double level);

// Pathways and services with their averages over the whole run.
[[nodiscard]] std::string averages_table(const PlanView& plan);

// Provisions with their places; empty when there are none.
[[nodiscard]] std::string places_table(const PlanView& plan);

// What is said beside a load; empty for one that a service can bear.
[[nodiscard]] std::string note_on(Demand demand);

}  // namespace sendcap::report
