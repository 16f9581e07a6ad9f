#include "applied.hpp"

#include "sendcap/scenario/load.hpp"

namespace sendcap::scenario {

const char* const kSmallWorld = R"(
title: baseline
clock: {start: 2025-01-01, run for: 1 year}
districts: {Redditch: {}}
demand:
  autism: {rate: 1500 per year, enters: way}
  walk-in: {intervals: 1 day, enters: way}
services:
  clinic: {kind: clinic, sessions: {is: 4 per week, then: {2025-06-01: 6 per week}}, slots: {new: {per session: 2}}, not brought: 10%}
  therapy: {kind: team, staff: 10, cost: £60000}
pathways:
  way: {steps: {seen: {service: clinic}, thought over: {wait: 4 weeks}, helped: {service: therapy}}}
provision:
  school: {kind: special school, district: Redditch, places: 10, ages: 4 to 18}
)";

Applied apply_text(const std::string& interventions, const std::string& baseline) {
  Sources sources;
  Diagnostics diagnostics;
  const auto reader = [&](const std::string& path) {
    return std::optional<std::string>(
        path == "baseline.yaml" ? baseline : "plan: a plan\ninterventions:\n" + interventions);
  };
  Applied applied;
  applied.baseline = load_scenario("baseline.yaml", {}, reader, sources, diagnostics);
  const auto plan = load_plan("plan.yaml", reader, sources, diagnostics);
  if (applied.baseline && plan) applied.changed = apply(*applied.baseline, *plan, diagnostics);
  applied.said = render(diagnostics, sources);
  return applied;
}

}  // namespace sendcap::scenario
