// What is written of a finished run of the county: each document, for so many replications as the run keeps.

#include <benchmark/benchmark.h>

#include <memory>
#include <sstream>

#include "model/read_model.hpp"
#include "sendcap/experiment/run.hpp"
#include "sendcap/report/csv.hpp"
#include "sendcap/report/estimates_csv.hpp"
#include "sendcap/report/inequality_csv.hpp"
#include "sendcap/report/summary_json.hpp"
#include "sendcap/report/table.hpp"

namespace sendcap::bench {
namespace {

// Ten replications of the baseline, as the program holds them when they are done.
class FinishedRun {
 public:
  FinishedRun() {
    experiment::RunOptions options;
    options.replications = 10;
    plan_.outcome = experiment::run(model_, options, estimates_,
                                    [&](std::uint32_t replication, const model::Measures& measures) {
                                      inequality_.add(measures);
                                      if (replication == 0) first_ = measures;
                                    });
    plan_.name = "baseline";
    plan_.model = &model_;
    plan_.estimates = &estimates_;
    plan_.inequality = &inequality_;
    plan_.targets = &targets_;
    description_.title = model_.title;
  }

  const model::Model& model() const { return model_; }
  const model::Measures& first() const { return first_; }
  const report::PlanResults& plan() const { return plan_; }
  const report::RunDescription& description() const { return description_; }

 private:
  model::Model model_ = read_model(project_file("scenarios/worcestershire/baseline.yaml"));
  experiment::Estimates estimates_{model_.layout};
  experiment::Inequality inequality_{model_.layout};
  experiment::TargetRecord targets_{{}};
  model::Measures first_;
  report::PlanResults plan_;
  report::RunDescription description_;
};

const FinishedRun& finished_run() {
  static const FinishedRun run;
  return run;
}

template <class Write>
void report_of(benchmark::State& state, Write write) {
  const FinishedRun& run = finished_run();
  std::size_t bytes = 0;
  for (auto iteration : state) bytes += write(run).size();
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

std::string table(const FinishedRun& run) {
  return report::table(run.description(), {run.plan()});
}

std::string summary_json(const FinishedRun& run) {
  return report::summary_json(run.description(), {run.plan()});
}

std::string estimates_csv(const FinishedRun& run) {
  std::ostringstream out;
  report::write_estimates_csv(out, run.plan(), run.description());
  return std::move(out).str();
}

std::string inequality_csv(const FinishedRun& run) {
  std::ostringstream out;
  report::write_inequality_csv(out, run.plan(), run.description());
  return std::move(out).str();
}

std::string results_csv(const FinishedRun& run, report::Detail detail) {
  std::ostringstream out;
  report::CsvWriter(out, "baseline", run.model().layout, detail).write(0, run.first());
  return std::move(out).str();
}

std::string one_replication_csv(const FinishedRun& run) {
  return results_csv(run, report::Detail::totals);
}

std::string one_replication_full_csv(const FinishedRun& run) {
  return results_csv(run, report::Detail::full);
}

void adding_a_replication(benchmark::State& state) {
  const FinishedRun& run = finished_run();
  experiment::Estimates estimates(run.model().layout);
  experiment::Inequality inequality(run.model().layout);
  for (auto iteration : state) {
    estimates.add(run.first());
    inequality.add(run.first());
  }
}

BENCHMARK(adding_a_replication)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(report_of, table, table)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(report_of, summary_json, summary_json)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(report_of, estimates_csv, estimates_csv)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(report_of, inequality_csv, inequality_csv)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(report_of, one_replication_csv, one_replication_csv)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(report_of, one_replication_full_csv, one_replication_full_csv)
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace sendcap::bench
