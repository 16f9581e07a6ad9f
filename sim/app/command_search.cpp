#include <CLI/CLI.hpp>
#include <memory>

#include "command_line.hpp"
#include "command_text.hpp"
#include "option_text.hpp"
#include "search_job.hpp"
#include "sendcap/scenario/language/quantity_text.hpp"

namespace sendcap::app {
namespace {

constexpr std::uint64_t kMostReplications = 1'000'000;
constexpr std::uint64_t kMostPlans = 5000;
constexpr double kMostSeconds = 30.0 * 24 * 3600;

// What was typed, not yet understood.
struct SearchText {
  SearchJob job;
  ExperimentText common;
  std::string search;
  std::string worth;
  std::string confidence;
  std::string replications;
  std::string plans;
  std::string time;
};

double amount(const std::string& option, const std::string& text) {
  const auto parsed = scenario::parse<scenario::Number>(text);
  if (parsed && (*parsed).value > 0) return (*parsed).value;
  throw UsageFault(option + " wants a number above 0, not '" + text + "'");
}

SearchJob understood(const SearchText& text, const CLI::App& command) {
  const auto given = [&](const std::string& option) { return command.count(option) > 0; };
  SearchJob job = text.job;
  understand(command, text.common, job.common);
  job.common.search = text.search;
  if (given("--worth")) job.worth_having = amount("--worth", text.worth);
  if (given("--confidence")) job.confidence = share("--confidence", text.confidence);
  if (given("--replications"))
    job.most_replications =
        static_cast<std::uint32_t>(whole_number("--replications", text.replications, 2, kMostReplications));
  if (given("--most-candidates"))
    job.most_plans = whole_number("--most-candidates", text.plans, 2, kMostPlans);
  if (given("--time")) job.seconds = seconds("--time", text.time, kMostSeconds);
  return job;
}

}  // namespace

void add_search_command(CLI::App& program, const std::vector<std::string>& arguments, Action& action) {
  CLI::App* command = program.add_subcommand("search", "Choose the best of many plans under a budget");
  const auto text = std::make_shared<SearchText>();
  text->job.common.command = "search";
  text->job.common.arguments = arguments;
  command->add_option("SCENARIO", text->job.common.scenario, "The scenario file")->required()->type_name("");
  command->add_option("SEARCH", text->search, "The file with goal, budget and levers")
      ->required()
      ->type_name("");
  const auto add = [&](const std::string& name, auto& value, const std::string& what,
                       const std::string& about) {
    return command->add_option(name, value, about)->type_name(what);
  };
  add("--worth", text->worth, "D", "The smallest difference of the goal worth having");
  add("--confidence", text->confidence, "P", "How surely the best is found (95%)");
  add("--replications", text->replications, "N", "At most so many of each plan (1000)");
  add("--time", text->time, "TIME", "At most so long, such as 60s or 5min");
  add("--most-candidates", text->plans, "N", "Plans to try at most (300)");
  add_experiment_options(*command, text->job.common, text->common);
  add_report_option(*command, text->common.report);
  command->footer(examples({"sendcap search county.yaml two-million.yaml",
                            "sendcap search county.yaml two-million.yaml --time 5min",
                            "sendcap search county.yaml two-million.yaml --out results"}) +
                  "\nPlans fall out as soon as another is surely better or they surely cost too much.\n"
                  "The best is written as a plan file, best-plan.yaml, into the folder of --out.");
  command->callback(
      [text, command, &action] { action = [job = understood(*text, *command)] { return do_search(job); }; });
}

}  // namespace sendcap::app
