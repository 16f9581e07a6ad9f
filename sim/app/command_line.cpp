#include "command_line.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <string_view>

#include "command_text.hpp"
#include "sendcap/scenario/language/name_check.hpp"
#include "standard_output.hpp"

namespace sendcap::app {
namespace {

constexpr const char* kAbout =
    "Simulates services for children with special educational needs and disabilities:\n"
    "who waits how long, and what a change would do. Scenarios are YAML files.";

constexpr const char* kExitCodes =
    "Exit codes: 0 done; 1 failed (disk, memory, or a fault of the program);\n"
    "2 bad file or usage; 130 stopped with Ctrl-C.";

std::vector<std::string> names_of_commands(const CLI::App& program) {
  std::vector<std::string> names;
  for (const CLI::App* command : program.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(command->get_name());
  return names;
}

std::vector<std::string> names_of_options(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options())
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  return names;
}

std::string suggestion(const std::string& word, const std::vector<std::string>& names) {
  const std::vector<std::string_view> views(names.begin(), names.end());
  return scenario::suggest(word, views);
}

// `sendcap help run` is `sendcap run --help`.
std::vector<std::string> without_help_word(std::vector<std::string> arguments) {
  if (arguments.empty() || arguments.front() != "help") return arguments;
  arguments.erase(arguments.begin());
  arguments.emplace_back("--help");
  return arguments;
}

void refuse_unknown_command(const CLI::App& program, const std::vector<std::string>& arguments) {
  if (arguments.empty()) throw UsageFault("no command", "sendcap --help shows the commands");
  if (arguments.front().front() == '-') return;
  const std::vector<std::string> names = names_of_commands(program);
  if (std::find(names.begin(), names.end(), arguments.front()) == names.end())
    throw UsageFault(fmt::format("no command '{}'", arguments.front()), suggestion(arguments.front(), names));
}

[[noreturn]] void refuse(const CLI::App& program, const CLI::ParseError& error) {
  const std::vector<CLI::App*> chosen = program.get_subcommands();
  const CLI::App& command = chosen.empty() ? program : *chosen.front();
  const std::string help = fmt::format("see sendcap {}{}--help", chosen.empty() ? "" : command.get_name(),
                                       chosen.empty() ? "" : " ");
  for (const std::string& argument : program.remaining(true)) {
    if (argument.size() > 1 && argument.front() == '-') {
      const std::string option = argument.substr(0, argument.find('='));
      throw UsageFault(fmt::format("no option '{}'", option), suggestion(option, names_of_options(command)));
    }
    throw UsageFault(fmt::format("'{}' was not expected", argument), help);
  }
  throw UsageFault(error.what(), help);
}

}  // namespace

ExitCode run_command_line(const std::vector<std::string>& arguments) {
  CLI::App program(kAbout, "sendcap");
  program.set_version_flag("--version", "sendcap " SENDCAP_VERSION, "Print the version and exit");
  program.set_help_flag("-h,--help", "Print this help and exit");
  program.require_subcommand(1);
  program.get_formatter()->column_width(28);
  program.footer(
      examples({"sendcap run county.yaml", "sendcap run county.yaml --plan more-clinics.yaml --out results",
                "sendcap check county.yaml"}) +
      "\nsendcap COMMAND --help tells more of a command.\n\n" + kExitCodes);
  Action action;
  add_run_command(program, arguments, action);
  add_compare_command(program, arguments, action);
  add_sensitivity_command(program, arguments, action);
  add_uncertainty_command(program, arguments, action);
  add_search_command(program, arguments, action);
  add_calibrate_command(program, arguments, action);
  add_trace_command(program, action);
  add_backtest_command(program, arguments, action);
  add_describe_command(program, action);
  add_inputs_command(program, action);
  add_report_command(program, action);
  add_repeat_command(program, arguments, action);
  add_check_command(program, action);
  add_runs_command(program, action);
  add_show_command(program, action);
  add_rerun_command(program, action);
  add_page_commands(program, action);

  std::vector<std::string> words = without_help_word(arguments);
  refuse_unknown_command(program, words);
  std::reverse(words.begin(), words.end());  // as CLI11 wants them
  try {
    program.parse(words);
  } catch (const CLI::Success& asked) {  // for help or the version
    print_from([&](std::ostream& out) { program.exit(asked, out, out); });
    return kDone;
  } catch (const CLI::ParseError& error) {
    refuse(program, error);
  }
  return action();
}

}  // namespace sendcap::app
