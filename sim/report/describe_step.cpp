#include "describe_step.hpp"

#include <fmt/format.h>

#include "markdown_text.hpp"
#include "pathway_links.hpp"
#include "scenario_words.hpp"

namespace sendcap::report {
namespace {

using namespace scenario;  // all that a scenario is made of

const Clinic* clinic_of(const Scenario& scenario, const Step& step) {
  for (const Name& name : step.service) {
    const Service* service = scenario.services.find(name.text);
    if (service == nullptr) continue;
    if (const auto* clinic = std::get_if<Clinic>(&service->is)) return clinic;
  }
  return nullptr;
}

std::string visit(const Clinic* clinic, const Step& step) {
  const std::string where = quoted(step.service);
  if (clinic == nullptr)
    return step.service.size() == 1 ? fmt::format("waits for someone of {} to be free.", where)
                                    : fmt::format("waits until {} are free at once.", where);
  std::string kind;
  if (step.slot)
    kind = step.slot->text;
  else if (!clinic->slots.empty())
    kind = clinic->slots[0].name;
  const std::string slot = step.slots_needed.is.value == 1 && step.slots_needed.then.empty()
                               ? "slot"
                               : figure(step.slots_needed) + " slots";
  return fmt::format("waits for the first free {} of kind {} at {}.", slot, quoted(kind), where);
}

std::string what_happens(const Clinic* clinic, const Step& step) {
  if (!step.service.empty()) return visit(clinic, step);
  if (step.wait) return fmt::format("time passes, no service is needed: {}.", time_words(*step.wait));
  if (step.place_request)
    return fmt::format("waits, wherever the child is meanwhile, for a place in: {}.",
                       listed(words_of(step.place_request->kinds), "or"));
  if (!step.fork.empty())
    return fmt::format("begins at the same time {}; they meet at {}.", quoted(step.fork),
                       quoted(step.join ? step.join->text : ""));
  if (step.refer)
    return fmt::format("a case is opened for the same child on {}, and this one goes on at once.",
                       quoted(step.refer->text));
  if (step.moves_to)
    return fmt::format("moves at once to {}, whether or not it has a place free.",
                       quoted(step.moves_to->text));
  return "children are sent on.";
}

void describe_visit(const Clinic* clinic, const Step& step, std::ostream& out) {
  if (step.time) out << item(1, "time with the service: " + time_words(*step.time));
  if (step.work)
    out << item(1, "work of one member of staff, spread over the hours a week: " + time_words(*step.work));
  if (step.contacts.value > 1)
    out << item(
        1, fmt::format("{}, {} from one to waiting for the next",
                       counted(step.contacts.value, "contact", "contacts"), amount(step.between_contacts)));
  if (step.priority) out << item(1, "priority class: " + quoted(step.priority->text));
  if (step.due) out << item(1, "due from the start of the case within " + figure(*step.due));
  if (step.patience) out << item(1, "leaves (“gave up”) after waiting " + time_words(*step.patience));
  if (clinic == nullptr || !is_something(clinic->not_brought)) return;
  const bool unlimited = clinic->rebookings.value >= Clinic().rebookings.value;
  out << item(1, fmt::format("not brought: {}, booked again {}, {} later", figure(clinic->not_brought),
                             unlimited ? "as often as it takes"
                                       : "up to " + counted(clinic->rebookings.value, "time", "times"),
                             amount(clinic->rebook_after)));
}

void describe_meanwhile(const Scenario& scenario, const Step& step, std::ostream& out) {
  for (const Alongside& beside : step.alongside)
    out << item(1, fmt::format("enters {} beside it while waiting: {} of them", quoted(beside.enters.text),
                               figure(beside.share)));
  std::vector<std::string> happenings;
  for (const WhileWaiting* happening : happenings_at(scenario, step))
    happenings.push_back(quoted(happening->name));
  if (!happenings.empty())
    out << item(1, fmt::format("may happen while waiting: {} (see below)", listed(happenings)));
}

void describe_effects(const Step& step, std::ostream& out) {
  if (step.first_contact)
    out << item(1, "being seen here is the first contact, which ends the wait from referral");
  if (step.clock) {
    std::string text = "to be done within " + figure(step.clock->within);
    if (is_something(step.clock->excepted)) text += "; lawful exceptions: " + figure(step.clock->excepted);
    out << item(1, text);
  }
  if (!step.gives.empty()) out << item(1, "from then on the child has the flag " + quoted(step.gives));
  if (!step.takes_away.empty())
    out << item(1, "from then on the child no longer has the flag " + quoted(step.takes_away));
  if (!step.meets_needs_of.empty())
    out << item(1, "the child's cases that still wait on these pathways are closed (“need met”): " +
                       quoted(step.meets_needs_of));
}

void describe_at_start(const AtStart& start, std::ostream& out) {
  std::string who = "at the start: " + figure(start.children) + " here";
  if (is_something(start.being_seen)) who += "; being seen: " + figure(start.being_seen);
  if (start.mix) who += "; drawn from the table " + quoted(start.mix->text);
  out << item(1, who);
  if (start.waited) out << item(2, "waited so far: " + time_words(*start.waited));
  if (start.remaining) out << item(2, "time left: " + time_words(*start.remaining));
  if (start.since_referral) out << item(2, "from referral to here: " + time_words(*start.since_referral));
}

void describe_ways_on(const Pathway& pathway, std::size_t number, std::ostream& out) {
  for (const WayOn& way : ways_on(pathway, number)) {
    std::string who = way.when != nullptr ? condition_words(*way.when) : "";
    if (way.otherwise) who = "all others";
    if (way.share != nullptr) who += (who.empty() ? "" : ", ") + figure(*way.share);
    if (!who.empty()) who = ", " + who;
    out << item(1,
                fmt::format("then{}: {} {}", who, way.to_outcome ? "ends with" : "goes to", quoted(way.to)));
  }
}

}  // namespace

void describe_step(const Scenario& scenario, const Pathway& pathway, std::size_t number, std::ostream& out) {
  const Step& step = pathway.steps[number];
  const Clinic* clinic = clinic_of(scenario, step);
  out << numbered_item(number + 1, step.name, what_happens(clinic, step));
  describe_visit(clinic, step, out);
  describe_meanwhile(scenario, step, out);
  describe_effects(step, out);
  if (step.at_start) describe_at_start(*step.at_start, out);
  describe_ways_on(pathway, number, out);
}

}  // namespace sendcap::report
