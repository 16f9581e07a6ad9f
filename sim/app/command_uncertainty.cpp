#include <CLI/CLI.hpp>
#include <memory>

#include "command_line.hpp"
#include "command_text.hpp"
#include "option_text.hpp"
#include "uncertainty_job.hpp"

namespace sendcap::app {
namespace {

// What was typed, not yet understood.
struct UncertaintyText {
  UncertaintyOrder order;
  ExperimentText common;
  std::string points;
  std::string replications;
  std::string spread;
};

UncertaintyOrder understood(const UncertaintyText& text, const CLI::App& command) {
  const auto given = [&](const std::string& option) { return command.count(option) > 0; };
  UncertaintyOrder order = text.order;
  understand(command, text.common, order.common);
  constexpr std::uint64_t kMostPoints = 100'000;
  if (given("--points"))
    order.options.points = static_cast<std::size_t>(whole_number("--points", text.points, 10, kMostPoints));
  if (given("--replications"))
    order.options.replications =
        static_cast<std::uint32_t>(whole_number("--replications", text.replications, 3, kMostPoints));
  if (given("--spread"))
    order.options.spread =
        static_cast<experiment::Spread>(one_of("--spread", text.spread, {"triangular", "uniform"}));
  return order;
}

}  // namespace

void add_uncertainty_command(CLI::App& program, const std::vector<std::string>& arguments, Action& action) {
  CLI::App* command =
      program.add_subcommand("uncertainty", "Tell how sure an answer is over all ranges at once");
  const auto text = std::make_shared<UncertaintyText>();
  text->order.common.command = "uncertainty";
  text->order.common.arguments = arguments;
  command->add_option("SCENARIO", text->order.common.scenario, "The scenario file")
      ->required()
      ->type_name("");
  command->add_option("PLAN", text->order.common.plans, "Plans, to ask about what they change")
      ->type_name("");
  const auto add = [&](const std::string& name, auto& value, const std::string& what,
                       const std::string& about) {
    return command->add_option(name, value, about)->type_name(what);
  };
  add("--points", text->points, "N", "Sets of values to try (100)");
  add("--replications", text->replications, "M", "How many times each (10)");
  add("--spread", text->spread, "SHAPE", "triangular (most likely as it stands) or uniform");
  add("--outcome", text->order.outcomes, "OUTCOME", "'MEASURE; SUBJECT', or spending; may be given again")
      ->allow_extra_args(false);
  add("--inputs", text->order.inputs, "PATTERN", "Only figures with this in their path; * is anything")
      ->allow_extra_args(false);
  add_experiment_options(*command, text->order.common, text->common);
  add_report_option(*command, text->common.report);
  command->footer(examples({"sendcap uncertainty county.yaml",
                            "sendcap uncertainty county.yaml three-bases.yaml more-clinics.yaml",
                            "sendcap uncertainty county.yaml three-bases.yaml --points 300 --out sure"}) +
                  "\nAll figures with a range are drawn together (Latin hypercube). What ranges do\n"
                  "is told apart from chance.");
  command->callback([text, command, &action] {
    action = [order = understood(*text, *command)] { return do_uncertainty(order); };
  });
}

}  // namespace sendcap::app
