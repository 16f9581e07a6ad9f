#include "sendcap/scenario/interventions/add_clinic_sessions.hpp"

#include "edit.hpp"
#include "sendcap/scenario/language/name_check.hpp"

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
  const auto effect = effect_of(change.terms, scenario.clock, change.place, path, diagnostics);
  if (!effect) return;
  edit_value(clinic->sessions, *effect, scenario.clock, [&](Rate rate, double share) {
    const double changed = rate.per_day + share * change.sessions.is.per_day;
    if (changed < 0)
      diagnostics.error(Code::out_of_range, change.sessions.place, path + ".sessions",
                        "more sessions are taken away than the clinic has");
    return Rate{changed};
  });
}

}  // namespace sendcap::scenario
