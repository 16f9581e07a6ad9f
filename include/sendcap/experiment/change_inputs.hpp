#pragma once

#include <map>
#include <string>

#include "sendcap/scenario/plan.hpp"
#include "sendcap/scenario/scenario.hpp"

namespace sendcap::experiment {

/// Gives inputs, by their paths, other values in the base unit. Later values at dates move in proportion; the
/// other shares of a split (or of localities) are scaled so that the sum stays 100%; where those that are
/// given leave them nothing, all are. Paths that the object does not have are left alone.
void change_inputs(scenario::Scenario& scenario, const std::map<std::string, double>& value_by_path);
void change_inputs(scenario::Plan& plan, const std::map<std::string, double>& value_by_path);

}  // namespace sendcap::experiment
