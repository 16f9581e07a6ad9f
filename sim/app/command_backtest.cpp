#include <CLI/CLI.hpp>
#include <cstdint>
#include <limits>
#include <memory>

#include "backtest_job.hpp"
#include "command_line.hpp"
#include "command_text.hpp"
#include "option_text.hpp"
#include "sendcap/scenario/language/quantity_text.hpp"

namespace sendcap::app {
namespace {

constexpr std::uint32_t kReplications = 200;
constexpr std::uint64_t kMostReplications = 10'000'000;
constexpr std::uint64_t kMostThreads = 1024;

// What was typed, not yet understood.
struct BacktestText {
  BacktestOrder order;
  std::string replications;
  std::string known_until;
  std::string seed;
  std::string threads;
  std::string format;
};

scenario::Date date(const std::string& option, const std::string& text) {
  const auto parsed = scenario::parse<scenario::Date>(text);
  if (parsed) return *parsed;
  throw UsageFault(option + " wants a date, not '" + text + "'", "write it as '" + option + " 2022-01-01'");
}

BacktestOrder understood(const BacktestText& text, const CLI::App& command) {
  const auto given = [&](const std::string& option) { return command.count(option) > 0; };
  BacktestOrder order = text.order;
  order.options.replications = kReplications;
  if (given("--replications"))
    order.options.replications =
        static_cast<std::uint32_t>(whole_number("--replications", text.replications, 1, kMostReplications));
  if (given("--known-until")) order.known_until = date("--known-until", text.known_until);
  if (given("--seed"))
    order.options.seed = whole_number("--seed", text.seed, 0, std::numeric_limits<std::uint64_t>::max());
  if (given("--threads"))
    order.options.threads = static_cast<unsigned>(whole_number("--threads", text.threads, 1, kMostThreads));
  if (given("--format"))
    order.format = static_cast<BacktestFormat>(one_of("--format", text.format, {"text", "markdown", "csv"}));
  return order;
}

}  // namespace

void add_backtest_command(CLI::App& program, const std::vector<std::string>& arguments, Action& action) {
  CLI::App* command = program.add_subcommand("backtest", "Compare a scenario of past years with what came");
  const auto text = std::make_shared<BacktestText>();
  text->order.arguments = arguments;
  command->add_option("SCENARIO", text->order.scenario, "The scenario file, with `observed`")
      ->required()
      ->type_name("");
  const auto add = [&](const std::string& name, auto& value, const std::string& what,
                       const std::string& about) {
    return command->add_option(name, value, about)->type_name(what);
  };
  add("--known-until", text->known_until, "DATE", "Judge what was published after it (start of the run)");
  add("--replications", text->replications, "N", "How many times (200)");
  add("--seed", text->seed, "S", "Another seed gives other random numbers (1)");
  add("--threads", text->threads, "T", "As many at once; results do not depend on it");
  add("--set", text->order.overrides, "PATH=VALUE", "Change a value; may be given again")
      ->allow_extra_args(false);
  add("--format", text->format, "FORMAT", "Print text (the default), markdown or csv");
  command->add_flag("--quiet", text->order.quiet, "No progress, no warnings");
  command->footer(examples({"sendcap backtest county-2019.yaml --known-until 2022-01-01",
                            "sendcap backtest county-2019.yaml --format markdown"}) +
                  "\nWhat stands under `observed` is set beside the results at the same dates: the\n"
                  "median and the 90% band of the replications, and a straight line through the\n"
                  "last three years known. Ctrl-C stops early and shows what is complete.");
  command->callback([text, command, &action] {
    action = [order = understood(*text, *command)] { return do_backtest(order); };
  });
}

}  // namespace sendcap::app
