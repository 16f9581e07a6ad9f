#pragma once

#include <vector>

#include "sendcap/scenario/language/rewrite.hpp"
#include "sendcap/scenario/scenario.hpp"

namespace sendcap::experiment {

/// The values with a place in a file that differ between a scenario and what was made of it by changing
/// values alone, each place once. A range that the new value has left is widened to hold it.
[[nodiscard]] std::vector<scenario::NewValue> changed_values(const scenario::Scenario& before,
                                                             const scenario::Scenario& after);

}  // namespace sendcap::experiment
