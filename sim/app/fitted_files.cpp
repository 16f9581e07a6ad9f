#include "fitted_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>
#include <optional>

#include "faults.hpp"
#include "output_folder.hpp"
#include "sendcap/experiment/changed_values.hpp"
#include "sendcap/scenario/load.hpp"

namespace sendcap::app {
namespace {

namespace fs = std::filesystem;
using scenario::NewValue;

constexpr const char* kFolder = "fitted";

// Where the copy of a file stands within the folder of copies. Files that are included stand in the
// scenario's folder or below.
fs::path place_of_copy(const std::string& scenario, const std::string& name) {
  const fs::path folder = fs::path(scenario).parent_path();
  return folder.empty() ? fs::path(name) : fs::path(name).lexically_relative(folder);
}

// The files of the scenario among the texts that were read: overrides and tables come after them.
std::uint32_t count_of_files(const scenario::Sources& sources, const std::string& observed) {
  std::uint32_t count = 0;
  while (count < sources.size() && sources.name(count) != "--set" && sources.name(count) != observed) ++count;
  return count;
}

experiment::WorldChoice choice_of(const experiment::Calibration& calibration) {
  std::map<std::size_t, double> values;
  for (const experiment::FittedValue& value : calibration.values) values[value.of.input] = value.value;
  experiment::WorldChoice choice;
  for (const auto& [input, value] : values) choice.settings.push_back({input, value});
  return choice;
}

// What is to be changed: fitted values with what is known of them, and what moves with them.
std::vector<NewValue> new_values(const report::CalibrationReport& report, const scenario::Scenario& fitted) {
  std::vector<NewValue> values = experiment::changed_values(report.study->baseline(), fitted);
  for (const experiment::FittedValue& one : report.calibration->values) {
    const experiment::Input& input = report.study->inputs()[one.of.input];
    const auto here = [&](const NewValue& value) {
      return value.place.file == input.place.file && value.place.line == input.place.line &&
             value.place.column == input.place.column;
    };
    auto found = std::find_if(values.begin(), values.end(), here);
    if (found == values.end())
      found = values.insert(values.end(), {input.place, input.kind, one.value, {}, {}, {}, {}});
    found->range = {one.interval.low, one.interval.high};
    found->source = report::source_of_fit(report);
    found->quality = scenario::Quality::derived;
  }
  return values;
}

void check_copies(const std::map<std::string, std::string>& texts, const std::string& scenario,
                  const std::vector<std::string>& overrides, const experiment::Study& study,
                  const experiment::WorldChoice& choice) {
  scenario::Sources sources;
  scenario::Diagnostics diagnostics;
  const auto reader = [&](const std::string& name) {
    const auto found = texts.find(name);
    return found == texts.end() ? std::nullopt : std::optional<std::string>(found->second);
  };
  std::optional<scenario::Scenario> again =
      scenario::load_scenario(scenario, overrides, reader, sources, diagnostics);
  if (!again) {
    std::cerr << scenario::render(diagnostics, sources);
    complain("the scenario can not be written with the fitted values");
    throw BadFiles();
  }
  const experiment::Study copy(std::move(*again), {});
  for (const experiment::Setting& setting : choice.settings) {
    const std::string name = study.inputs()[setting.input].name();
    const std::optional<std::size_t> found = copy.find_input(name);
    if (!found || copy.inputs()[*found].is != setting.value)
      throw std::logic_error(fmt::format("'{}' was not written as it was fitted", name));
  }
}

}  // namespace

void refuse_originals(const std::string& out, const std::string& scenario, const scenario::Sources& sources) {
  std::error_code none;
  const fs::path copy = fs::path(out) / kFolder / place_of_copy(scenario, scenario);
  if (sources.size() > 0 && fs::exists(copy, none) && fs::equivalent(copy, scenario, none))
    throw UsageFault(fmt::format("the fitted scenario would be written over '{}'", scenario),
                     "choose another folder with --out");
}

std::string write_fitted_files(const std::string& out, const std::string& scenario,
                               const std::vector<std::string>& overrides, const scenario::Sources& sources,
                               const report::CalibrationReport& report) {
  const experiment::WorldChoice choice = choice_of(*report.calibration);
  scenario::Diagnostics diagnostics;
  const scenario::Scenario fitted = report.study->scenario(choice, diagnostics);
  const std::vector<NewValue> values = new_values(report, fitted);
  std::map<std::string, std::string> texts;
  for (std::uint32_t file = 0; file < count_of_files(sources, report.observed); ++file) {
    std::vector<NewValue> here;
    for (const NewValue& value : values)
      if (value.place.file == file) here.push_back(value);
    std::optional<std::string> text = sources.text(file);
    if (!here.empty()) text = scenario::rewrite(sources, file, here, diagnostics);
    if (text) texts[sources.name(file)] = std::move(*text);
  }
  if (diagnostics.has_errors()) {
    std::cerr << scenario::render(diagnostics, sources);
    complain("the scenario can not be written with the fitted values");
    throw BadFiles();
  }
  check_copies(texts, scenario, overrides, *report.study, choice);
  const fs::path folder = fs::path(out) / kFolder;
  for (const auto& [name, text] : texts) {
    const fs::path copy = folder / place_of_copy(scenario, name);
    make_folder(copy.parent_path());
    write_file(copy, text);
  }
  return (folder / place_of_copy(scenario, scenario)).string();
}

}  // namespace sendcap::app
