#include "run_text.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "sendcap/experiment/run.hpp"
#include "sendcap/model/compile.hpp"
#include "sendcap/scenario/load.hpp"

namespace sendcap::testing {
namespace {

std::optional<scenario::Scenario> read(const std::string& yaml, scenario::Sources& sources,
                                       scenario::Diagnostics& diagnostics) {
  const auto reader = [&](const std::string&) { return std::optional<std::string>(yaml); };
  return scenario::load_scenario("test.yaml", {}, reader, sources, diagnostics);
}

}  // namespace

scenario::Scenario scenario_from(const std::string& yaml) {
  scenario::Sources sources;
  scenario::Diagnostics diagnostics;
  auto loaded = read(yaml, sources, diagnostics);
  if (!loaded) throw std::runtime_error(scenario::render(diagnostics, sources));
  return *loaded;
}

model::Model model_from(const std::string& yaml) {
  scenario::Sources sources;
  scenario::Diagnostics diagnostics;
  const auto loaded = read(yaml, sources, diagnostics);
  std::optional<model::Model> model;
  if (loaded) model = model::compile(*loaded, diagnostics);
  if (!model) throw std::runtime_error(scenario::render(diagnostics, sources));
  return std::move(*model);
}

model::Model model_with(const std::string& yaml, const std::string& interventions) {
  scenario::Sources sources;
  scenario::Diagnostics diagnostics;
  const auto plan = scenario::load_plan(
      "plan.yaml",
      [&](const std::string&) {
        return std::optional<std::string>("plan: a plan\ninterventions:\n" + interventions);
      },
      sources, diagnostics);
  std::optional<model::Model> model;
  if (plan) {
    const scenario::Scenario changed = scenario::apply(scenario_from(yaml), *plan, diagnostics);
    if (!diagnostics.has_errors()) model = model::compile(changed, diagnostics);
  }
  if (!model) throw std::runtime_error(scenario::render(diagnostics, sources));
  return std::move(*model);
}

std::string complaints_about(const std::string& yaml) {
  scenario::Sources sources;
  scenario::Diagnostics diagnostics;
  const auto loaded = read(yaml, sources, diagnostics);
  if (loaded) static_cast<void>(model::compile(*loaded, diagnostics));
  return scenario::render(diagnostics, sources);
}

Results::Results(model::Model model, std::uint32_t replications, std::uint64_t seed)
    : model_(std::move(model)), estimates_(model_.layout) {
  experiment::RunOptions options;
  options.replications = replications;
  options.seed = seed;
  experiment::run(model_, options, estimates_);
}

std::size_t Results::cell(std::string_view measure, std::string_view subject, std::string_view date,
                          std::string_view group) const {
  const model::MeasureLayout& layout = model_.layout;
  const model::Column* column = layout.find(measure, subject);
  if (column == nullptr)
    throw std::runtime_error("no measure '" + std::string(measure) + "' of '" + std::string(subject) + "'");
  std::size_t date_index = layout.dates.size() - 1;
  if (!date.empty()) {
    const auto found = std::find_if(layout.dates.begin(), layout.dates.end(),
                                    [&](const model::ReportDate& one) { return one.date == date; });
    if (found == layout.dates.end()) throw std::runtime_error("no report date " + std::string(date));
    date_index = static_cast<std::size_t>(found - layout.dates.begin());
  }
  const auto found = std::find(layout.groups.begin(), layout.groups.end(), group);
  if (found == layout.groups.end()) throw std::runtime_error("no group '" + std::string(group) + "'");
  const auto index = static_cast<std::size_t>(found - layout.groups.begin());
  if (!layout.has_group(*column, index))
    throw std::runtime_error("'" + std::string(measure) + "' of '" + std::string(subject) +
                             "' is not given for '" + std::string(group) + "'");
  return layout.cell(*column, date_index, index);
}

double Results::mean(std::string_view measure, std::string_view subject, std::string_view date,
                     std::string_view group) const {
  return estimates_.tally(cell(measure, subject, date, group)).mean();
}

engine::Interval Results::interval(std::string_view measure, std::string_view subject, double level,
                                   std::string_view date, std::string_view group) const {
  return estimates_.interval(cell(measure, subject, date, group), level);
}

}  // namespace sendcap::testing
