#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <string_view>

#include "command_line.hpp"
#include "command_text.hpp"
#include "option_text.hpp"
#include "run_records_text.hpp"
#include "sendcap/scenario/language/name_check.hpp"
#include "standard_output.hpp"
#include "store_at_hand.hpp"

namespace sendcap::app {
namespace {

struct ShowOrder {
  std::string run;
  std::string store;
  std::string format = "text";
  std::string file;
  std::string answer;
};

// The text under a name.
template <class Text>
std::string text_of(const std::vector<Text>& all, const std::string& name, const std::string& what) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const Text& one) { return one.name == name; });
  if (found != all.end()) return found->text;
  std::vector<std::string_view> names;
  names.reserve(all.size());
  for (const Text& one : all) names.push_back(one.name);
  throw UsageFault(fmt::format("the run has no {} '{}'", what, name), scenario::suggest(name, names));
}

ExitCode show(const ShowOrder& order) {
  const store::Store store = store_at_hand(order.store);
  const store::RunRecord run = store.find(order.run);
  if (!order.file.empty()) {
    print(text_of(store.files(run.id), order.file, "file"));
  } else if (!order.answer.empty()) {
    print(text_of(store.answers(run.id), order.answer, "answer"));
  } else if (order.format == "json") {
    print(run_record_json(run));
  } else {
    const std::vector<store::AnswerText> answers = store.answers(run.id);
    print(run_text(run) + (answers.empty() ? std::string() : '\n' + answers.front().text));
  }
  return kDone;
}

}  // namespace

void add_show_command(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("show", "Show a recorded run: what was asked, and the answer");
  const auto order = std::make_shared<ShowOrder>();
  command->add_option("RUN", order->run, "Its name, the beginning of that, or `last`")
      ->required()
      ->type_name("");
  command->add_option("--input", order->file, "Print this file as it was when it was read")
      ->type_name("NAME");
  command->add_option("--answer", order->answer, "Print this answer, such as comparison.csv")
      ->type_name("NAME");
  command->add_option("--format", order->format, "Print text (the default) or json")->type_name("FORMAT");
  add_store_option(*command, order->store);
  command->footer(examples({"sendcap show last", "sendcap show 7f3a2c --input county.yaml > then.yaml",
                            "sendcap show 7f3a2c --answer summary.json"}));
  command->callback([order, &action] {
    (void)one_of("--format", order->format, {"text", "json"});
    action = [order] { return show(*order); };
  });
}

}  // namespace sendcap::app
