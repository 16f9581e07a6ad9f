#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "command_line.hpp"
#include "command_text.hpp"
#include "faults.hpp"
#include "input_files.hpp"
#include "prepare.hpp"
#include "sendcap/report/describe.hpp"
#include "sendcap/report/record.hpp"
#include "standard_output.hpp"

namespace sendcap::app {
namespace {

struct DescribeOrder {
  std::string scenario;
  std::vector<std::string> plans;
  std::vector<std::string> overrides;
  bool pictures = false;
  bool overview = false;
  bool record = false;
};

ExitCode describe_plans(const DescribeOrder& order) {
  InputFiles files;
  Reading reading;
  const experiment::Study study =
      study_to_tell_of(order.scenario, order.plans, order.overrides, files, reading);
  print_from([&](std::ostream& out) {
    if (order.record) return report::write_record(study.baseline(), study.plans(), std::nullopt, out);
    for (const scenario::Plan& plan : study.plans()) {
      if (&plan != &study.plans().front()) out << '\n';
      report::write_plan_description(plan, out);
    }
  });
  return kDone;
}

ExitCode describe(const DescribeOrder& order) {
  if (!order.plans.empty()) return describe_plans(order);
  InputFiles files;
  Reading reading;
  const std::optional<scenario::Scenario> world =
      prepare_scenario(order.scenario, order.overrides, files, reading);
  std::cerr << scenario::render(reading.diagnostics, reading.sources);
  if (!world) throw BadFiles();
  print_from([&](std::ostream& out) {
    if (order.overview) return report::write_overview(*world, out);
    if (order.pictures) return report::write_diagrams(*world, out);
    if (order.record) return report::write_record(*world, {}, std::nullopt, out);
    report::write_description(*world, out);
  });
  return kDone;
}

}  // namespace

void add_describe_command(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("describe", "Explain a scenario in words and pictures");
  const auto order = std::make_shared<DescribeOrder>();
  command->add_option("SCENARIO", order->scenario, "The scenario file")->required()->type_name("");
  command->add_option("--plan", order->plans, "Explain this plan instead; may be given again")
      ->type_name("FILE")
      ->allow_extra_args(false);
  command->add_option("--set", order->overrides, "Change a value; may be given again")
      ->type_name("PATH=VALUE")
      ->allow_extra_args(false);
  command->add_flag("--pictures", order->pictures, "The pictures alone: the whole and each pathway");
  command->add_flag("--overview", order->overview, "The picture of the whole alone");
  command->add_flag("--record", order->record, "The record: STRESS-DES and assumptions");
  command->footer(examples({"sendcap describe county.yaml > county.md",
                            "sendcap describe county.yaml --pictures > pathways.md",
                            "sendcap describe county.yaml --plan more-clinics.yaml"}) +
                  "\nThe page is Markdown; its pictures are Mermaid flowcharts, which most viewers\nof "
                  "Markdown draw.");
  command->callback([order, &action] { action = [order] { return describe(*order); }; });
}

}  // namespace sendcap::app
