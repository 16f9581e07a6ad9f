#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <stdexcept>

#include "command_line.hpp"
#include "command_text.hpp"
#include "faults.hpp"
#include "option_text.hpp"
#include "output_folder.hpp"
#include "sendcap/report/page.hpp"
#include "store_at_hand.hpp"

namespace sendcap::app {
namespace {

namespace fs = std::filesystem;

struct ReportOrder {
  std::string what;
  std::string store;
  std::string out;
  bool quiet = false;
};

std::string text_in(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return {};
  return {std::istreambuf_iterator<char>(file), {}};
}

report::PageDocuments documents_in(const fs::path& folder) {
  report::PageDocuments documents{text_in(folder / "summary.json"), text_in(folder / "comparison.json")};
  if (documents.summary.empty() && documents.comparison.empty())
    throw UsageFault(fmt::format("there are no results in '{}'", folder.string()),
                     "a folder that --out wrote holds summary.json or comparison.json");
  return documents;
}

report::PageDocuments documents_of_run(const store::Store& store, const store::RunRecord& run) {
  report::PageDocuments documents;
  for (const store::AnswerText& answer : store.answers(run.id)) {
    if (answer.name == "summary.json") documents.summary = answer.text;
    if (answer.name == "comparison.json") documents.comparison = answer.text;
  }
  if (documents.summary.empty() && documents.comparison.empty())
    throw UsageFault(fmt::format("run {} has no results that a report could show", run.id),
                     "reports are made of what `run` and `compare` found");
  return documents;
}

ExitCode write_report(const ReportOrder& order) {
  report::PageDocuments documents;
  fs::path out = order.out;
  if (fs::is_directory(order.what)) {
    documents = documents_in(order.what);
    if (order.out.empty()) out = fs::path(order.what) / "report.html";
  } else {
    const store::Store store = store_at_hand(order.store);
    const store::RunRecord run = store.find(order.what);
    documents = documents_of_run(store, run);
    if (order.out.empty()) out = run.id + ".html";
  }
  std::string page;
  try {
    page = report::report_page(documents);
  } catch (const std::invalid_argument& wrong) {
    throw UsageFault(fmt::format("no report can be made of '{}': {}", order.what, wrong.what()));
  }
  write_file(out, page);
  if (!order.quiet) std::cerr << fmt::format("The report is in {}\n", out.string());
  return kDone;
}

}  // namespace

void add_report_command(CLI::App& program, Action& action) {
  CLI::App* command =
      program.add_subcommand("report", "Make one page of findings and pictures of a run or comparison");
  const auto order = std::make_shared<ReportOrder>();
  command
      ->add_option("WHAT", order->what,
                   "A recorded run (its name, the beginning of that, or `last`), or a folder with results")
      ->required()
      ->type_name("");
  command->add_option("--out", order->out, "The file (report.html in the folder, or the run's name)")
      ->type_name("FILE");
  command->add_flag("--quiet", order->quiet, "Do not say where the report is");
  add_store_option(*command, order->store);
  command->footer(
      examples({"sendcap report last", "sendcap report results/worcestershire --out panel.html"}) +
      "\nThe page is one file that needs nothing beside itself: send it, print it, open it anywhere.");
  command->callback([order, command, &action] {
    if (command->count("--out") > 0) (void)file_name("--out", order->out);
    action = [order] { return write_report(*order); };
  });
}

}  // namespace sendcap::app
