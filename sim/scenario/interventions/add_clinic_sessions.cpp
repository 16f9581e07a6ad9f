#include "sendcap/scenario/interventions/add_clinic_sessions.hpp"

#include <algorithm>

#include "edit.hpp"
#include "sendcap/scenario/language/name_check.hpp"

namespace sendcap::scenario {
namespace {

// The clinic's cost of a session becomes the mean over its own sessions and those added, which all are held
// on the same timetable, so that the sum is right whatever is cancelled or thinned.
void average_in(Clinic& clinic, const AddClinicSessions& change, const Effect& effect, const Clock& clock) {
  const Value<Rate> own = clinic.sessions;
  edit_value_in_time(clinic.cost, effect, clock, moments_of(own), [&](Money cost, double share, double time) {
    const double before = value_at(own, time, clock).per_day;
    const double added = share * std::max(change.sessions.is.per_day, 0.0);
    if (!(before + added > 0)) return cost;
    return Money{(cost.pounds * before + change.cost_a_session->is.pounds * added) / (before + added)};
  });
}

}  // namespace

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
  book(scenario, change.terms, *effect, "add clinic sessions: " + change.clinic.text);
  if (change.cost_a_session) average_in(*clinic, change, *effect, scenario.clock);
  edit_value(clinic->sessions, *effect, scenario.clock, [&](Rate rate, double share) {
    const double changed = rate.per_day + share * change.sessions.is.per_day;
    if (changed < 0)
      diagnostics.error(Code::out_of_range, change.sessions.place, path + ".sessions",
                        "more sessions are taken away than the clinic has");
    return Rate{changed};
  });
}

}  // namespace sendcap::scenario
