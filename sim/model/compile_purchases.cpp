#include "compiler.hpp"

// Visits bought from outside.

namespace sendcap::model {

void Compiler::purchases() {
  for (const scenario::Purchase& given : scenario_.bought_from_outside) {
    const std::string path = below("bought from outside", given.name);
    const auto pathway =
        scenario::resolve(given.pathway, names_.pathways, "pathway", below(path, "pathway"), diagnostics_);
    if (!pathway) continue;
    const scenario::Pathway& on = scenario_.pathways[*pathway];
    const auto step = scenario::resolve(given.step, on.steps, "step", below(path, "step"), diagnostics_);
    if (!step) continue;
    Purchase compiled;
    compiled.name = given.name;
    compiled.step = first_step_[*pathway] + static_cast<Index>(*step);
    if (model_.steps[compiled.step].kind != StepKind::visit) {
      error(given.step.place, below(path, "step"), "'" + given.step.text + "' is not a visit to a service",
            "name a step at which children wait for a service");
      continue;
    }
    compiled.per_day = timeline(given.cases, below(path, "cases"));
    compiled.price = timeline(given.price, below(path, "price"));
    compiled.paid_by = given.paid_by;
    if (given.leads_to)
      compiled.leads_to = target(on, first_step_[*pathway], *given.leads_to, below(path, "leads to"));
    model_.has_costs = true;
    model_.purchases.push_back(std::move(compiled));
  }
}

}  // namespace sendcap::model
