#include <algorithm>

#include "compiler.hpp"

// What may happen to children who wait or are placed.

namespace sendcap::model {
namespace {
constexpr std::string_view kPlace = "place";

// Whether a child's rate is the same however long it waits.
bool is_steady(const Hazard& hazard) {
  return hazard.rate.constant() && hazard.wait_bounds.empty() && !hazard.when.about_age &&
         std::all_of(hazard.factors.begin(), hazard.factors.end(), [](const Hazard::Factor& factor) {
           return factor.times.constant() && !factor.when.about_age;
         });
}
}  // namespace

void Compiler::hazards() {
  model_.reasons = {"gave up",  "turned away", "not brought",   "aged out",
                    "need met", "plan ended",  "seen elsewhere"};
  for (const scenario::WhileWaiting& given : scenario_.while_waiting) {
    const std::string path = below("while waiting", given.name);
    Hazard hazard;
    hazard.name = given.name;
    hazard.purpose = key_of_name("while waiting", given.name);
    model_.reasons.push_back(given.name);
    hazard.rate = timeline(given.rate, below(path, "rate"));
    hazard.when = condition(given.when, below(path, "when"));
    for (const scenario::HazardFactor& factor : given.factors)
      hazard.factors.push_back(
          {condition(factor.when, below(path, "factors")), timeline(factor.times, below(path, "factors"))});
    for (const scenario::HazardByWait& band : given.by_wait) {
      if (!hazard.wait_bounds.empty() && band.after.days <= hazard.wait_bounds.back())
        error(band.place, below(path, "by wait"), "lengths of wait are not in order");
      hazard.wait_bounds.push_back(band.after.days);
      hazard.wait_factors.push_back(timeline(band.times, below(path, "by wait")));
    }
    hazard.steady = is_steady(hazard);
    hazard_effect(given, path, hazard);
    hazard_places(given, path, hazard);
    model_.hazards.push_back(std::move(hazard));
  }
}

// A hazard of which no child is that can come to a step does not stand there: in a world of many areas each
// step has only those of its own.
void Compiler::attach_hazards() {
  std::vector<std::vector<Index>> visits(model_.services.size());
  std::vector<Index> queues;
  std::vector<Index> waits_for_places;
  for (Index s = 0; s < model_.steps.size(); ++s) {
    const Step& step = model_.steps[s];
    for (std::size_t i = 0; i < step.service_count; ++i) visits[step.services[i]].push_back(s);
    if (step.service_count > 0) queues.push_back(s);
    if (step.kind == StepKind::place) waits_for_places.push_back(s);
  }
  for (Index index = 0; index < model_.hazards.size(); ++index) {
    const auto attach = [&](Index s) {
      std::vector<StepHazard>& here = model_.steps[s].hazards;
      const bool is_there = !here.empty() && here.back().hazard == index;
      if (!is_there && reach_->step(s).overlaps(reach_->hazard(index))) here.push_back({index});
    };
    const StrikesAt& at = strikes_at_[index];
    if (at.anywhere) std::for_each(queues.begin(), queues.end(), attach);
    for (const Index service : at.services)
      std::for_each(visits[service].begin(), visits[service].end(), attach);
    if (at.anywhere || at.place) std::for_each(waits_for_places.begin(), waits_for_places.end(), attach);
    for (const Provision& provision : model_.provision)
      if ((at.kinds >> static_cast<unsigned>(provision.kind) & 1U) != 0) attach(provision.step);
  }
  rows_of_tolerances();
}

// A hazard has one place in the row at all steps of a pathway. An enrolment stays at one step, so there each
// step has a row of its own: else the row would grow with the number of provisions.
void Compiler::rows_of_tolerances() {
  std::vector<std::vector<Index>> rows(model_.pathways.size());
  for (Step& step : model_.steps) {
    std::vector<Index>& row = rows[step.pathway];
    if (step.pathway == model_.enrolled_pathway) row.clear();
    for (StepHazard& strikes : step.hazards) {
      const auto found = std::find(row.begin(), row.end(), strikes.hazard);
      strikes.tolerance = static_cast<Index>(found - row.begin());
      if (found == row.end()) row.push_back(strikes.hazard);
    }
    model_.tolerances_of_case = std::max(model_.tolerances_of_case, row.size());
  }
}

void Compiler::hazard_effect(const scenario::WhileWaiting& given, const std::string& path, Hazard& hazard) {
  hazard.effect = given.effect;
  if ((given.effect == scenario::HazardEffect::raises_priority) != given.to_class.has_value())
    error(given.place, path, "`to class` belongs to the effect `raises priority`, and is needed there");
  if (given.effect == scenario::HazardEffect::raises_priority && !given.in.empty())
    error(given.place, below(path, "in"), "children who are placed have no priority that could be raised");
  if (given.effect == scenario::HazardEffect::closes_all_cases && (given.moves_to || given.enters))
    error(given.place, path, "a child whose cases all close is gone and can not move or enter a pathway",
          "use the effect `closes the case` or `goes on`");
  if (given.moves_to) hazard.moves_to = provision_index(*given.moves_to, below(path, "moves to"));
  if (given.enters) hazard.enters = pathway_index(*given.enters, below(path, "enters"));
  hazard.gives = flag_bits(given.gives, below(path, "gives"));
}

// The queues and provisions in which it strikes, and the classes to which it raises.
void Compiler::hazard_places(const scenario::WhileWaiting& given, const std::string& path, Hazard& hazard) {
  StrikesAt at;
  at.anywhere = given.at.empty() && given.in.empty();
  for (const scenario::Name& name : given.at) {
    if (name.text == kPlace) {
      at.place = true;
      continue;
    }
    const auto service = scenario::resolve(name, names_.services, "service", below(path, "at"), diagnostics_);
    if (service) at.services.push_back(static_cast<Index>(*service));
  }
  for (const scenario::ProvisionKind kind : given.in) at.kinds |= 1U << static_cast<unsigned>(kind);
  hazard.class_of_service.assign(given.to_class ? model_.services.size() : 0, -1);
  bool class_found = !given.to_class;
  for (Index s = 0; s < hazard.class_of_service.size(); ++s)
    for (std::size_t c = 0; c < model_.services[s].classes.size(); ++c)
      if (model_.services[s].classes[c].name == given.to_class->text) {
        hazard.class_of_service[s] = static_cast<std::int32_t>(c);
        class_found = class_found || at.anywhere ||
                      std::find(at.services.begin(), at.services.end(), s) != at.services.end();
      }
  if (!class_found)
    diagnostics_.error(scenario::Code::unknown_name, given.to_class->place, below(path, "to class"),
                       "no service it is about has a priority class called '" + given.to_class->text + "'");
  strikes_at_.push_back(std::move(at));
}

}  // namespace sendcap::model
