#include "prepare.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <utility>

#include "faults.hpp"
#include "sendcap/experiment/backtest.hpp"
#include "sendcap/model/compile.hpp"
#include "sendcap/scenario/language/new_diagnostics.hpp"
#include "sendcap/scenario/load.hpp"

namespace sendcap::app {
namespace {

using scenario::Diagnostics;
using scenario::Plan;
using scenario::Scenario;

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
  Diagnostics own;  // compiling goes by what is wrong with this scenario, not with other files
  std::optional<PreparedPlan> plan = compiled(kBaseline, scenario.description, scenario, own);
  // Published figures are not needed to run a scenario, but what they are about has to exist.
  if (plan) (void)experiment::find_observed(scenario, plan->model.layout, {}, own);
  scenario::add_new(diagnostics, own);
  return plan;
}

void add_plan(const Scenario& baseline, const Plan& plan, Diagnostics& diagnostics,
              std::vector<PreparedPlan>& plans) {
  Diagnostics own;
  const Scenario changed = scenario::apply(baseline, plan, own);
  std::optional<PreparedPlan> prepared;
  if (!own.has_errors()) prepared = compiled(plan.title, plan.description, changed, own);
  scenario::add_new(diagnostics, own);
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

// Empty when the scenario can not be read. Plans are read even then, so that all mistakes are told at once.
std::optional<Written> read(const std::string& scenario_path, const std::vector<std::string>& plan_paths,
                            const std::vector<std::string>& overrides, InputFiles& files, Reading& reading) {
  files.expect(scenario_path);
  for (const std::string& path : plan_paths) files.expect(path);
  const scenario::FileReader reader = files.reader();
  std::optional<Scenario> baseline =
      scenario::load_scenario(scenario_path, overrides, reader, reading.sources, reading.diagnostics);
  std::vector<Plan> plans;
  for (const std::string& path : plan_paths) {
    std::optional<Plan> plan = scenario::load_plan(path, reader, reading.sources, reading.diagnostics);
    if (plan) plans.push_back(std::move(*plan));
  }
  refuse_same_names(plans);
  if (!baseline) return std::nullopt;
  return Written{std::move(*baseline), std::move(plans)};
}

// Each way of each lever by itself, with the first way of the others: a fault in a lever is told at its
// place.
void try_levers(const Scenario& baseline, const scenario::SearchSpace& space, Diagnostics& diagnostics,
                experiment::Outcomes& outcomes) {
  for (std::size_t lever = 0; lever < space.levers(); ++lever)
    for (std::uint32_t way = 0; way < space.ways(lever); ++way) {
      scenario::SearchSpace::Point point(space.levers(), 0);
      point[lever] = way;
      std::vector<PreparedPlan> tried;
      add_plan(baseline, space.plan(point), diagnostics, tried);
      if (!tried.empty()) outcomes.add(tried.front().model.layout);
    }
}

bool is_countable(const scenario::SearchSpace& space, const scenario::Search& search,
                  Diagnostics& diagnostics) {
  if (space.size() < scenario::SearchSpace::kUncountable) return true;
  diagnostics.error(scenario::Code::too_large, search.place, "levers",
                    "the levers allow more than two thousand million plans",
                    "leave out levers, or give them fewer ways");
  return false;
}

}  // namespace

std::optional<PreparedSearch> prepare_search(const std::string& scenario_path, const std::string& search_path,
                                             const std::vector<std::string>& overrides, InputFiles& files,
                                             Reading& reading) {
  files.expect(search_path);
  std::optional<Written> written = read(scenario_path, {}, overrides, files, reading);
  Diagnostics& diagnostics = reading.diagnostics;
  std::optional<scenario::Search> search =
      scenario::load_search(search_path, files.reader(), reading.sources, diagnostics);
  if (!written) return std::nullopt;
  const std::optional<PreparedPlan> baseline = compiled_baseline(written->baseline, diagnostics);
  if (!baseline || !search) return std::nullopt;
  const auto space = std::make_shared<const scenario::SearchSpace>(*search);
  if (!is_countable(*space, *search, diagnostics)) return std::nullopt;
  experiment::Outcomes outcomes;
  outcomes.add(baseline->model.layout);
  try_levers(written->baseline, *space, diagnostics, outcomes);
  const auto goal =
      experiment::find_goal(search->goal, written->baseline, baseline->model.layout, outcomes, diagnostics);
  const auto purse = experiment::purse_of(search->budget, outcomes, baseline->model.years(), diagnostics);
  if (diagnostics.has_errors() || !goal || !purse) return std::nullopt;
  const auto further = [space](std::size_t number) { return space->plan(space->point(number)); };
  return PreparedSearch{
      std::move(*search),  space, experiment::Study(std::move(written->baseline), {}, further),
      std::move(outcomes), *goal, *purse};
}

std::optional<experiment::Study> prepare_study(const std::string& scenario_path,
                                               const std::vector<std::string>& plan_paths,
                                               const std::vector<std::string>& overrides, InputFiles& files,
                                               Reading& reading) {
  std::optional<Written> written = read(scenario_path, plan_paths, overrides, files, reading);
  if (!written) return std::nullopt;
  std::vector<PreparedPlan> tried;
  (void)compiled_baseline(written->baseline, reading.diagnostics);
  for (const Plan& plan : written->plans) add_plan(written->baseline, plan, reading.diagnostics, tried);
  if (reading.diagnostics.has_errors()) return std::nullopt;
  return experiment::Study(std::move(written->baseline), std::move(written->plans));
}

experiment::Study study_to_tell_of(const std::string& scenario_path,
                                   const std::vector<std::string>& plan_paths,
                                   const std::vector<std::string>& overrides, InputFiles& files,
                                   Reading& reading) {
  std::optional<experiment::Study> study =
      prepare_study(scenario_path, plan_paths, overrides, files, reading);
  std::cerr << scenario::render(reading.diagnostics, reading.sources);
  if (!study) throw BadFiles();
  return std::move(*study);
}

std::optional<Prepared> prepare(const std::string& scenario_path, const std::vector<std::string>& plan_paths,
                                const std::vector<std::string>& overrides, InputFiles& files,
                                Reading& reading) {
  std::optional<Written> written = read(scenario_path, plan_paths, overrides, files, reading);
  if (!written) return std::nullopt;
  Prepared prepared;
  std::optional<PreparedPlan> baseline = compiled_baseline(written->baseline, reading.diagnostics);
  if (baseline) prepared.plans.push_back(std::move(*baseline));
  for (const Plan& plan : written->plans)
    add_plan(written->baseline, plan, reading.diagnostics, prepared.plans);
  if (reading.diagnostics.has_errors()) return std::nullopt;
  prepared.written = std::move(*written);
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
