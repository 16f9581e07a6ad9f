#pragma once

#include <string>

#include "sendcap/scenario/interventions/new_provision.hpp"
#include "sendcap/scenario/interventions/opening.hpp"
#include "sendcap/scenario/language/diagnostic.hpp"
#include "sendcap/scenario/scenario.hpp"

namespace sendcap::scenario {

/// The date that much later; whole months keep the day of the month.
[[nodiscard]] Date later(Date date, Duration by);

/// Adds the tranches to the places, each on the day it opens, and books the capital under the name.
void open_places(Scenario& scenario, Value<Capacity>& places, const Opening& opening, const std::string& name,
                 const std::string& path, Diagnostics& diagnostics);

/// The day on which the first places open; tranches there are.
[[nodiscard]] Date first_opening(const Opening& opening);

/// Opens a new school, base or unit; a name that there is already, or a district that there is not, is a
/// mistake.
void open_provision(Scenario& scenario, const std::string& name, ProvisionKind kind,
                    const NewProvision& opened, const Place& place, const std::string& path,
                    Diagnostics& diagnostics);

/// Adds a provision whose places open in tranches, unless there is one of that name.
void add_provision(Scenario& scenario, Provision provision, const Opening& opening, const std::string& path,
                   Diagnostics& diagnostics);

}  // namespace sendcap::scenario
