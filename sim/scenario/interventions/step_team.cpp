#include "step_team.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace sendcap::scenario {
namespace {

const Queue& queue_of(const Service& service) {
  return std::visit([](const auto& is) -> const Queue& { return is.queue; }, service.is);
}

Service new_team(const Scenario& scenario, const StepTeam& given, const Step& beside, const Effect& effect) {
  Team team;
  const double staff = given.staff->is.value;
  Effect stays = effect;  // once there, whatever the share of the effect
  if (stays.steps.back().share == 0) stays.steps.pop_back();
  edit_value(team.staff, stays, scenario.clock, [&](Capacity, double) { return Capacity{staff}; });
  team.staff.source = given.staff->source;
  team.staff.quality = given.staff->quality;
  team.hours_a_week = given.hours_a_week;
  team.cost = given.salary;
  team.paid_by = given.paid_by;
  team.place = given.team.place;
  if (const Service* same =
          beside.service.empty() ? nullptr : scenario.services.find(beside.service[0].text)) {
    team.queue = queue_of(*same);
    team.queue.room_for.reset();
  }
  Service service;
  service.name = given.team.text;
  service.is = std::move(team);
  service.place = given.team.place;
  return service;
}

// Whoever names the service beside which the team stands means the team too.
void may_happen_there_too(Scenario& scenario, const Step& beside, const Name& team) {
  for (WhileWaiting& happening : scenario.while_waiting) {
    const bool named = std::any_of(happening.at.begin(), happening.at.end(), [&](const Name& at) {
      return std::any_of(beside.service.begin(), beside.service.end(),
                         [&](const Name& service) { return service.text == at.text; });
    });
    if (named) happening.at.push_back(team);
  }
}

}  // namespace

bool begin_step_of(Scenario& scenario, const StepTeam& given, const Step& beside, const Effect& effect,
                   const std::string& path, Step& step, Diagnostics& diagnostics) {
  const Service* known = scenario.services.find(given.team.text);
  if (known != nullptr && !std::holds_alternative<Team>(known->is)) {
    diagnostics.error(Code::inconsistent, given.team.place, path + ".team",
                      "'" + given.team.text + "' is a clinic", "name a team, or a new one");
    return false;
  }
  if ((known == nullptr) != given.staff.has_value()) {
    diagnostics.error(Code::inconsistent, given.team.place, path + ".team",
                      known == nullptr
                          ? "there is no team called '" + given.team.text + "', and no `staff` for a new one"
                          : "'" + given.team.text + "' is there already, with staff of its own",
                      known == nullptr ? "give its `staff`" : "leave out `staff`; or add `change staffing`");
    return false;
  }
  step.service = {given.team};
  step.work = given.work;
  step.time = given.time;
  step.place = given.team.place;
  if (known == nullptr) {
    step.priority = beside.priority;
    scenario.services.push_back(new_team(scenario, given, beside, effect));
    may_happen_there_too(scenario, beside, given.team);
  }
  return true;
}

}  // namespace sendcap::scenario
