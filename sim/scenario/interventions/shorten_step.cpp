#include "sendcap/scenario/interventions/shorten_step.hpp"

#include "routes.hpp"

namespace sendcap::scenario {

void intervene(Scenario& scenario, const ShortenStep& change, Diagnostics& diagnostics) {
  const std::string path = "interventions.shorten a step";
  const auto effect = effect_of(change.terms, scenario.clock, change.place, path, diagnostics);
  const StepFound found = find_step(scenario, change.pathway, change.step, path, diagnostics);
  if (!effect || !found) return;
  Step& step = *found.step;
  if (!step.time && !step.work && !step.wait)
    return diagnostics.error(Code::inconsistent, change.step.place, path + ".step",
                             "'" + change.step.text + "' takes no time of its own that could be saved",
                             "name a step with `time`, `work` or a `wait`");
  book(scenario, change.terms, *effect, "shorten a step: " + change.step.text);
  edit_value(step.times_as_long, *effect, scenario.clock, [&](Number times, double share) {
    return Number{times.value * (1 - share * change.by.is.value)};
  });
}

}  // namespace sendcap::scenario
