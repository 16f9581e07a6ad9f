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
  pay.a_year = team.cost;
  pay.a_year.range.reset();
  Effect not_paid;
  not_paid.steps.push_back({moment_at(-scenario.clock.warm_up.days, scenario.clock), 1});
  for (const Effect::Step& step : effect.steps) not_paid.steps.push_back({step.from, 1 - step.share});
  pay.a_year.is.pounds *= number;
  for (Change<Money>& change : pay.a_year.then) change.is.pounds *= number;
  edit_value(pay.a_year, not_paid, scenario.clock,
             [](Money cost, double missing) { return Money{cost.pounds * (1 - missing)}; });
  scenario.money.running.push_back(std::move(pay));
}

Effect still_missing(const Effect& effect, const Terms& terms) {
  Effect missing = effect;
  for (Effect::Step& step : missing.steps)
    if (&step != &missing.steps.back() || !terms.until) step.share = 1 - step.share;
  return missing;
}

}  // namespace sendcap::scenario
