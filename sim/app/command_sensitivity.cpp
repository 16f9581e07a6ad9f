#include <CLI/CLI.hpp>
#include <memory>

#include "command_line.hpp"
#include "command_text.hpp"
#include "option_text.hpp"
#include "sensitivity_job.hpp"

namespace sendcap::app {
namespace {

constexpr std::uint64_t kMostReplications = 1'000'000;
constexpr double kMostSeconds = 30.0 * 24 * 3600;

// What was typed, not yet understood.
struct SensitivityText {
  SensitivityOrder order;
  ExperimentText common;
  std::string replications;
  std::string top;
  std::string time;
  std::string break_even;
  std::string from;
  std::string to;
};

SensitivityOrder understood(const SensitivityText& text, const CLI::App& command) {
  const auto given = [&](const std::string& option) { return command.count(option) > 0; };
  SensitivityOrder order = text.order;
  understand(command, text.common, order.common);
  if (given("--replications"))
    order.options.replications =
        static_cast<std::uint32_t>(whole_number("--replications", text.replications, 2, kMostReplications));
  order.options.leading = order.outcomes.empty() ? 5 : 10;
  if (given("--top"))
    order.options.leading = static_cast<std::size_t>(whole_number("--top", text.top, 1, 1000));
  if (given("--time")) order.options.seconds = seconds("--time", text.time, kMostSeconds);
  if (given("--break-even")) order.break_even = text.break_even;
  if (given("--from")) order.from = text.from;
  if (given("--to")) order.to = text.to;
  if (!order.break_even && (order.from || order.to))
    throw UsageFault("--from and --to say where --break-even looks");
  if (order.break_even && (given("--inputs") || given("--top") || given("--time")))
    throw UsageFault("--break-even is of one input; --inputs, --top and --time are of all");
  return order;
}

}  // namespace

void add_sensitivity_command(CLI::App& program, const std::vector<std::string>& arguments, Action& action) {
  CLI::App* command =
      program.add_subcommand("sensitivity", "Tell which uncertain figures the answer hangs on");
  const auto text = std::make_shared<SensitivityText>();
  text->order.common.command = "sensitivity";
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
  add("--outcome", text->order.outcomes, "OUTCOME", "'MEASURE; SUBJECT', or spending; may be given again")
      ->allow_extra_args(false);
  add("--inputs", text->order.inputs, "PATTERN", "Only figures with this in their path; * is anything")
      ->allow_extra_args(false);
  add("--top", text->top, "N", "Inputs to show of each outcome (5, or 10)");
  add("--replications", text->replications, "N", "How many times each of those (20)");
  add("--time", text->time, "TIME", "More replications of those until this is over");
  add("--break-even", text->break_even, "PATH", "How large it must be for the plan to pay for itself");
  add("--from", text->from, "VALUE", "Look from here; otherwise over its range");
  add("--to", text->to, "VALUE", "Look up to here");
  add_experiment_options(*command, text->order.common, text->common);
  add_report_option(*command, text->common.report);
  command->footer(examples({"sendcap sensitivity county.yaml",
                            "sendcap sensitivity county.yaml three-bases.yaml --inputs referrals",
                            "sendcap sensitivity county.yaml --outcome 'waiting; autism assessment'",
                            "sendcap sensitivity county.yaml support.yaml --to 50% \\",
                            "    --break-even 'interventions.support while waiting.effect'"}) +
                  "\nEach figure with a range goes from the one end to the other by itself. With two\n"
                  "plans, --break-even tells where they change places.");
  command->callback([text, command, &action] {
    action = [order = understood(*text, *command)] { return do_sensitivity(order); };
  });
}

}  // namespace sendcap::app
