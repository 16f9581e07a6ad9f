#include <fmt/format.h>

#include <algorithm>
#include <sstream>
#include <utility>

#include "answers.hpp"
#include "sendcap/report/estimates_csv.hpp"
#include "sendcap/report/inequality_csv.hpp"
#include "sendcap/report/record.hpp"
#include "sendcap/report/summary_json.hpp"
#include "sendcap/report/table.hpp"

namespace sendcap::python {
namespace {

constexpr const char* kBaseline = "baseline";  // as the program calls the scenario as it stands

}  // namespace

RunAnswer::RunAnswer(std::shared_ptr<const CountyStudy> study, const RunAsked& asked, const OnLook& look)
    : study_(std::move(study)), description_(study_->description()) {
  description_.program_version = SENDCAP_VERSION;
  description_.seed = asked.options.seed;
  description_.level = asked.options.level;
  description_.precision = asked.options.precision;
  description_.small_count = asked.small_count;
  do_watched([&](Meter& meter) { simulate(asked, meter); }, look);
}

void RunAnswer::simulate(const RunAsked& asked, Meter& meter) {
  std::vector<const model::Model*> models;
  for (std::size_t w = 0; w < study_->worlds(); ++w) {
    worlds_.push_back(std::make_unique<experiment::World>(study_->world(w)));
    models.push_back(&worlds_.back()->model);
  }
  const experiment::WholeWorlds whole(std::move(models), asked.options.seed);
  experiment::ThreadCrew crew(asked.options.threads);
  std::ostringstream csv;
  if (asked.detail) report::write_csv_header(csv);
  std::size_t done = 0;
  for (std::size_t w = 0; w < worlds_.size() && !meter.is_stopped(); ++w) {
    const experiment::World& world = *worlds_[w];
    records_.push_back(std::make_unique<report::PlanRecord>(study_->name(w, kBaseline), study_->about(w),
                                                            world.model, world.targets));
    report::PlanRecord& record = *records_.back();
    std::optional<report::CsvWriter> table;
    if (asked.detail)
      table.emplace(csv, study_->name(w, kBaseline), world.model.layout, *asked.detail, asked.small_count);
    const auto on_replication = [&](std::uint32_t replication, const model::Measures& measures) {
      record.add(measures);
      if (table) table->write(replication, measures);
    };
    const auto outcome =
        experiment::run(whole, w, crew, asked.options, record.estimates(), on_replication,
                        [&](const experiment::Progress& progress) {
                          const std::size_t to_come = worlds_.size() - w - 1;
                          return meter.tell(done + progress.done, done + progress.wanted * (1 + to_come));
                        });
    done += outcome.replications;
    results_.push_back(record.results(outcome, w == 0 ? nullptr : records_.front().get()));
  }
  results_csv_ = csv.str();
}

std::string RunAnswer::summary_json() const {
  return report::summary_json(description_, results_);
}

std::string RunAnswer::table() const {
  return report::table(description_, results_);
}

std::string RunAnswer::estimates_csv() const {
  std::ostringstream csv;
  report::write_estimates_csv_header(csv);
  for (const report::PlanResults& plan : results_) report::write_estimates_csv(csv, plan, description_);
  return csv.str();
}

std::string RunAnswer::inequality_csv() const {
  std::ostringstream csv;
  report::write_inequality_csv_header(csv);
  for (const report::PlanResults& plan : results_) report::write_inequality_csv(csv, plan, description_);
  return csv.str();
}

std::vector<report::PageDocument> RunAnswer::documents() const {
  std::uint32_t replications = 0;
  for (const report::PlanResults& plan : results_)
    replications = std::max(replications, plan.outcome.replications);
  const experiment::Study& study = study_->study();
  std::ostringstream record;
  report::write_record(
      study.baseline(), study.plans(),
      report::RecordedRun{description_, fmt::format("{} replications of each plan", replications),
                          fmt::format("{}.run(replications={}, seed={})", study_->loading(), replications,
                                      description_.seed)},
      record);
  return {
      {"summary.json", summary_json()}, {"world.json", study_->world_json()}, {"record.md", record.str()}};
}

}  // namespace sendcap::python
