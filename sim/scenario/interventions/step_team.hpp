#pragma once

#include <string>

#include "edit.hpp"
#include "sendcap/scenario/interventions/step_team.hpp"

namespace sendcap::scenario {

/// A visit to the team, which is added to the scenario if it is new: then it takes children in the same order
/// as the service of the step beside which it stands, and what may happen to those who wait there may happen
/// to those who wait for it. False, with what is wrong, when that can not be.
[[nodiscard]] bool begin_step_of(Scenario& scenario, const StepTeam& team, const Step& beside,
                                 const Effect& effect, const std::string& path, Step& step,
                                 Diagnostics& diagnostics);

}  // namespace sendcap::scenario
