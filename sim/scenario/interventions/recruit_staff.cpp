#include "sendcap/scenario/interventions/recruit_staff.hpp"

#include "posts.hpp"

namespace sendcap::scenario {
namespace {

// Agency staff until the posts are filled: they cost what the team's own cost, and more.
void cover(Scenario& scenario, Team& team, const RecruitStaff& change, const Effect& recruited) {
  Effect meanwhile;
  meanwhile.steps = {{change.terms.from, 1}, {recruited.steps.front().from, 0}};
  const double staff = change.agency_cover.is.value;
  edit_value(team.staff, meanwhile, scenario.clock,
             [&](Capacity is, double share) { return Capacity{is.value + share * staff}; });
  if (!(change.agency_costs_more_by.is.pounds > 0)) return;
  Running premium;
  premium.name = "agency staff: " + change.team.text;
  premium.paid_by = team.paid_by;
  edit_value(premium.a_year, meanwhile, scenario.clock, [&](Money, double share) {
    return Money{share * staff * change.agency_costs_more_by.is.pounds};
  });
  scenario.money.running.push_back(std::move(premium));
}

}  // namespace

void intervene(Scenario& scenario, const RecruitStaff& change, Diagnostics& diagnostics) {
  const std::string path = "interventions.recruit staff";
  const auto effect = effect_of(change.terms, scenario.clock, change.place, path, diagnostics);
  Team* team = find_team(scenario, change.team, path + ".team", diagnostics);
  if (!effect || team == nullptr) return;
  book(scenario, change.terms, *effect, "recruit staff: " + change.team.text);
  const double recruits = change.posts.is.value * change.filled.is.value;
  // The cost of the team follows those at work; what is paid in the induction and not worked is booked.
  book_pay(scenario, *team, recruits, still_missing(*effect, change.terms), "induction: " + change.team.text);
  add_staff(*team, recruits, *effect, scenario.clock, change.place, path + ".posts", diagnostics);
  if (change.agency_cover.is.value > 0) cover(scenario, *team, change, *effect);
}

}  // namespace sendcap::scenario
