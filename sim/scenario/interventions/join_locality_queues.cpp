#include "sendcap/scenario/interventions/join_locality_queues.hpp"

#include <variant>

#include "edit.hpp"
#include "sendcap/scenario/language/name_check.hpp"

namespace sendcap::scenario {

void intervene(Scenario& scenario, const JoinLocalityQueues& change, Diagnostics& diagnostics) {
  const std::string path = "interventions.join locality queues";
  const auto index = resolve(change.service, scenario.services, "service", path + ".service", diagnostics);
  if (!index) return;
  if (change.terms.until || change.terms.ramp.is.days > 0)
    return diagnostics.error(Code::inconsistent, change.place, path, "queues are joined at once and for good",
                             "leave out `until` and `ramp`");
  const auto effect = effect_of(change.terms, scenario.clock, change.place, path, diagnostics);
  if (!effect) return;
  const Moment& joined = effect->steps.front().from;
  const bool has_localities = std::visit(
      [&](auto& service) {
        if (service.localities.empty()) return false;
        std::optional<Moment>& known = service.localities_joined;
        if (!known || days_after_start(joined, scenario.clock) < days_after_start(*known, scenario.clock))
          known = joined;
        return true;
      },
      scenario.services[*index].is);
  if (!has_localities)
    return diagnostics.error(Code::inconsistent, change.service.place, path + ".service",
                             "'" + change.service.text + "' has one queue already: it has no localities");
  book(scenario, change.terms, *effect, "join locality queues: " + change.service.text);
}

}  // namespace sendcap::scenario
