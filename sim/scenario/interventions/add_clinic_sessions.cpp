#include "edit.hpp"
#include "sendcap/scenario/language/diagnostic.hpp"
#include "sendcap/scenario/language/name_check.hpp"
#include "sendcap/scenario/plan.hpp"

namespace sendcap::scenario {

void intervene(Scenario& scenario, const AddClinicSessions& change, Diagnostics& diagnostics) {
  const std::string path = "interventions.add clinic sessions";
  const auto index = resolve(change.clinic, scenario.services, "service", path + ".clinic", diagnostics);
  if (!index) return;
  auto* clinic = std::get_if<Clinic>(&scenario.services[*index].is);
  if (clinic == nullptr)
    return diagnostics.error(Code::inconsistent, change.clinic.place, path + ".clinic",
                             "'" + change.clinic.text + "' is a team, which has no sessions",
                             "use `change staffing`");
  if (!in_order(change.from, change.until, scenario.clock))
    return diagnostics.error(Code::inconsistent, change.place, path + ".until",
                             "`until` must come after `from`");
  edit_between(clinic->sessions, change.from, change.until, scenario.clock, [&](Rate rate) {
    const double changed = rate.per_day + change.sessions.is.per_day;
    if (changed < 0)
      diagnostics.error(Code::out_of_range, change.sessions.place, path + ".sessions",
                        "more sessions are taken away than the clinic has");
    return Rate{changed};
  });
}

}  // namespace sendcap::scenario
