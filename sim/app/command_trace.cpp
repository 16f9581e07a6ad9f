#include <CLI/CLI.hpp>
#include <cstdint>
#include <limits>
#include <memory>

#include "command_line.hpp"
#include "command_text.hpp"
#include "option_text.hpp"
#include "trace_job.hpp"

namespace sendcap::app {
namespace {

constexpr std::uint64_t kMostReplications = 10'000'000;
constexpr std::size_t kMostPlans = 2;

// What was typed, not yet understood.
struct TraceText {
  TraceOrder order;
  std::string child;
  std::string seed;
  std::string replication;
  std::string events;
};

TraceOrder understood(const TraceText& text, const CLI::App& command) {
  const auto given = [&](const std::string& option) { return command.count(option) > 0; };
  TraceOrder order = text.order;
  order.child = static_cast<std::uint32_t>(
      whole_number("--child", text.child, 1, std::numeric_limits<std::uint32_t>::max()));
  if (order.plans.size() > kMostPlans)
    throw UsageFault("at most two plans can be told side by side", "name one or two with --plan");
  if (given("--seed"))
    order.seed = whole_number("--seed", text.seed, 0, std::numeric_limits<std::uint64_t>::max());
  if (given("--replication"))
    order.replication =
        static_cast<std::uint32_t>(whole_number("--replication", text.replication, 0, kMostReplications - 1));
  if (given("--events")) order.events = file_name("--events", text.events);
  return order;
}

}  // namespace

void add_trace_command(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("trace", "Tell what happens to one child, and why");
  const auto text = std::make_shared<TraceText>();
  command->add_option("SCENARIO", text->order.scenario, "The scenario file")->required()->type_name("");
  const auto add = [&](const std::string& name, auto& value, const std::string& what,
                       const std::string& about) {
    return command->add_option(name, value, about)->type_name(what);
  };
  add("--child", text->child, "N", "The child that came Nth; those at the start first")->required();
  add("--plan", text->order.plans, "PLAN", "Its life under this plan too; or under two plans");
  add("--seed", text->seed, "S", "Another seed gives other random numbers (1)");
  add("--replication", text->replication, "R", "Of which replication, numbered as by run (0)");
  add("--set", text->order.overrides, "PATH=VALUE", "Change a value; may be given again")
      ->allow_extra_args(false);
  add("--events", text->events, "FILE", "Write what happens to all children here, as CSV");
  command->footer(examples({"sendcap trace county.yaml --child 120",
                            "sendcap trace county.yaml --child 120 --plan more-clinics.yaml",
                            "sendcap trace county.yaml --child 1 --events events.csv"}) +
                  "\nThe child lives the same life under both plans until they touch it: from then\n"
                  "on the lives stand side by side. One child is an anecdote; `run` gives averages.");
  command->callback([text, command, &action] {
    action = [order = understood(*text, *command)] { return do_trace(order); };
  });
}

}  // namespace sendcap::app
