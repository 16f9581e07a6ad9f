#include <variant>

#include "sendcap/scenario/plan.hpp"

namespace sendcap::scenario {

Scenario apply(const Scenario& baseline, const Plan& plan, Diagnostics& diagnostics) {
  Scenario changed = baseline;
  for (const Intervention& intervention : plan.interventions)
    std::visit([&](const auto& change) { intervene(changed, change, diagnostics); }, intervention.is);
  return changed;
}

}  // namespace sendcap::scenario
