#include "experiment_order.hpp"

#include <CLI/CLI.hpp>
#include <limits>

#include "faults.hpp"
#include "option_text.hpp"

namespace sendcap::app {

constexpr std::uint64_t kMostThreads = 1024;

void add_experiment_options(CLI::App& command, ExperimentOrder& order, ExperimentText& text) {
  const auto add = [&](const std::string& name, auto& value, const std::string& what,
                       const std::string& about) {
    return command.add_option(name, value, about)->type_name(what);
  };
  add("--seed", text.seed, "S", "Another seed gives other random numbers (1)");
  add("--threads", text.threads, "T", "As many at once; results do not depend on it");
  add("--set", order.overrides, "PATH=VALUE", "Change a value; may be given again")->allow_extra_args(false);
  add("--out", text.out, "DIR", "Write the results into this folder");
  add("--format", text.format, "FORMAT", "Print text (the default), json or csv");
  command.add_flag("--quiet", order.quiet, "No progress, no warnings");
  add_record_options(command, order.record);
}

void add_report_option(CLI::App& command, std::string& file) {
  command.add_option("--report", file, "Write a page of findings and pictures, HTML")->type_name("FILE");
}

void add_xlsx_option(CLI::App& command, std::string& file) {
  command.add_option("--xlsx", file, "Write a workbook for a spreadsheet program")->type_name("FILE");
}

void understand(const CLI::App& command, const ExperimentText& text, ExperimentOrder& order) {
  const auto given = [&](const std::string& option) { return command.count(option) > 0; };
  if (given("--seed"))
    order.seed = whole_number("--seed", text.seed, 0, std::numeric_limits<std::uint64_t>::max());
  if (given("--threads"))
    order.threads = static_cast<unsigned>(whole_number("--threads", text.threads, 1, kMostThreads));
  if (given("--format"))
    order.format = static_cast<AnswerFormat>(one_of("--format", text.format, {"text", "json", "csv"}));
  if (given("--out")) {
    if (text.out.empty()) throw UsageFault("--out wants the name of a folder");
    order.out = text.out;
  }
  order.out = order.record.out(order.out);
  if (command.get_option_no_throw("--report") != nullptr && given("--report") && !order.record.is_rerun())
    order.report = file_name("--report", text.report);
  if (command.get_option_no_throw("--xlsx") != nullptr && given("--xlsx") && !order.record.is_rerun())
    order.xlsx = workbook_name("--xlsx", text.xlsx);
  refuse_one_file_for_two({{"--report", order.report}, {"--xlsx", order.xlsx}});
}

}  // namespace sendcap::app
