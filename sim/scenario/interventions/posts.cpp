#include "posts.hpp"

#include <utility>

#include "sendcap/scenario/language/name_check.hpp"

namespace sendcap::scenario {

Team* find_team(Scenario& scenario, const Name& name, const std::string& path, Diagnostics& diagnostics) {
  const auto index = resolve(name, scenario.services, "service", path, diagnostics);
  if (!index) return nullptr;
  auto* team = std::get_if<Team>(&scenario.services[*index].is);
  if (team == nullptr)
    diagnostics.error(Code::inconsistent, name.place, path,
                      "'" + name.text + "' is a clinic, whose capacity is its sessions",
                      "use `add clinic sessions`");
  return team;
}

void add_staff(Team& team, double number, const Effect& effect, const Clock& clock, const Place& place,
               const std::string& path, Diagnostics& diagnostics) {
  if (number == 0) return;  // to the last bit as it was
  bool below_zero = false;
  edit_value(team.staff, effect, clock, [&](Capacity staff, double share) {
    const double changed = staff.value + share * number;
    below_zero = below_zero || changed < 0;
    return Capacity{changed};
  });
  if (below_zero)
    diagnostics.error(Code::out_of_range, place, path, "more staff are taken away than the team has");
}

void book_pay(Scenario& scenario, const Team& team, double number, const Effect& effect,
              const std::string& name) {
  if (!(team.cost.is.pounds > 0) && team.cost.then.empty()) return;
  Running pay;
  pay.name = name;
  pay.paid_by = team.paid_by;
  pay.a_year.source = team.cost.source;
  pay.a_year.quality = team.cost.quality;
  edit_value_in_time(pay.a_year, effect, scenario.clock, moments_of(team.cost),
                     [&](Money, double share, double time) {
                       return Money{value_at(team.cost, time, scenario.clock).pounds * number * share};
                     });
  scenario.money.running.push_back(std::move(pay));
}

Effect still_missing(const Effect& effect, const Terms& terms) {
  Effect missing = effect;
  for (Effect::Step& step : missing.steps)
    if (&step != &missing.steps.back() || !terms.until) step.share = 1 - step.share;
  return missing;
}

}  // namespace sendcap::scenario
