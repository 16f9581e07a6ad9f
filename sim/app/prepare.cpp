#include "prepare.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "faults.hpp"
#include "sendcap/experiment/backtest.hpp"
#include "sendcap/model/compile.hpp"
#include "sendcap/scenario/load.hpp"

namespace sendcap::app {
namespace {

using scenario::Diagnostic;
using scenario::Diagnostics;
using scenario::Plan;
using scenario::Scenario;

bool same(const Diagnostic& left, const Diagnostic& right) {
  const auto key = [](const Diagnostic& one) {
    return std::tie(one.code, one.place.file, one.place.line, one.place.column, one.path, one.message);
  };
  return key(left) == key(right);
}

// A plan repeats what is doubtful in its baseline; once is enough.
void add_new(Diagnostics& to, const Diagnostics& from) {
  for (const Diagnostic& diagnostic : from.all()) {
    const auto& known = to.all();
    if (std::none_of(known.begin(), known.end(),
                     [&](const Diagnostic& one) { return same(one, diagnostic); }))
      to.add(diagnostic);
  }
}

// Empty when a mistake prevents it.
std::optional<PreparedPlan> compiled(std::string name, std::string description, const Scenario& scenario,
                                     Diagnostics& diagnostics) {
  std::optional<model::Model> model = model::compile(scenario, diagnostics);
  if (!model) return std::nullopt;
  std::vector<experiment::TargetCell> targets =
      experiment::find_targets(scenario, model->layout, diagnostics);
  return PreparedPlan{std::move(name), std::move(description), std::move(*model), std::move(targets)};
}

std::optional<PreparedPlan> compiled_baseline(const Scenario& scenario, Diagnostics& diagnostics) {
  std::optional<PreparedPlan> plan = compiled(kBaseline, scenario.description, scenario, diagnostics);
  // Published figures are not needed to run a scenario, but what they are about has to exist.
  if (plan) (void)experiment::find_observed(scenario, plan->model.layout, {}, diagnostics);
  return plan;
}

void add_plan(const Scenario& baseline, const Plan& plan, Diagnostics& diagnostics,
              std::vector<PreparedPlan>& plans) {
  Diagnostics own;
  const Scenario changed = scenario::apply(baseline, plan, own);
  std::optional<PreparedPlan> prepared;
  if (!own.has_errors()) prepared = compiled(plan.title, plan.description, changed, own);
  add_new(diagnostics, own);
  if (prepared) plans.push_back(std::move(*prepared));
}

void refuse_same_names(const std::vector<Plan>& plans) {
  std::vector<std::string> names{kBaseline};
  for (const Plan& plan : plans) {
    if (std::find(names.begin(), names.end(), plan.title) != names.end())
      throw UsageFault(
          fmt::format("two plans are called '{}'", plan.title),
          fmt::format("give each plan a name of its own after `plan:` (`{}` is the scenario as it stands)",
                      kBaseline));
    names.push_back(plan.title);
  }
}

}  // namespace

std::optional<std::vector<PreparedPlan>> prepare(const std::string& scenario_path,
                                                 const std::vector<std::string>& plan_paths,
                                                 const std::vector<std::string>& overrides, InputFiles& files,
                                                 Reading& reading) {
  files.expect(scenario_path);
  for (const std::string& path : plan_paths) files.expect(path);

  const scenario::FileReader reader = files.reader();
  Diagnostics& diagnostics = reading.diagnostics;
  const std::optional<Scenario> baseline =
      scenario::load_scenario(scenario_path, overrides, reader, reading.sources, diagnostics);
  std::vector<PreparedPlan> prepared;
  if (baseline) {
    std::optional<PreparedPlan> plan = compiled_baseline(*baseline, diagnostics);
    if (plan) prepared.push_back(std::move(*plan));
  }
  std::vector<Plan> plans;
  for (const std::string& path : plan_paths) {
    std::optional<Plan> plan = scenario::load_plan(path, reader, reading.sources, diagnostics);
    if (plan) plans.push_back(std::move(*plan));
  }
  refuse_same_names(plans);
  if (!prepared.empty())
    for (const Plan& plan : plans) add_plan(*baseline, plan, diagnostics, prepared);
  if (diagnostics.has_errors()) return std::nullopt;
  return prepared;
}

std::optional<Scenario> prepare_scenario(const std::string& scenario_path,
                                         const std::vector<std::string>& overrides, InputFiles& files,
                                         Reading& reading) {
  files.expect(scenario_path);
  std::optional<Scenario> scenario =
      scenario::load_scenario(scenario_path, overrides, files.reader(), reading.sources, reading.diagnostics);
  if (scenario) (void)compiled_baseline(*scenario, reading.diagnostics);
  if (reading.diagnostics.has_errors()) return std::nullopt;
  return scenario;
}

}  // namespace sendcap::app
