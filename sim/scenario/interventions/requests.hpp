#pragma once

#include <string>
#include <vector>

#include "edit.hpp"
#include "sendcap/scenario/interventions/fewer_requests.hpp"

namespace sendcap::scenario {

/// Multiplies a stream of demand by 1 plus this share of the effect that is there.
void change_demand_by(Scenario& scenario, const Name& demand, double by, const Effect& effect,
                      const std::string& path, Diagnostics& diagnostics);

/// Lowers what is asked for less often under these terms, after the lag. Fewer of nothing is a mistake.
void lower_requests(Scenario& scenario, const FewerRequests& fewer, const Terms& terms, const Place& place,
                    const std::string& path, Diagnostics& diagnostics);

}  // namespace sendcap::scenario
