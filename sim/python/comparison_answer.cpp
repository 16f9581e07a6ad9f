#include <fmt/format.h>

#include <chrono>
#include <sstream>
#include <utility>

#include "answers.hpp"
#include "sendcap/experiment/trials.hpp"
#include "sendcap/report/comparison_report.hpp"
#include "sendcap/report/record.hpp"

namespace sendcap::python {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point began) {
  return std::chrono::duration<double>(Clock::now() - began).count();
}

// What is said of the worlds besides what is compared.
report::ComparisonReport described(const CountyStudy& study, experiment::Outcomes& outcomes,
                                   std::vector<experiment::TargetCell>& targets) {
  report::ComparisonReport report;
  report.description = study.description();
  report.description.program_version = SENDCAP_VERSION;
  for (std::size_t w = 0; w < study.worlds(); ++w) {
    const experiment::World world = study.world(w);
    const model::MeasureLayout& layout = world.model.layout;
    outcomes.add(layout);
    report.names.push_back(study.name(w, "the scenario as it stands"));
    report.abouts.push_back(study.about(w));
    report.once.push_back(world.spent_once());
    scenario::Diagnostics none;
    report.notes.add(study.study().scenario(study.choice(w), none), world,
                     w > 0 ? &study.study().plans()[w - 1] : nullptr);
    if (w > 0) continue;
    targets = world.targets;
    report.first_day = layout.dates.front().date;
    report.last_day = layout.dates[layout.dates.size() - 2].date;
    report.years = world.model.years();
  }
  return report;
}

}  // namespace

ComparisonAnswer::ComparisonAnswer(std::shared_ptr<const CountyStudy> study, const ComparisonAsked& asked,
                                   const OnLook& look) {
  do_watched([&](Meter& meter) { compare(*study, asked, meter); }, look);
}

void ComparisonAnswer::compare(const CountyStudy& study, const ComparisonAsked& asked, Meter& meter) {
  const Clock::time_point began = Clock::now();
  experiment::Outcomes outcomes;
  std::vector<experiment::TargetCell> targets;
  report::ComparisonReport report = described(study, outcomes, targets);
  world_ = study.world_json();
  report.description.seed = asked.seed;
  report.description.level = asked.options.level;
  report.description.precision = asked.options.precision;
  report.seconds = asked.options.seconds;

  experiment::ThreadCrew crew(asked.threads);
  experiment::Trials trials(
      study.study(), outcomes, asked.seed, crew, nullptr,
      [&](const experiment::TrialProgress& progress) { return meter.tell(progress.done, progress.wanted); });
  std::vector<std::size_t> worlds;
  for (std::size_t w = 0; w < study.worlds(); ++w) worlds.push_back(trials.world(study.choice(w)));
  report.outcome = experiment::compare(trials, worlds, asked.options, [&] { return seconds_since(began); });
  if (meter.is_stopped()) return;

  std::vector<const std::vector<experiment::Row>*> rows;
  for (const std::size_t world : worlds) rows.push_back(&trials.rows(world));
  const experiment::Comparison comparison(outcomes, std::move(targets), std::move(rows), asked.options.level);
  report.comparison = &comparison;
  std::ostringstream csv;
  report::write_comparison_csv(csv, report);
  csv_ = csv.str();
  text_ = report::comparison_text(report);
  json_ = report::comparison_json(report);
  std::ostringstream record;
  report::write_record(
      study.study().baseline(), study.study().plans(),
      report::RecordedRun{report.description,
                          fmt::format("{} replications of all worlds together", trials.replications_done()),
                          fmt::format("{}.compare(replications={}, seed={})", study.loading(),
                                      comparison.replications(), asked.seed)},
      record);
  record_ = record.str();
}

std::vector<report::PageDocument> ComparisonAnswer::documents() const {
  return {{"comparison.json", json_}, {"world.json", world_}, {"record.md", record_}};
}

}  // namespace sendcap::python
