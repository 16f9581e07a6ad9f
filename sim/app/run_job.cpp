#include "run_job.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <utility>

#include "cluster/cluster.hpp"
#include "command_text.hpp"
#include "events_file.hpp"
#include "input_files.hpp"
#include "interruption.hpp"
#include "machine.hpp"
#include "option_text.hpp"
#include "output_folder.hpp"
#include "prepare.hpp"
#include "progress_bar.hpp"
#include "recording.hpp"
#include "report_file.hpp"
#include "sendcap/report/estimates_csv.hpp"
#include "sendcap/report/inequality_csv.hpp"
#include "sendcap/report/inputs_list.hpp"
#include "sendcap/report/plan_record.hpp"
#include "sendcap/report/record.hpp"
#include "sendcap/report/run_json.hpp"
#include "sendcap/report/summary_json.hpp"
#include "sendcap/report/table.hpp"
#include "sendcap/report/world_json.hpp"
#include "standard_output.hpp"
#include "workbook_file.hpp"

namespace sendcap::app {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::uint32_t kFirstReplication = 0;

double seconds_since(Clock::time_point began) {
  return std::chrono::duration<double>(Clock::now() - began).count();
}

// One run of all plans, from the files to the results.
class RunJob {
 public:
  explicit RunJob(const RunOrder& order)
      : order_(order), recording_(order.record, order.quiet), files_(recording_.input_files()) {
    record_.started = time_now();
    record_.command = order.arguments;
  }

  ExitCode run() {
    if (order_.out) make_folder(*order_.out);
    read();
    recording_.begin({"run", order_.arguments, order_.overrides, description_.title, order_.options.seed,
                      order_.options.threads},
                     files_);
    open_results();
    listen_for_interruption();
    if (order_.events) write_events();
    simulate_all();
    answer();
    if (order_.out) write_results();
    if (report_)
      report_->write({{"summary.json", summary_}, {"world.json", world_}, {"record.md", recorded_}},
                     order_.quiet);
    if (workbook_) write_workbook();
    const bool interrupted = interruption_asked();
    if (interrupted) complain("stopped early; the results are of the replications that were complete");
    return record(interrupted);
  }

 private:
  void read() {
    Reading reading;
    std::optional<Prepared> prepared =
        prepare(order_.scenario, order_.plans, order_.overrides, files_, reading);
    if (!prepared || !order_.quiet) std::cerr << scenario::render(reading.diagnostics, reading.sources);
    if (!prepared) {
      complain("nothing was run; mend the mistakes above first");
      throw BadFiles();
    }
    written_ = std::move(prepared->written);
    plans_ = std::move(prepared->plans);
    refuse_to_replace(read_names(files_, order_.record), order_.out,
                      {{"--report", order_.report}, {"--xlsx", order_.xlsx}, {"--events", order_.events}});
    description_.program_version = SENDCAP_VERSION;
    description_.title = plans_.front().model.title;
    description_.files = files_.all();
    description_.overrides = order_.overrides;
    description_.seed = order_.options.seed;
    description_.level = order_.options.level;
    description_.precision = order_.options.precision;
    description_.small_count = order_.small_count;
  }

  void open_results() {
    if (order_.report) report_ = std::make_unique<ReportFile>(*order_.report, "--report");
    if (order_.xlsx) workbook_ = std::make_unique<WorkbookFile>(*order_.xlsx);
    if (order_.out) {
      results_ = std::make_unique<OutputFile>(fs::path(*order_.out) / "results.csv");
      report::write_csv_header(results_->stream());
    }
    if (order_.format == Format::csv) report::write_csv_header(output_.stream());
  }

  // A run of its own, so that the replications below need not look out for an observer.
  void write_events() {
    EventsFile events(*order_.events, plans_.front().model);
    for (const PreparedPlan& plan : plans_)
      if (!interruption_asked()) events.run(plan, order_.options.seed, kFirstReplication);
    events.complete();
    if (!order_.quiet)
      std::cerr << fmt::format("Events of replication {} are in {}\n", kFirstReplication, *order_.events);
  }

  void simulate_all() {
    std::vector<const model::Model*> models;
    for (const PreparedPlan& plan : plans_) models.push_back(&plan.model);
    const experiment::WholeWorlds worlds(std::move(models), order_.options.seed);
    crew_ = make_crew(order_.options.threads, order_.arguments, files_);
    for (std::size_t plan = 0; plan < plans_.size(); ++plan)
      if (!interruption_asked()) simulate(worlds, plan);
  }

  void simulate(const experiment::WholeWorlds& worlds, std::size_t number) {
    const PreparedPlan& plan = plans_[number];
    const model::MeasureLayout& layout = plan.model.layout;
    records_.push_back(
        std::make_unique<report::PlanRecord>(plan.name, plan.description, plan.model, plan.targets));
    std::vector<report::CsvWriter> tables;
    const auto add_table = [&](std::ostream& out) {
      tables.emplace_back(out, plan.name, layout, order_.detail, order_.small_count);
    };
    if (results_) add_table(results_->stream());
    if (order_.format == Format::csv) add_table(output_.stream());
    const auto on_replication = [&](std::uint32_t replication, const model::Measures& measures) {
      records_.back()->add(measures);
      for (report::CsvWriter& table : tables) table.write(replication, measures);
      if (results_) results_->check();
      output_.check();
    };
    const std::unique_ptr<experiment::ReplicationJournal> journal = recording_.replications(plan.name);
    const Clock::time_point began = Clock::now();
    experiment::RunOutcome outcome;
    {
      ProgressBar bar(plan.name, order_.quiet);
      outcome = experiment::run(
          worlds, number, *crew_, order_.options, records_.back()->estimates(), on_replication,
          [&](const experiment::Progress& progress) {
            bar.show(progress);
            return !interruption_asked();
          },
          journal.get());
    }
    record_.plan_seconds.push_back(seconds_since(began));
    const report::PlanRecord* baseline = number == 0 ? nullptr : records_.front().get();
    results_of_plans_.push_back(records_.back()->results(outcome, baseline));
  }

  void answer() {
    if (order_.format == Format::table || recording_.wants_answers())
      table_ = report::table(description_, results_of_plans_);
    if (order_.format == Format::json || order_.out || order_.report || recording_.wants_answers())
      summary_ = report::summary_json(description_, results_of_plans_);
    if (order_.out || order_.report || recording_.wants_answers()) make_record();
    if (order_.format == Format::table) print(table_);
    if (order_.format == Format::json) print(summary_);
    if (order_.format == Format::csv) output_.finish();
  }

  void make_record() {
    std::uint32_t replications = 0;
    for (const report::PlanResults& plan : results_of_plans_)
      replications = std::max(replications, plan.outcome.replications);
    std::ostringstream text;
    report::write_record(
        written_.baseline, written_.plans,
        report::RecordedRun{description_, fmt::format("{} replications of each plan", replications),
                            as_repeated(order_.arguments)},
        text);
    recorded_ = text.str();
    world_ = report::world_json(written_.baseline, plans_.front().model.layout);
  }

  void write_workbook() {
    const experiment::Study study(written_.baseline, written_.plans);
    const std::vector<experiment::Input> inputs = report::listed_inputs(study);
    workbook_->write(report::run_workbook(description_, results_of_plans_, inputs), order_.quiet);
  }

  ExitCode record(bool interrupted) {
    std::uint64_t replications = 0;
    for (const report::PlanResults& plan : results_of_plans_) replications += plan.outcome.replications;
    return recording_.end(
        files_,
        {{"table.txt", table_}, {"summary.json", summary_}, {"world.json", world_}, {"record.md", recorded_}},
        replications, interrupted);
  }

  void write_results() {
    const fs::path folder = *order_.out;
    results_->complete();
    OutputFile estimates(folder / "estimates.csv");
    report::write_estimates_csv_header(estimates.stream());
    for (const report::PlanResults& plan : results_of_plans_)
      report::write_estimates_csv(estimates.stream(), plan, description_);
    estimates.complete();
    OutputFile inequality(folder / "inequality.csv");
    report::write_inequality_csv_header(inequality.stream());
    for (const report::PlanResults& plan : results_of_plans_)
      report::write_inequality_csv(inequality.stream(), plan, description_);
    inequality.complete();
    write_file(folder / "summary.json", summary_);
    write_file(folder / "world.json", world_);
    write_file(folder / "record.md", recorded_);
    record_.machine = machine_name();
    record_.compiler = compiler_name();
    record_.threads = crew_->size();
    record_.seconds = seconds_since(began_);
    record_.peak_memory_bytes = peak_memory_bytes();
    write_file(folder / "run.json", report::run_json(description_, results_of_plans_, record_));
    if (!order_.quiet)
      std::cerr << fmt::format(
          "Results are in {}: results.csv, estimates.csv, inequality.csv, summary.json, "
          "world.json, record.md, run.json\n",
          folder.string());
  }

  const RunOrder& order_;
  StandardOutput output_;  // of the CSV, which goes out as it comes
  Clock::time_point began_ = Clock::now();
  report::RunDescription description_;
  report::RunRecord record_;
  Recording recording_;
  InputFiles files_;
  Written written_;
  std::vector<PreparedPlan> plans_;
  std::unique_ptr<experiment::Crew> crew_;
  std::vector<std::unique_ptr<report::PlanRecord>> records_;
  std::vector<report::PlanResults> results_of_plans_;
  std::unique_ptr<OutputFile> results_;
  std::unique_ptr<ReportFile> report_;
  std::unique_ptr<WorkbookFile> workbook_;
  std::string table_;
  std::string summary_;
  std::string world_;
  std::string recorded_;
};

}  // namespace

ExitCode do_run(const RunOrder& order) {
  return RunJob(order).run();
}

}  // namespace sendcap::app
