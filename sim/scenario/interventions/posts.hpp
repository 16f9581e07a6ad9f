#pragma once

#include <string>

#include "edit.hpp"

namespace sendcap::scenario {

/// The team of that name. A name that there is not, or that of a clinic, is a mistake; the answer is null
/// then.
[[nodiscard]] Team* find_team(Scenario& scenario, const Name& name, const std::string& path,
                              Diagnostics& diagnostics);

/// Adds to the staff of a team (below zero takes away) as the effect goes. To take away more than there are
/// is a mistake at `place`.
void add_staff(Team& team, double number, const Effect& effect, const Clock& clock, const Place& place,
               const std::string& path, Diagnostics& diagnostics);

/// Books the pay of so many of a team's staff, as the effect goes, beside that of those who work in it.
void book_pay(Scenario& scenario, const Team& team, double number, const Effect& effect,
              const std::string& name);

/// The part of the effect that is not there yet: all of it before a ramp begins to rise, none after it.
[[nodiscard]] Effect still_missing(const Effect& effect, const Terms& terms);

}  // namespace sendcap::scenario
