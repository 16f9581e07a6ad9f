#include <CLI/CLI.hpp>
#include <memory>

#include "calibrate_job.hpp"
#include "command_line.hpp"
#include "command_text.hpp"
#include "option_text.hpp"
#include "sendcap/scenario/language/quantity_text.hpp"

namespace sendcap::app {
namespace {

constexpr std::uint64_t kFewestReplications = 10;
constexpr std::uint64_t kMostReplications = 100'000;
constexpr std::uint64_t kMostEvaluations = 100'000;
constexpr double kMostSeconds = 30.0 * 24 * 3600;

// What was typed, not yet understood.
struct CalibrateText {
  CalibrateOrder order;
  ExperimentText common;
  std::string measure;
  std::string subject;
  std::string group;
  std::string replications;
  std::string evaluations;
  std::string time;
  std::string tolerance;
};

double tolerance(const std::string& text) {
  const auto parsed = scenario::parse<scenario::Fraction>(text);
  if (parsed && (*parsed).value >= 0 && (*parsed).value < 1) return (*parsed).value;
  throw UsageFault("--tolerance wants a share from 0% and below 100%, not '" + text + "'",
                   "write it as '--tolerance 1%'");
}

CalibrateOrder understood(const CalibrateText& text, const CLI::App& command) {
  const auto given = [&](const std::string& option) { return command.count(option) > 0; };
  CalibrateOrder order = text.order;
  understand(command, text.common, order.common);
  if (given("--measure")) order.measure = text.measure;
  if (given("--subject")) order.subject = text.subject;
  if (given("--group")) order.group = text.group;
  if (given("--replications"))
    order.options.replications = static_cast<std::uint32_t>(
        whole_number("--replications", text.replications, kFewestReplications, kMostReplications));
  if (given("--evaluations"))
    order.options.most_evaluations =
        static_cast<std::uint32_t>(whole_number("--evaluations", text.evaluations, 10, kMostEvaluations));
  if (given("--time")) order.options.seconds = seconds("--time", text.time, kMostSeconds);
  if (given("--tolerance")) order.options.tolerance = tolerance(text.tolerance);
  return order;
}

}  // namespace

void add_calibrate_command(CLI::App& program, const std::vector<std::string>& arguments, Action& action) {
  CLI::App* command =
      program.add_subcommand("calibrate", "Fit unknown figures of a scenario to observed ones");
  const auto text = std::make_shared<CalibrateText>();
  text->order.common.command = "calibrate";
  text->order.common.arguments = arguments;
  command->add_option("SCENARIO", text->order.common.scenario, "The scenario file")
      ->required()
      ->type_name("");
  const auto add = [&](const std::string& name, auto& value, const std::string& what,
                       const std::string& about) {
    return command->add_option(name, value, about)->type_name(what);
  };
  add("--observed", text->order.observed, "FILE.csv", "What was observed: date,value and more")->required();
  add("--fit", text->order.fits, "PATH", "A figure to fit, or PATH=LEAST to MOST; repeatable")
      ->required()
      ->allow_extra_args(false);
  add("--measure", text->measure, "NAME", "What was observed, where the table does not say");
  add("--subject", text->subject, "NAME", "Of what, likewise");
  add("--group", text->group, "NAME", "Of which children, likewise");
  add("--replications", text->replications, "N", "How many times each, near the fit (100)");
  add("--evaluations", text->evaluations, "N", "At most so many worlds in the search (200)");
  add("--time", text->time, "TIME", "End the search after this time, such as 60s or 5min");
  add("--tolerance", text->tolerance, "P", "How near a right model comes to a figure (1%)");
  add_experiment_options(*command, text->order.common, text->common);
  command->footer(examples({"sendcap calibrate county.yaml --observed list.csv --out results \\\n"
                            "    --fit 'while waiting.private assessment.rate'",
                            "sendcap calibrate county.yaml --observed list.csv --measure waiting \\\n"
                            "    --subject therapy --fit 'services.therapists.staff=2 to 6'"}) +
                  "\nThe first line of the table names its columns: date and value; measure, subject,\n"
                  "group and standard error where they are needed. What the figures can not tell is\n"
                  "not fitted. With --out a copy of the scenario gets the fitted values.");
  command->callback([text, command, &action] {
    action = [order = understood(*text, *command)] { return do_calibrate(order); };
  });
}

}  // namespace sendcap::app
