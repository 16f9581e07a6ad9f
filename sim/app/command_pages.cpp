#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "command_line.hpp"
#include "command_text.hpp"
#include "option_text.hpp"
#include "program_text.hpp"
#include "sendcap/report/measures_page.hpp"
#include "sendcap/scenario/language/error_code.hpp"
#include "sendcap/scenario/language/name_check.hpp"
#include "sendcap/scenario/language/reference.hpp"
#include "sendcap/scenario/language/schema.hpp"
#include "sendcap/scenario/plan.hpp"
#include "sendcap/scenario/scenario.hpp"
#include "sendcap/scenario/search.hpp"
#include "standard_output.hpp"

// Commands that print a page and do nothing else.

namespace sendcap::app {
namespace {

std::string schema(const std::string& of) {
  switch (one_of("schema", of, {"scenario", "plan", "search"})) {
    case 1:
      return scenario::json_schema<scenario::Plan>("A plan of sendcap");
    case 2:
      return scenario::json_schema<scenario::Search>("A search of sendcap");
    default:
      return scenario::json_schema<scenario::Scenario>("A scenario of sendcap");
  }
}

std::string reference() {
  return scenario::reference_markdown<scenario::Scenario>("The scenario language") + "\n" +
         scenario::reference_markdown<scenario::Plan>("The plan language") + "\n" +
         scenario::reference_markdown<scenario::Search>("The search language");
}

std::string explanation(const std::string& wanted) {
  std::vector<std::string> codes;
  for (const scenario::CodeEntry& entry : scenario::error_catalogue()) {
    codes.push_back(scenario::to_string(entry.code));
    if (codes.back() == wanted || codes.back() == "SEND-" + wanted)
      return fmt::format("{}: {}\n{}\n", codes.back(), entry.title, entry.advice);
  }
  const std::vector<std::string_view> views(codes.begin(), codes.end());
  const std::string_view near = scenario::nearest(wanted, views);
  throw UsageFault(fmt::format("no error has the code '{}'", wanted),
                   near.empty() ? "sendcap errors lists them all" : fmt::format("did you mean '{}'?", near));
}

void add_page(CLI::App& program, Action& action, const std::string& name, const std::string& about,
              std::string (*page)()) {
  CLI::App* command = program.add_subcommand(name, about);
  command->footer(examples({"sendcap " + name + " > " + name + ".md"}));
  command->callback([&action, page] {
    action = [page] {
      print(page());
      return kDone;
    };
  });
}

// A page about one word.
CLI::Option* add_page_about(CLI::App& program, Action& action, const std::string& name,
                            const std::string& about, const std::string& word, const std::string& standard,
                            std::string (*page)(const std::string&), const std::vector<std::string>& lines) {
  CLI::App* command = program.add_subcommand(name, about);
  const auto wanted = std::make_shared<std::string>(standard);
  command->footer(examples(lines));
  command->callback([wanted, &action, page] {
    action = [wanted, page] {
      print(page(*wanted));
      return kDone;
    };
  });
  return command->add_option(word, *wanted)->type_name("");
}

void add_completion_command(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("completion", "Print what a shell needs to complete commands");
  const auto shell = std::make_shared<std::string>();
  command->add_option("SHELL", *shell, "bash or zsh")->required()->type_name("");
  command->footer(examples(
      {"source <(sendcap completion bash)", "sendcap completion bash > /etc/bash_completion.d/sendcap"}));
  command->callback([&program, shell, &action] {
    const bool for_zsh = one_of("SHELL", *shell, {"bash", "zsh"}) == 1;
    action = [&program, for_zsh] {
      print(shell_completion(program, for_zsh));
      return kDone;
    };
  });
}

void add_manual_command(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("manual", "Print the manual page, for man");
  command->footer(
      examples({"sendcap manual | man -l -", "sendcap manual > /usr/local/share/man/man1/sendcap.1"}));
  command->callback([&program, &action] {
    action = [&program] {
      print(manual_page(program));
      return kDone;
    };
  });
}

}  // namespace

void add_page_commands(CLI::App& program, Action& action) {
  add_page_about(program, action, "schema", "Print the JSON Schema of the files, for editors", "KIND",
                 "scenario", schema,
                 {"sendcap schema > scenario.schema.json", "sendcap schema plan > plan.schema.json"})
      ->description("scenario (the default), plan or search");
  add_page(program, action, "reference", "Print the reference of the language (Markdown)", reference);
  add_page(program, action, "measures", "Print what every measure means (Markdown)", report::measures_page);
  add_page(program, action, "errors", "Print the catalogue of errors (Markdown)",
           scenario::error_catalogue_markdown);
  add_page_about(program, action, "explain", "Say what an error code means and what to do", "CODE", "",
                 explanation, {"sendcap explain SEND-207"})
      ->description("The code, such as SEND-207")
      ->required();
  add_completion_command(program, action);
  add_manual_command(program, action);
}

}  // namespace sendcap::app
