#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "command_line.hpp"
#include "command_text.hpp"
#include "machine.hpp"
#include "store_at_hand.hpp"

namespace sendcap::app {
namespace {

struct RerunOrder {
  std::string run;
  std::string store;
  std::string out;
};

void refuse_without_answer(const store::RunRecord& run) {
  if (run.state == store::State::done) return;
  throw UsageFault(
      run.running ? fmt::format("run {} is still under way", run.id)
                  : fmt::format("run {} has no whole answer to compare with", run.id),
      run.running ? std::string() : fmt::format("it goes on with: {}", as_typed(run.asked.arguments)));
}

void say_if_program_differs(const store::Asked& asked) {
  if (asked.version != SENDCAP_VERSION)
    std::cerr << fmt::format("made by sendcap {}, this is {}: results may differ\n", asked.version,
                             SENDCAP_VERSION);
  else if (asked.build != build_id())
    std::cerr << fmt::format("made by another build of sendcap {}: results may differ\n", asked.version);
}

ExitCode rerun(const RerunOrder& order) {
  std::vector<std::string> words;
  {
    const store::Store store = store_at_hand(order.store);
    const store::RunRecord run = store.find(order.run);
    refuse_without_answer(run);
    say_if_program_differs(run.asked);
    words = run.asked.arguments;
    std::vector<std::string> more{kRerunOf, run.id, kRerunStore, store.path().string()};
    if (!order.out.empty()) more.insert(more.end(), {kRerunOut, order.out});
    words.insert(words.begin() + 1, more.begin(), more.end());
  }
  return run_command_line(words);
}

}  // namespace

void add_rerun_command(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("rerun", "Do a recorded run again, on its own files");
  const auto order = std::make_shared<RerunOrder>();
  command->add_option("RUN", order->run, "Its name, the beginning of that, or `last`")
      ->required()
      ->type_name("");
  command->add_option("--out", order->out, "Write the results into this folder")->type_name("DIR");
  add_store_option(*command, order->store);
  command->footer(examples({"sendcap rerun last", "sendcap rerun 7f3a2c --out again"}) +
                  "\nThe files are those of the record, whatever stands on the disk now. Exit code 1\n"
                  "when the answer is not the same to the last byte. A rerun is not recorded.");
  command->callback([order, &action] { action = [order] { return rerun(*order); }; });
}

}  // namespace sendcap::app
