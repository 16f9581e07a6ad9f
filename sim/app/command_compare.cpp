#include <CLI/CLI.hpp>
#include <memory>

#include "command_line.hpp"
#include "command_text.hpp"
#include "compare_job.hpp"
#include "option_text.hpp"

namespace sendcap::app {
namespace {

constexpr std::uint64_t kMostReplications = 1'000'000;
constexpr double kMostSeconds = 30.0 * 24 * 3600;

// What was typed, not yet understood.
struct CompareText {
  CompareOrder order;
  ExperimentText common;
  std::string replications;
  std::string precision;
  std::string time;
};

CompareOrder understood(const CompareText& text, const CLI::App& command) {
  const auto given = [&](const std::string& option) { return command.count(option) > 0; };
  CompareOrder order = text.order;
  understand(command, text.common, order.common);
  if (given("--replications") && (given("--precision") || given("--time")))
    throw UsageFault("--replications excludes --precision and --time",
                     "with --precision or --time the comparison goes on until that is reached");
  if (given("--replications"))
    order.options.replications =
        static_cast<std::uint32_t>(whole_number("--replications", text.replications, 2, kMostReplications));
  if (given("--precision")) order.options.precision = share("--precision", text.precision);
  if (given("--time")) order.options.seconds = seconds("--time", text.time, kMostSeconds);
  return order;
}

}  // namespace

void add_compare_command(CLI::App& program, const std::vector<std::string>& arguments, Action& action) {
  CLI::App* command = program.add_subcommand("compare", "Compare plans: what works, how sure, for how much");
  const auto text = std::make_shared<CompareText>();
  text->order.common.command = "compare";
  text->order.common.arguments = arguments;
  command->add_option("SCENARIO", text->order.common.scenario, "The scenario file")
      ->required()
      ->type_name("");
  command->add_option("PLAN", text->order.common.plans, "The plans to compare")->required()->type_name("");
  const auto add = [&](const std::string& name, auto& value, const std::string& what,
                       const std::string& about) {
    return command->add_option(name, value, about)->type_name(what);
  };
  add("--replications", text->replications, "N", "How many times each (100)");
  add("--precision", text->precision, "P", "Until differences are this sure, such as 1%");
  add("--time", text->time, "TIME", "Until this time is over, such as 60s or 5min");
  add_experiment_options(*command, text->order.common, text->common);
  add_report_option(*command, text->common.report);
  add_xlsx_option(*command, text->common.xlsx);
  command->footer(examples({"sendcap compare county.yaml three-bases.yaml more-clinics.yaml",
                            "sendcap compare county.yaml three-bases.yaml --precision 1% --time 5min",
                            "sendcap compare county.yaml *.yaml --out results/plans"}) +
                  "\nAll plans have the same children and the same luck: what differs is the plan.\n"
                  "What chance alone may explain is called unclear.");
  command->callback([text, command, &action] {
    action = [order = understood(*text, *command)] { return do_compare(order); };
  });
}

}  // namespace sendcap::app
