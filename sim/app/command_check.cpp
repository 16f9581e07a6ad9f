#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "command_line.hpp"
#include "command_text.hpp"
#include "input_files.hpp"
#include "prepare.hpp"
#include "sendcap/scenario/language/yaml.hpp"
#include "sendcap/scenario/load.hpp"
#include "standard_output.hpp"

namespace sendcap::app {
namespace {

struct CheckOrder {
  std::vector<std::string> files;
  std::string baseline;
};

enum class Written { scenario, plan, search };

// A file with the key `plan` is a plan, one with `search` a search; anything else is taken for a scenario.
Written what_is(const std::string& path, InputFiles& files) {
  scenario::Sources sources;
  scenario::Diagnostics ignored;  // they are shown when the file is read in earnest
  const std::uint32_t file = sources.add(path, files.read(path).value_or(""));
  const std::optional<scenario::Node> root = scenario::read_yaml(sources, file, ignored);
  if (root && root->find("plan") != nullptr) return Written::plan;
  return root && root->find("search") != nullptr ? Written::search : Written::scenario;
}

void read_plan(const std::string& path, const std::string& baseline, InputFiles& files, Reading& reading) {
  if (!baseline.empty()) {
    (void)prepare(baseline, {path}, {}, files, reading);
    return;
  }
  (void)scenario::load_plan(path, files.reader(), reading.sources, reading.diagnostics);
}

void read_search(const std::string& path, const std::string& baseline, InputFiles& files, Reading& reading) {
  if (!baseline.empty())
    (void)prepare_search(baseline, path, {}, files, reading);
  else
    (void)scenario::load_search(path, files.reader(), reading.sources, reading.diagnostics);
}

// Shows what is wrong with one file; true when it can be run.
bool check(const std::string& path, const std::string& baseline) {
  InputFiles files;
  files.expect(path);
  Reading reading;
  const Written written = what_is(path, files);
  switch (written) {
    case Written::plan:
      read_plan(path, baseline, files, reading);
      break;
    case Written::search:
      read_search(path, baseline, files, reading);
      break;
    case Written::scenario:
      (void)prepare(path, {}, {}, files, reading);
  }
  const scenario::Diagnostics& found = reading.diagnostics;
  std::cerr << scenario::render(found, reading.sources);
  const std::size_t warnings = found.size() - found.errors();
  if (found.has_errors()) {
    complain(fmt::format("{}: {} error{}", path, found.errors(), found.errors() == 1 ? "" : "s"));
    return false;
  }
  const std::string names =
      baseline.empty() && written != Written::scenario ? " (its names are checked with --baseline)" : "";
  print(warnings == 0 ? fmt::format("{}: fine{}\n", path, names)
                      : fmt::format("{}: fine{}, with {} warning{}\n", path, names, warnings,
                                    warnings == 1 ? "" : "s"));
  return true;
}

ExitCode check_all(const CheckOrder& order) {
  ExitCode code = kDone;
  for (const std::string& path : order.files) {
    try {
      if (!check(path, order.baseline)) code = kBadInput;
    } catch (const UsageFault& fault) {  // a missing file; the others are checked all the same
      complain(fault.what(), fault.hint());
      code = kBadInput;
    }
  }
  return code;
}

}  // namespace

void add_check_command(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("check", "Find the mistakes of scenarios, plans and searches");
  const auto order = std::make_shared<CheckOrder>();
  command->add_option("FILE", order->files, "Scenario, plan or search files")->required()->type_name("...");
  command->add_option("--baseline", order->baseline, "Check plans and searches on this scenario too")
      ->type_name("SCENARIO");
  command->footer(
      examples({"sendcap check county.yaml", "sendcap check --baseline county.yaml plans/*.yaml"}) +
      "\nAll mistakes are shown at once, each with file:line:column; exit code 2 when\nthere is one.");
  command->callback([order, &action] { action = [order] { return check_all(*order); }; });
}

}  // namespace sendcap::app
