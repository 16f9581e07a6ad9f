#include <CLI/CLI.hpp>
#include <cstdint>
#include <limits>
#include <memory>

#include "command_line.hpp"
#include "command_text.hpp"
#include "experiment_order.hpp"
#include "option_text.hpp"
#include "run_job.hpp"

namespace sendcap::app {
namespace {

constexpr std::uint64_t kMostReplications = 10'000'000;
constexpr std::uint64_t kMostThreads = 1024;

// What was typed, not yet understood.
struct RunText {
  RunOrder order;
  std::string replications;
  std::string precision;
  std::string seed;
  std::string threads;
  std::string out;
  std::string events;
  std::string report;
  std::string xlsx;
  std::string format;
  std::string detail;
  std::string small;
};

RunOrder understood(const RunText& text, const CLI::App& command) {
  const auto given = [&](const std::string& option) { return command.count(option) > 0; };
  RunOrder order = text.order;
  if (given("--replications") && given("--precision"))
    throw UsageFault("--replications and --precision exclude each other",
                     "with --precision the run goes on until it is reached");
  if (given("--replications"))
    order.options.replications =
        static_cast<std::uint32_t>(whole_number("--replications", text.replications, 1, kMostReplications));
  if (given("--precision")) order.options.precision = share("--precision", text.precision);
  if (given("--seed"))
    order.options.seed = whole_number("--seed", text.seed, 0, std::numeric_limits<std::uint64_t>::max());
  if (given("--threads"))
    order.options.threads = static_cast<unsigned>(whole_number("--threads", text.threads, 1, kMostThreads));
  if (given("--format"))
    order.format = static_cast<Format>(one_of("--format", text.format, {"table", "json", "csv"}));
  if (given("--detail"))
    order.detail =
        static_cast<report::Detail>(one_of("--detail", text.detail, {"totals", "milestones", "full"}));
  if (given("--out")) {
    if (text.out.empty()) throw UsageFault("--out wants the name of a folder");
    order.out = text.out;
  }
  if (given("--suppress"))
    order.small_count =
        static_cast<unsigned>(whole_number("--suppress", text.small, 0, report::kLargestSmallCount));
  if (given("--events")) order.events = file_name("--events", text.events);
  if (given("--report")) order.report = file_name("--report", text.report);
  if (given("--xlsx")) order.xlsx = workbook_name("--xlsx", text.xlsx);
  refuse_one_file_for_two({{"--events", order.events}, {"--report", order.report}, {"--xlsx", order.xlsx}});
  order.out = order.record.out(order.out);
  if (order.record.is_rerun()) {
    order.events.reset();
    order.report.reset();
    order.xlsx.reset();
  }
  return order;
}

}  // namespace

void add_run_command(CLI::App& program, const std::vector<std::string>& arguments, Action& action) {
  CLI::App* command = program.add_subcommand("run", "Simulate a scenario, as it stands and with plans");
  const auto text = std::make_shared<RunText>();
  text->order.arguments = arguments;
  command->add_option("SCENARIO", text->order.scenario, "The scenario file")->required()->type_name("");
  const auto add = [&](const std::string& name, auto& value, const std::string& what,
                       const std::string& about) {
    return command->add_option(name, value, about)->type_name(what);
  };
  add("--plan", text->order.plans, "PLAN", "Run these plans too, after the scenario itself");
  add("--replications", text->replications, "N", "How many times (100)");
  add("--precision", text->precision, "P", "Until the intervals are this narrow, such as 5%");
  add("--seed", text->seed, "S", "Another seed gives other random numbers (1)");
  add("--threads", text->threads, "T", "As many at once; results do not depend on it");
  add("--set", text->order.overrides, "PATH=VALUE", "Change a value; may be given again")
      ->allow_extra_args(false);
  add("--out", text->out, "DIR", "Write the results into this folder");
  add_report_option(*command, text->report);
  add_xlsx_option(*command, text->xlsx);
  add("--events", text->events, "FILE", "Write the first replication's events here, as CSV");
  add("--format", text->format, "FORMAT", "Print a table (the default), json or csv");
  add("--detail", text->detail, "DETAIL", "Of the CSV: totals (the default), milestones or full");
  add("--suppress", text->small, "N", "Leave real counts of 1 to N out of files (4)");
  command->add_flag("--quiet", text->order.quiet, "No progress, no warnings");
  add_record_options(*command, text->order.record);
  command->footer(
      examples({"sendcap run county.yaml", "sendcap run county.yaml --plan more-clinics.yaml --out results",
                "sendcap run county.yaml --precision 2% --seed 7",
                "sendcap run county.yaml --set 'services.occupational therapy.staff=14'",
                "sendcap run county.yaml --format csv --quiet > results.csv"}) +
      "\nCtrl-C stops after the replications under way and keeps what is complete;\ntwice ends at once.");
  command->callback(
      [text, command, &action] { action = [order = understood(*text, *command)] { return do_run(order); }; });
}

}  // namespace sendcap::app
