#include "observation.hpp"

#include <cmath>
#include <fstream>
#include <iterator>
#include <optional>
#include <stdexcept>

#include "sendcap/experiment/run.hpp"
#include "sendcap/model/compile.hpp"
#include "sendcap/scenario/load.hpp"

namespace sendcap::theory {
namespace {

std::optional<std::string> read_from_disk(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

// One text under any name.
scenario::FileReader only(const std::string& text) {
  return [text](const std::string&) { return std::optional<std::string>(text); };
}

scenario::Scenario loaded(const std::string& path, const std::vector<std::string>& overrides,
                          const scenario::FileReader& read_file) {
  scenario::Sources sources;
  scenario::Diagnostics diagnostics;
  std::optional<scenario::Scenario> scenario =
      scenario::load_scenario(path, overrides, read_file, sources, diagnostics);
  // Compiling finds the rest of the mistakes, while their places are still known.
  if (scenario) static_cast<void>(model::compile(*scenario, diagnostics));
  if (!scenario || diagnostics.has_errors()) throw std::runtime_error(render(diagnostics, sources));
  return *std::move(scenario);
}

testing::AssertionResult compared(const engine::Tally& observed, double expected, double resolution,
                                  double precision) {
  const engine::Interval interval = engine::student_t_interval(observed, kConfidence);
  const bool covered = interval.low <= expected && expected <= interval.high + resolution;
  const bool sharp = interval.half_width() <= precision * std::fabs(expected);
  if (covered && sharp) return testing::AssertionSuccess();
  return testing::AssertionFailure() << "theory says " << expected << ", " << observed.count()
                                     << " replications say " << interval.mean << " (" << interval.low
                                     << " to " << interval.high + resolution << " at " << 100 * kConfidence
                                     << "%)" << (sharp ? "" : ": too wide to tell anything");
}

}  // namespace

std::string verification_file(std::string_view name) {
  return std::string(SENDCAP_VERIFICATION_SCENARIOS) + "/" + std::string(name);
}

scenario::Scenario load_file(const std::string& path, const std::vector<std::string>& overrides) {
  return loaded(path, overrides, read_from_disk);
}

scenario::Scenario load_text(const std::string& text) {
  return loaded("scenario.yaml", {}, only(text));
}

scenario::Scenario with_plan(const scenario::Scenario& baseline, const std::string& plan) {
  scenario::Sources sources;
  scenario::Diagnostics diagnostics;
  const std::optional<scenario::Plan> read =
      scenario::load_plan("plan.yaml", only(plan), sources, diagnostics);
  if (!read) throw std::runtime_error(render(diagnostics, sources));
  scenario::Scenario changed = scenario::apply(baseline, *read, diagnostics);
  if (diagnostics.has_errors()) throw std::runtime_error(render(diagnostics, sources));
  return changed;
}

model::Model compiled(const scenario::Scenario& scenario) {
  scenario::Diagnostics diagnostics;
  std::optional<model::Model> model = model::compile(scenario, diagnostics);
  if (!model) throw std::runtime_error(render(diagnostics, scenario::Sources()));
  return *std::move(model);
}

std::vector<model::Measures> replications_of(const model::Model& model, std::uint64_t seed,
                                             std::uint32_t count, unsigned threads) {
  experiment::RunOptions options;
  options.seed = seed;
  options.replications = count;
  options.threads = threads;
  experiment::Estimates estimates(model.layout);
  std::vector<model::Measures> all;
  experiment::run(model, options, estimates,
                  [&](std::uint32_t, const model::Measures& measures) { all.push_back(measures); });
  return all;
}

Observation::Observation(std::string_view file, std::uint32_t replications, std::uint64_t seed)
    : model_(compiled(load_file(verification_file(file)))),
      measures_(replications_of(model_, seed, replications)) {}

engine::Tally Observation::each(const std::function<double(const model::Measures&)>& value) const {
  engine::Tally tally;
  for (const model::Measures& measures : measures_) tally.add(value(measures));
  return tally;
}

std::size_t Observation::cell(std::string_view measure, std::string_view subject, std::size_t date) const {
  const model::Column* column = model_.layout.find(measure, subject);
  if (column == nullptr)
    throw std::runtime_error("no measure '" + std::string(measure) + "' of '" + std::string(subject) + "'");
  return model_.layout.cell(*column, date, 0);
}

std::size_t Observation::service(std::string_view name) const {
  for (std::size_t s = 0; s < model_.services.size(); ++s)
    if (model_.services[s].name == name) return s;
  throw std::runtime_error("no service '" + std::string(name) + "'");
}

engine::Tally Observation::whole_run(std::string_view measure, std::string_view subject) const {
  const std::size_t at = cell(measure, subject, model_.layout.dates.size() - 1);
  return each([at](const model::Measures& measures) { return measures.values[at]; });
}

engine::Tally Observation::at_date(std::string_view date, std::string_view measure,
                                   std::string_view subject) const {
  for (std::size_t d = 0; d < model_.layout.dates.size(); ++d) {
    if (model_.layout.dates[d].date != date) continue;
    const std::size_t at = cell(measure, subject, d);
    return each([at](const model::Measures& measures) { return measures.values[at]; });
  }
  throw std::runtime_error("nothing is reported for " + std::string(date));
}

engine::Tally Observation::ratio(std::string_view part, std::string_view whole,
                                 std::string_view subject) const {
  const std::size_t last = model_.layout.dates.size() - 1;
  const std::size_t above = cell(part, subject, last);
  const std::size_t below = cell(whole, subject, last);
  return each(
      [=](const model::Measures& measures) { return measures.values[above] / measures.values[below]; });
}

engine::Tally Observation::time_with(std::size_t present, std::string_view name) const {
  const std::size_t s = service(name);
  return each([=](const model::Measures& measures) {
    return present < measures.presence[s].size() ? measures.presence[s][present] : 0.0;
  });
}

engine::Tally Observation::time_with_at_least(std::size_t present, std::string_view name) const {
  const std::size_t s = service(name);
  return each([=](const model::Measures& measures) {
    double sum = 0;
    for (std::size_t n = present; n < measures.presence[s].size(); ++n) sum += measures.presence[s][n];
    return sum;
  });
}

testing::AssertionResult agrees(const engine::Tally& observed, double expected, double precision) {
  return compared(observed, expected, 0, precision);
}

testing::AssertionResult agrees_to_resolution(const engine::Tally& observed, double expected,
                                              double resolution, double precision) {
  return compared(observed, expected, resolution, precision);
}

}  // namespace sendcap::theory
