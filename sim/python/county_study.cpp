#include "county_study.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "sendcap/experiment/backtest.hpp"
#include "sendcap/experiment/change_inputs.hpp"
#include "sendcap/report/inputs_list.hpp"
#include "sendcap/report/sha256.hpp"
#include "sendcap/report/world_json.hpp"
#include "sendcap/scenario/language/new_diagnostics.hpp"
#include "sendcap/scenario/language/quantity_text.hpp"
#include "sendcap/scenario/load.hpp"

namespace sendcap::python {
namespace {

using scenario::Diagnostics;
namespace fs = std::filesystem;

constexpr const char* kOfPlan = "plan ";
constexpr const char* kBaseline = "baseline";  // as the program calls the scenario as it stands

void expect_file(const std::string& path) {
  std::error_code none;
  if (path.find('\0') != std::string::npos || !fs::is_regular_file(path, none))
    throw WrongFiles(fmt::format("no such file: '{}'", path));
}

void refuse_same_titles(const std::vector<scenario::Plan>& plans) {
  std::set<std::string> titles{kBaseline};
  for (const scenario::Plan& plan : plans)
    if (!titles.insert(plan.title).second)
      throw WrongFiles(
          fmt::format("two plans are called '{}': give each a name of its own ('{}' is the scenario "
                      "as it stands)",
                      plan.title, kBaseline));
}

// `plan TITLE: PATH=VALUE`, found among the inputs and read.
experiment::Setting setting_of(const experiment::Study& study, const std::string& change) {
  std::size_t equals = change.find('=');
  std::optional<std::size_t> number;
  for (; equals != std::string::npos; equals = change.find('=', equals + 1)) {  // a title may hold one too
    number = study.find_input(change.substr(0, equals));
    if (number) break;
  }
  const std::string path = change.substr(0, number ? equals : change.find('='));
  if (!number)
    throw WrongFiles(fmt::format("no plan has an input '{}': inputs() lists those there are", path));
  const experiment::Input& input = study.inputs()[*number];
  const auto value = scenario::parse_quantity(input.kind, change.substr(equals + 1));
  if (!value) throw WrongFiles(fmt::format("{}: {}", path, value.error.message));
  if (*value < input.least || *value > input.most)
    throw WrongFiles(fmt::format("{}: {} lies outside {} to {}", path, input.text(*value),
                                 input.text(input.least), input.text(input.most)));
  return {*number, *value};
}

// Changes what stands in the plans, so that everything told of them tells the changed values.
void change_plans(const scenario::Scenario& baseline, std::vector<scenario::Plan>& plans,
                  const std::vector<std::string>& changes) {
  if (changes.empty()) return;
  const experiment::Study as_written(baseline, plans);
  std::vector<std::map<std::string, double>> values(plans.size());
  for (const std::string& change : changes) {
    const experiment::Setting setting = setting_of(as_written, change);
    const experiment::Input& input = as_written.inputs()[setting.input];
    for (const std::string& path : input.paths) values[*input.plan][path] = setting.value;
  }
  for (std::size_t plan = 0; plan < plans.size(); ++plan)
    experiment::change_inputs(plans[plan], values[plan]);
}

// As a text of Python.
std::string in_quotes(const std::string& text) {
  std::string quoted = "\"";
  for (const char letter : text) {
    if (letter == '"' || letter == '\\') quoted += '\\';
    quoted += letter;
  }
  return quoted + '"';
}

}  // namespace

CountyStudy::CountyStudy(const std::string& scenario_path, const std::vector<std::string>& plan_paths,
                         const std::vector<std::string>& changes)
    : scenario_path_(scenario_path), plan_paths_(plan_paths), changes_(changes) {
  expect_file(scenario_path);
  for (const std::string& path : plan_paths) expect_file(path);
  std::vector<std::string> of_scenario;
  std::vector<std::string> of_plans;
  for (const std::string& change : changes)
    (change.rfind(kOfPlan, 0) == 0 ? of_plans : of_scenario).push_back(change);
  const auto reader = [this](const std::string& path) { return read_file(path); };
  Diagnostics diagnostics;
  auto baseline = scenario::load_scenario(scenario_path, of_scenario, reader, sources_, diagnostics);
  std::vector<scenario::Plan> plans;
  for (const std::string& path : plan_paths)
    if (auto plan = scenario::load_plan(path, reader, sources_, diagnostics))
      plans.push_back(std::move(*plan));
  if (baseline && !diagnostics.has_errors()) {
    refuse_same_titles(plans);
    change_plans(*baseline, plans, of_plans);
    description_.title = baseline->title;
    description_.overrides = changes;
    study_.emplace(std::move(*baseline), std::move(plans));
    try_worlds(diagnostics);
  }
  const std::string text = scenario::render(diagnostics, sources_);
  if (diagnostics.has_errors()) throw WrongFiles(text);
  warnings_ = text;
}

std::optional<std::string> CountyStudy::read_file(const std::string& path) {
  constexpr std::uintmax_t kLargestFile = std::uintmax_t{64} << 20U;  // as the program has it
  std::error_code none;
  if (!fs::is_regular_file(path, none) || fs::file_size(path, none) > kLargestFile) return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  const bool is_known = std::any_of(description_.files.begin(), description_.files.end(),
                                    [&](const report::InputFile& one) { return one.name == path; });
  if (!is_known) description_.files.push_back({path, report::sha256(text)});
  return text;
}

void CountyStudy::try_worlds(Diagnostics& diagnostics) const {
  for (std::size_t number = 0; number < worlds(); ++number) {
    Diagnostics own;
    const auto world = study_->world(choice(number), own);
    // Published figures are not needed to run a scenario, but what they are about has to exist.
    if (number == 0 && world)
      (void)experiment::find_observed(study_->baseline(), world->model.layout, {}, own);
    scenario::add_new(diagnostics, own);
  }
}

experiment::WorldChoice CountyStudy::choice(std::size_t world) const {
  experiment::WorldChoice choice;
  if (world > 0) choice.plan = world - 1;
  return choice;
}

std::string CountyStudy::loading() const {
  std::string text = "sendcap.load(" + in_quotes(scenario_path_);
  std::string plans;
  for (const std::string& path : plan_paths_) plans += (plans.empty() ? "" : ", ") + in_quotes(path);
  if (!plans.empty()) text += ", plans=[" + plans + "]";
  std::string changes;
  for (const std::string& change : changes_) {
    const std::size_t equals = change.find('=');
    changes += (changes.empty() ? "" : ", ") + in_quotes(change.substr(0, equals)) + ": " +
               in_quotes(change.substr(equals + 1));
  }
  if (!changes.empty()) text += ", changes={" + changes + "}";
  return text + ")";
}

experiment::World CountyStudy::world(std::size_t number) const {
  Diagnostics diagnostics;
  auto world = study_->world(choice(number), diagnostics);
  if (!world) throw WrongFiles(scenario::render(diagnostics, sources_));
  return std::move(*world);
}

std::string CountyStudy::name(std::size_t world, const std::string& baseline) const {
  return world == 0 ? baseline : study_->plans()[world - 1].title;
}

const std::string& CountyStudy::about(std::size_t world) const {
  return world == 0 ? study_->baseline().description : study_->plans()[world - 1].description;
}

std::string CountyStudy::world_json() const {
  return report::world_json(study_->baseline(), world(0).model.layout);
}

std::vector<InputLine> CountyStudy::inputs() const {
  std::vector<InputLine> lines;
  for (const experiment::Input& input : report::listed_inputs(*study_)) {
    InputLine line;
    line.path = input.name();
    if (input.plan) line.plan = input.plan_title;
    line.value = input.is;
    line.text = input.text(input.is);
    if (input.range) {
      line.low = input.range->least;
      line.high = input.range->most;
    }
    line.source = input.source;
    line.quality = scenario::enum_words(input.quality)[static_cast<std::size_t>(input.quality)];
    line.help = input.help;
    line.place = sources_.describe(input.place);
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace sendcap::python
