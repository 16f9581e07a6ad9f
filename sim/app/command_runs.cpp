#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <system_error>

#include "command_line.hpp"
#include "command_text.hpp"
#include "option_text.hpp"
#include "run_records_text.hpp"
#include "standard_output.hpp"
#include "store_at_hand.hpp"

namespace sendcap::app {
namespace {

struct RunsOrder {
  std::string store;
  std::string format = "text";
  std::vector<std::string> forget;
};

ExitCode forget(const RunsOrder& order) {
  store::Store store = store_at_hand(order.store);
  for (const std::string& reference : order.forget) {
    const std::string id = store.find(reference).id;
    store.remove(id);
    print(fmt::format("deleted run {}\n", id));
  }
  return kDone;
}

ExitCode list(const RunsOrder& order) {
  std::vector<store::RunRecord> runs;
  if (!order.store.empty() || is_store_at_hand()) runs = store_at_hand(order.store).runs();
  print(order.format == "json" ? runs_json(runs) : runs_text(runs));
  return kDone;
}

}  // namespace

void add_runs_command(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("runs", "List the runs that were recorded, newest first");
  const auto order = std::make_shared<RunsOrder>();
  command->add_option("--format", order->format, "Print text (the default) or json")->type_name("FORMAT");
  command->add_option("--delete", order->forget, "Delete this run; may be given again")
      ->type_name("RUN")
      ->allow_extra_args(false);
  add_store_option(*command, order->store);
  command->footer(examples({"sendcap runs", "sendcap runs --format json", "sendcap runs --delete 7f3a2c"}) +
                  "\nA run that was broken off or stopped early goes on where it was when the same\n"
                  "command is typed again. Records stand in ~/.local/state/sendcap/runs.sqlite, or\n"
                  "where $SENDCAP_STORE says; a run with --no-record leaves none.");
  command->callback([order, &action] {
    (void)one_of("--format", order->format, {"text", "json"});
    action = [order] { return order->forget.empty() ? list(*order) : forget(*order); };
  });
}

}  // namespace sendcap::app
