#include "backtest_job.hpp"

#include <fmt/format.h>

#include <iostream>
#include <memory>
#include <sstream>
#include <utility>

#include "cluster/cluster.hpp"
#include "input_files.hpp"
#include "interruption.hpp"
#include "prepare.hpp"
#include "progress_bar.hpp"
#include "recording.hpp"
#include "sendcap/experiment/backtest.hpp"
#include "sendcap/model/compile.hpp"
#include "sendcap/report/backtest_table.hpp"
#include "sendcap/scenario/language/quantity_text.hpp"
#include "sendcap/scenario/load.hpp"
#include "standard_output.hpp"

namespace sendcap::app {
namespace {

// A scenario ready to be run, and the published figures to compare it with.
struct Task {
  model::Model model;
  experiment::Backtest backtest;
};

std::optional<Task> read(const BacktestOrder& order, InputFiles& files, Reading& reading) {
  files.expect(order.scenario);
  scenario::Diagnostics& diagnostics = reading.diagnostics;
  const std::optional<scenario::Scenario> scenario =
      scenario::load_scenario(order.scenario, order.overrides, files.reader(), reading.sources, diagnostics);
  if (!scenario) return std::nullopt;
  std::optional<model::Model> model = model::compile(*scenario, diagnostics);
  if (!model) return std::nullopt;
  std::optional<experiment::Backtest> backtest =
      experiment::find_observed(*scenario, model->layout, order.known_until, diagnostics);
  if (!backtest) return std::nullopt;
  return Task{std::move(*model), std::move(*backtest)};
}

Task task_of(const BacktestOrder& order, InputFiles& files) {
  Reading reading;
  std::optional<Task> task = read(order, files, reading);
  if (!task || !order.quiet) std::cerr << scenario::render(reading.diagnostics, reading.sources);
  if (!task) {
    complain("nothing was run; mend the mistakes above first");
    throw BadFiles();
  }
  const experiment::Backtest& backtest = task->backtest;
  if (backtest.series.empty())
    throw UsageFault(fmt::format("'{}' has no published figures to compare with", order.scenario),
                     "give them under `observed:`");
  if (backtest.known_until < backtest.start)
    throw UsageFault(fmt::format("--known-until can not be before the run, which starts on {}",
                                 scenario::format(backtest.start)));
  return std::move(*task);
}

// By BacktestFormat.
std::vector<store::AnswerText> answers(const report::BacktestReport& report) {
  std::ostringstream csv;
  report::write_backtest_csv(csv, report.backtest);
  return {{"backtest.txt", report::backtest_text(report)},
          {"backtest.md", report::backtest_markdown(report)},
          {"backtest.csv", csv.str()}};
}

}  // namespace

ExitCode do_backtest(const BacktestOrder& order) {
  Recording recording(order.record, order.quiet);
  InputFiles files = recording.input_files();
  const Task task = task_of(order, files);
  recording.begin({"backtest", order.arguments, order.overrides, task.model.title, order.options.seed,
                   order.options.threads},
                  files);
  const std::unique_ptr<experiment::ReplicationJournal> journal = recording.replications(kBaseline);
  listen_for_interruption();
  const experiment::WholeWorlds worlds({&task.model}, order.options.seed);
  const std::unique_ptr<experiment::Crew> crew = make_crew(order.options.threads, order.arguments, files);
  experiment::BacktestRecord record(task.backtest);
  experiment::Estimates estimates(task.model.layout);
  report::BacktestReport report;
  report.description.title = task.model.title;
  report.description.seed = order.options.seed;
  {
    ProgressBar bar("backtest", order.quiet);
    report.outcome = experiment::run(
        worlds, 0, *crew, order.options, estimates,
        [&](std::uint32_t, const model::Measures& measures) { record.add(measures); },
        [&](const experiment::Progress& progress) {
          bar.show(progress);
          return !interruption_asked();
        },
        journal.get());
  }
  report.backtest = record.result();
  const std::vector<store::AnswerText> all = answers(report);
  print(all[static_cast<std::size_t>(order.format)].text);
  if (report.outcome.interrupted)
    complain("stopped early; the table is of the replications that were complete");
  return recording.end(files, all, report.outcome.replications, report.outcome.interrupted);
}

}  // namespace sendcap::app
