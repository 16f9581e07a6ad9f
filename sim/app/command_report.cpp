#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "command_line.hpp"
#include "command_text.hpp"
#include "faults.hpp"
#include "option_text.hpp"
#include "report_file.hpp"
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

// Our own results may be larger than any scenario, so nothing is too large here.
std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (!file.is_open() || file.bad())
    throw MachineFault(fmt::format("'{}' may not be read", path.string()), "check who may read it");
  return text;
}

std::vector<report::PageDocument> documents_in(const fs::path& folder) {
  std::vector<report::PageDocument> documents;
  std::error_code none;
  for (const std::string& name : report::page_documents())
    if (fs::is_regular_file(folder / name, none)) documents.push_back({name, text_of(folder / name)});
  if (documents.empty())
    throw UsageFault(
        fmt::format("there are no results in '{}'", folder.string()),
        fmt::format("a folder that --out wrote holds one of {}", fmt::join(report::page_documents(), ", ")));
  return documents;
}

std::vector<report::PageDocument> documents_of_run(const store::Store& store, const store::RunRecord& run) {
  const std::vector<std::string>& known = report::page_documents();
  std::vector<report::PageDocument> documents;
  for (const store::AnswerText& answer : store.answers(run.id))
    if (std::find(known.begin(), known.end(), answer.name) != known.end())
      documents.push_back({answer.name, answer.text});
  if (documents.empty())
    throw UsageFault(fmt::format("run {} has no results that a report could show", run.id),
                     fmt::format("a report is made of {}", fmt::join(known, ", ")));
  return documents;
}

ExitCode write_report(const ReportOrder& order) {
  std::vector<report::PageDocument> documents;
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
  std::vector<std::string> read{order.store};
  if (fs::is_directory(order.what))
    for (const std::string& name : report::page_documents())
      read.push_back((fs::path(order.what) / name).string());
  refuse_to_replace(read, std::nullopt, {{"--out", out.string()}});
  ReportFile(out, "--out").write(documents, order.quiet);
  return kDone;
}

}  // namespace

void add_report_command(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("report", "Make a page of findings and pictures");
  const auto order = std::make_shared<ReportOrder>();
  command->add_option("WHAT", order->what, "A recorded run, `last`, or a folder with results")
      ->required()
      ->type_name("");
  command->add_option("--out", order->out, "The file (report.html there, or RUN.html here)")
      ->type_name("FILE");
  command->add_flag("--quiet", order->quiet, "Do not say where the report is");
  add_store_option(*command, order->store);
  command->footer(
      examples({"sendcap report last", "sendcap report results/worcestershire --out panel.html"}) +
      "\nThe page is one file that needs nothing beside itself.");
  command->callback([order, command, &action] {
    if (command->count("--out") > 0) (void)file_name("--out", order->out);
    action = [order] { return write_report(*order); };
  });
}

}  // namespace sendcap::app
