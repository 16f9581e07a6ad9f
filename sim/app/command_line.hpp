#pragma once

#include <functional>
#include <string>
#include <vector>

#include "faults.hpp"

namespace CLI {
class App;
}

namespace sendcap::app {

// Understands what was typed (without the program's name) and does it.
ExitCode run_command_line(const std::vector<std::string>& arguments);

// What a command does once all that was typed is understood.
using Action = std::function<ExitCode()>;

// Each command adds itself with its options; when it is chosen, it sets the action.
void add_run_command(CLI::App& program, const std::vector<std::string>& arguments, Action& action);
void add_compare_command(CLI::App& program, const std::vector<std::string>& arguments, Action& action);
void add_sensitivity_command(CLI::App& program, const std::vector<std::string>& arguments, Action& action);
void add_uncertainty_command(CLI::App& program, const std::vector<std::string>& arguments, Action& action);
void add_search_command(CLI::App& program, const std::vector<std::string>& arguments, Action& action);
void add_calibrate_command(CLI::App& program, const std::vector<std::string>& arguments, Action& action);
void add_trace_command(CLI::App& program, Action& action);
void add_backtest_command(CLI::App& program, const std::vector<std::string>& arguments, Action& action);
void add_describe_command(CLI::App& program, Action& action);
void add_inputs_command(CLI::App& program, Action& action);
void add_report_command(CLI::App& program, Action& action);
void add_repeat_command(CLI::App& program, const std::vector<std::string>& arguments, Action& action);
void add_check_command(CLI::App& program, Action& action);
void add_runs_command(CLI::App& program, Action& action);
void add_show_command(CLI::App& program, Action& action);
void add_rerun_command(CLI::App& program, Action& action);
void add_page_commands(CLI::App& program, Action& action);

}  // namespace sendcap::app
