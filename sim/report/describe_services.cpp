#include <fmt/format.h>

#include <algorithm>

#include "describe_sections.hpp"
#include "markdown_text.hpp"
#include "scenario_words.hpp"

namespace sendcap::report {
namespace {

using namespace scenario;  // all that a scenario is made of

std::string rule_words(QueueRule rule) {
  switch (rule) {
    case QueueRule::first_come:
      return "whoever joined this queue first comes first";
    case QueueRule::earliest_due:
      return "whoever is due first comes first";
    case QueueRule::longest_wait:
      return "whoever was referred first comes first";
    case QueueRule::random:
      return "children are taken by lot";
  }
  return {};
}

std::string class_words(const PriorityClass& one) {
  const std::string who = one.when ? condition_words(*one.when) : "";
  return quoted(one.name) + (who.empty() ? "" : fmt::format(" ({})", who));
}

void describe_queue(const Queue& queue, std::ostream& out) {
  std::vector<std::string> classes;
  for (const PriorityClass& one : queue.classes) classes.push_back(class_words(one));
  out << item(1, classes.empty() ? "queue: " + rule_words(queue.rule)
                                 : fmt::format("queue: {} are served in this order; within each, {}",
                                               listed(classes), rule_words(queue.rule)));
  if (queue.room_for)
    out << item(1,
                fmt::format("at most {} can wait; who comes then is turned away", amount(*queue.room_for)));
}

void describe_localities(const Named<Locality>& localities, const std::optional<Moment>& joined,
                         std::ostream& out) {
  for (const Locality& locality : localities)
    out << item(1, fmt::format("locality {} with a queue of its own: {} of the capacity, for {}",
                               quoted(locality.name), figure(locality.share), quoted(locality.districts)));
  if (joined) out << item(1, "the localities are one queue from " + moment_words(*joined));
}

void describe_purchases(const Named<Purchase>& purchases, std::ostream& out) {
  for (const Purchase& bought : purchases)
    out << item(
        0, bought.name,
        fmt::format("visits bought from outside for those who wait longest at {} of {}: {}, at {} each, "
                    "paid by: {}",
                    quoted(bought.step.text), quoted(bought.pathway.text), figure(bought.cases),
                    figure(bought.price), word_of(bought.paid_by)));
}

void describe_cost(const Value<Money>& cost, Payer payer, std::string_view of, std::ostream& out) {
  if (is_something(cost))
    out << item(1, fmt::format("cost of {}: {}, paid by: {}", of, figure(cost), word_of(payer)));
}

void describe_slots(const Clinic& clinic, std::ostream& out) {
  for (const SlotKind& slot : clinic.slots)
    out << item(
        1, fmt::format("slots of kind {}: {} in a session; {}", quoted(slot.name), figure(slot.per_session),
                       slot.unused_go_to ? "unused ones go to " + quoted(slot.unused_go_to->text)
                                         : "unused ones are lost"));
}

void describe_kind(const Clinic& clinic, std::ostream& out) {
  out << item(1, fmt::format("sessions: {}, on {}", figure(clinic.sessions),
                             clinic.days.empty() ? "Monday to Friday" : listed(clinic.days)));
  if (clinic.weeks_a_year.place.known() || !clinic.weeks_a_year.then.empty())
    out << item(1, "weeks a year in which it is held, of 52: " + figure(clinic.weeks_a_year));
  if (clinic.in_august.is.value != 1 || !clinic.in_august.then.empty())
    out << item(1, "in August, of the usual sessions: " + figure(clinic.in_august));
  if (is_something(clinic.cancelled)) out << item(1, "sessions cancelled: " + figure(clinic.cancelled));
  describe_slots(clinic, out);
  if (is_something(clinic.not_brought))
    out << item(1, "children not brought, whose slot is lost: " + figure(clinic.not_brought));
  describe_cost(clinic.cost, clinic.paid_by, "a session", out);
}

void describe_kind(const Team& team, std::ostream& out) {
  out << item(1, "staff, whole-time: " + figure(team.staff));
  if (team.caseload.is.value != 1 || !team.caseload.then.empty())
    out << item(1, "children whom one of them has at once: " + figure(team.caseload));
  if (team.hours_a_week)
    out << item(1, "time with children that one of them has in a week: " + figure(*team.hours_a_week));
  describe_cost(team.cost, team.paid_by, "a whole-time member of staff in a year", out);
}

// The steps at which it sees children.
std::string users(const Scenario& scenario, const Service& service) {
  std::vector<std::string> steps;
  for (const Pathway& pathway : scenario.pathways)
    for (const Step& step : pathway.steps)
      if (std::any_of(step.service.begin(), step.service.end(),
                      [&](const Name& name) { return name.text == service.name; }))
        steps.push_back(fmt::format("{} of {}", quoted(step.name), quoted(pathway.name)));
  return steps.empty() ? "no step" : listed(steps);
}

}  // namespace

void describe_services(const Scenario& scenario, std::ostream& out) {
  if (scenario.services.empty()) return;
  out << heading(2, "Services");
  for (const Service& service : scenario.services) {
    const bool clinic = std::holds_alternative<Clinic>(service.is);
    out << item(0, service.name,
                fmt::format("a {}, for {}", clinic ? "clinic" : "team", users(scenario, service)));
    std::visit(
        [&](const auto& is) {
          describe_kind(is, out);
          describe_queue(is.queue, out);
          describe_localities(is.localities, is.localities_joined, out);
        },
        service.is);
  }
  describe_purchases(scenario.bought_from_outside, out);
  out << '\n';
}

}  // namespace sendcap::report
