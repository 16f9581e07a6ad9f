#include <fmt/format.h>

#include <algorithm>

#include "describe_sections.hpp"
#include "markdown_text.hpp"
#include "scenario_words.hpp"

// Education, health and care plans, and money.

namespace sendcap::report {
namespace {

using namespace scenario;  // all that a scenario is made of

bool holds(const std::vector<Name>& names, const Name& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// The steps that give or take away a flag.
std::string steps_that(const Scenario& scenario, const Name& flag, std::vector<Name> Step::*list) {
  std::vector<std::string> steps;
  for (const Pathway& pathway : scenario.pathways)
    for (const Step& step : pathway.steps)
      if (holds(step.*list, flag))
        steps.push_back(fmt::format("{} of {}", quoted(step.name), quoted(pathway.name)));
  return steps.empty() ? "no step" : listed(steps);
}

}  // namespace

void describe_plans(const Scenario& scenario, std::ostream& out) {
  if (!scenario.plans) return;
  const HoldingPlans& plans = *scenario.plans;
  out << heading(2, "Education, health and care plans")
      << paragraph(fmt::format("A child has a plan while it has the flag {} (Children and Families Act 2014, "
                               "sections 36 to 45).",
                               quoted(plans.flag.text)));
  out << item(0, "Begins", "at " + steps_that(scenario, plans.flag, &Step::gives));
  out << item(
      0, "Ends",
      fmt::format("at {}; when a setting is left and nothing follows; when the child moves away; at the "
                  "birthday of {}",
                  steps_that(scenario, plans.flag, &Step::takes_away), amount(plans.until_age)));
  for (const ForDistricts& reviewed : plans.reviewed_on)
    out << item(0, "Reviewed",
                fmt::format("on the pathway {}, which each plan {}enters", quoted(reviewed.to.text),
                            of_districts(reviewed)));
  out << '\n';
}

void describe_money(const Scenario& scenario, std::ostream& out) {
  const MoneyMatters& money = scenario.money;
  if (!money.high_needs_block && !is_something(money.other_high_needs) && money.one_off.empty() &&
      money.running.empty())
    return;
  out << heading(2, "Money");
  if (money.high_needs_block) out << item(0, "High-needs block, a year", figure(*money.high_needs_block));
  if (is_something(money.other_high_needs))
    out << item(0, "Spent from it a year on what is not shown", figure(money.other_high_needs));
  for (const OneOff& spent : money.one_off)
    out << item(0, spent.name,
                fmt::format("{} on {}, paid by: {}", figure(spent.amount), date_words(spent.on),
                            word_of(spent.paid_by)));
  for (const Running& running : money.running)
    out << item(0, running.name,
                fmt::format("{} a year, paid by: {}", figure(running.a_year), word_of(running.paid_by)));
  out << '\n';
}

}  // namespace sendcap::report
