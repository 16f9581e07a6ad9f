#include "requests.hpp"

#include "sendcap/scenario/language/name_check.hpp"

namespace sendcap::scenario {

void change_demand_by(Scenario& scenario, const Name& demand, double by, const Effect& effect,
                      const std::string& path, Diagnostics& diagnostics) {
  const auto index = resolve(demand, scenario.demand, "demand", path + ".demand", diagnostics);
  if (!index) return;
  if (!scenario.demand[*index].rate)
    return diagnostics.error(Code::inconsistent, demand.place, path + ".demand",
                             "'" + demand.text + "' is given by `intervals`, which have no rate to change");
  edit_value(scenario.demand[*index].times, effect, scenario.clock,
             [&](Number times, double share) { return Number{times.value * (1 + share * by)}; });
}

void lower_requests(Scenario& scenario, const FewerRequests& fewer, const Terms& terms, const Place& place,
                    const std::string& path, Diagnostics& diagnostics) {
  if (fewer.demand.empty() && fewer.while_waiting.empty()) {
    if (fewer.fall_by.is.value > 0)
      diagnostics.error(Code::missing_field, fewer.fall_by.place, path + ".fall by",
                        "it is not said what falls", "name it as `demand` or `while waiting`");
    return;
  }
  Terms lagging = terms;
  lagging.lead_time.is.days += fewer.lag.is.days;
  const auto effect = effect_of(lagging, scenario.clock, place, path, diagnostics);
  if (!effect) return;
  const double by = -fewer.fall_by.is.value;
  for (const Name& name : fewer.demand) change_demand_by(scenario, name, by, *effect, path, diagnostics);
  for (const Name& name : fewer.while_waiting) {
    const auto index = resolve(name, scenario.while_waiting, "thing that may happen `while waiting`",
                               path + ".while waiting", diagnostics);
    if (!index || by == 0) continue;  // to the last bit as it was
    edit_value(scenario.while_waiting[*index].rate, *effect, scenario.clock,
               [&](Rate rate, double share) { return Rate{rate.per_day * (1 + share * by)}; });
  }
}

}  // namespace sendcap::scenario
