#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <utility>

#include "command_line.hpp"
#include "command_text.hpp"
#include "input_files.hpp"
#include "option_text.hpp"
#include "prepare.hpp"
#include "sendcap/report/inputs_list.hpp"
#include "standard_output.hpp"
#include "workbook_file.hpp"

namespace sendcap::app {
namespace {

enum class ListFormat { table, csv };

struct InputsOrder {
  std::string scenario;
  std::vector<std::string> plans;
  std::vector<std::string> overrides;
  bool uncertain = false;
  ListFormat format = ListFormat::table;
  std::optional<std::string> xlsx;
};

// What was typed, not yet understood.
struct InputsText {
  InputsOrder order;
  std::string format;
  std::string xlsx;
};

std::vector<experiment::Input> wanted_inputs(const experiment::Study& study, bool uncertain) {
  std::vector<experiment::Input> inputs;
  for (const experiment::Input& input : report::listed_inputs(study))
    if (!uncertain || (input.range && input.range->least < input.range->most)) inputs.push_back(input);
  return inputs;
}

// What was asked for as a workbook is not printed too, unless a format was named.
ExitCode list_inputs(const InputsOrder& order, bool print_too) {
  std::optional<WorkbookFile> workbook;
  if (order.xlsx) workbook.emplace(*order.xlsx);
  InputFiles files;
  Reading reading;
  const experiment::Study study =
      study_to_tell_of(order.scenario, order.plans, order.overrides, files, reading);
  const std::vector<experiment::Input> inputs = wanted_inputs(study, order.uncertain);
  if (print_too)
    print_from([&](std::ostream& out) {
      if (order.format == ListFormat::csv) return report::write_inputs_csv(out, inputs, reading.sources);
      out << report::inputs_text(inputs, reading.sources);
    });
  if (workbook)
    workbook->write(report::inputs_workbook(study.baseline().title, inputs, reading.sources), false);
  return kDone;
}

}  // namespace

void add_inputs_command(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("inputs", "List the figures that may be changed");
  const auto text = std::make_shared<InputsText>();
  command->add_option("SCENARIO", text->order.scenario, "The scenario file")->required()->type_name("");
  command->add_option("--plan", text->order.plans, "Those of this plan too; may be given again")
      ->type_name("FILE")
      ->allow_extra_args(false);
  command->add_option("--set", text->order.overrides, "Change a value; may be given again")
      ->type_name("PATH=VALUE")
      ->allow_extra_args(false);
  command->add_flag("--uncertain", text->order.uncertain, "Only those with a range");
  command->add_option("--format", text->format, "Print a table (the default) or csv")->type_name("FORMAT");
  command->add_option("--xlsx", text->xlsx, "Write a workbook, with room for values of your own")
      ->type_name("FILE");
  command->footer(examples({"sendcap inputs county.yaml", "sendcap inputs county.yaml --uncertain",
                            "sendcap inputs county.yaml --plan more-clinics.yaml --xlsx inputs.xlsx"}) +
                  "\nEach can be changed with --set, in its file, or by sensitivity and calibrate.");
  command->callback([text, command, &action] {
    InputsOrder order = text->order;
    const bool named = command->count("--format") > 0;
    if (named) order.format = static_cast<ListFormat>(one_of("--format", text->format, {"table", "csv"}));
    if (command->count("--xlsx") > 0) order.xlsx = workbook_name("--xlsx", text->xlsx);
    action = [order, print_too = named || !order.xlsx] { return list_inputs(order, print_too); };
  });
}

}  // namespace sendcap::app
