#pragma once

#include <ostream>

#include "sendcap/scenario/scenario.hpp"

namespace sendcap::report {

// The sections of a description, in the order of the page. A section of which the scenario holds nothing is
// left out.

void describe_time_and_places(const scenario::Scenario& scenario, std::ostream& out);
void describe_children(const scenario::Scenario& scenario, std::ostream& out);
void describe_demand(const scenario::Scenario& scenario, std::ostream& out);
void describe_pathways(const scenario::Scenario& scenario, std::ostream& out);
void describe_services(const scenario::Scenario& scenario, std::ostream& out);
void describe_while_waiting(const scenario::Scenario& scenario, std::ostream& out);
void describe_placement(const scenario::Scenario& scenario, std::ostream& out);
void describe_provision(const scenario::Scenario& scenario, std::ostream& out);
void describe_plans(const scenario::Scenario& scenario, std::ostream& out);
void describe_money(const scenario::Scenario& scenario, std::ostream& out);
void describe_trust(const scenario::Scenario& scenario, std::ostream& out);

}  // namespace sendcap::report
