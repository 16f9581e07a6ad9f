#include "workbench.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <iostream>
#include <sstream>
#include <utility>
#include <vector>

#include "cluster/cluster.hpp"
#include "command_text.hpp"
#include "interruption.hpp"
#include "option_text.hpp"
#include "output_folder.hpp"
#include "prepare.hpp"
#include "report_file.hpp"
#include "sendcap/report/record.hpp"
#include "sendcap/report/world_json.hpp"
#include "standard_output.hpp"

namespace sendcap::app {

namespace fs = std::filesystem;

Workbench::Workbench(const ExperimentOrder& order, const Asking& ask)
    : order_(order),
      recording_(std::make_unique<Recording>(order.record, order.quiet)),
      files_(recording_->input_files()) {
  if (order_.out) make_folder(*order_.out);
  if (order_.report) report_ = std::make_unique<ReportFile>(*order_.report, "--report");
  if (order_.xlsx) workbook_ = std::make_unique<WorkbookFile>(*order_.xlsx);
  read();
  know_worlds(ask);
  recording_->begin({order_.command, order_.arguments, order_.overrides, study_->baseline().title,
                     order_.seed, order_.threads},
                    files_);
  listen_for_interruption();
  bar_ = std::make_unique<ProgressBar>(order_.command, order_.quiet);
  crew_ = make_crew(order_.threads, order_.arguments, files_);
  trials_ =
      std::make_unique<experiment::Trials>(*study_, outcomes_, order_.seed, *crew_, recording_->trials(),
                                           [this](const experiment::TrialProgress& progress) {
                                             bar_->show({static_cast<std::uint32_t>(progress.done),
                                                         static_cast<std::uint32_t>(progress.wanted), 0});
                                             return !interruption_asked();
                                           });
}

void Workbench::read() {
  std::optional<experiment::Study> study;
  if (order_.search) {
    search_ = prepare_search(order_.scenario, *order_.search, order_.overrides, files_, reading_);
    if (search_) study = search_->study;
    if (search_) outcomes_ = search_->outcomes;
  } else {
    study = prepare_study(order_.scenario, order_.plans, order_.overrides, files_, reading_);
  }
  if (!study || !order_.quiet) std::cerr << scenario::render(reading_.diagnostics, reading_.sources);
  if (!study) {
    complain("nothing was run; mend the mistakes above first");
    throw BadFiles();
  }
  refuse_to_replace(read_names(files_, order_.record), order_.out,
                    {{"--report", order_.report}, {"--xlsx", order_.xlsx}});
  study_ = std::make_unique<experiment::Study>(std::move(*study));
  description_.program_version = SENDCAP_VERSION;
  description_.title = study_->baseline().title;
  description_.overrides = order_.overrides;
  description_.seed = order_.seed;
}

void Workbench::know_worlds(const Asking& ask) {
  for (std::size_t plan = 0; plan <= study_->plans().size(); ++plan) {
    scenario::Diagnostics none;
    experiment::WorldChoice choice;
    if (plan > 0) choice.plan = plan - 1;
    const std::optional<experiment::World> world = study_->world(choice, none);
    const model::MeasureLayout& layout = world->model.layout;
    outcomes_.add(layout);
    spent_once_.push_back(world->spent_once());
    notes_.add(study_->scenario(choice, none), *world, plan > 0 ? &study_->plans()[plan - 1] : nullptr);
    if (plan > 0) continue;
    targets_ = world->targets;
    first_day_ = layout.dates.front().date;
    last_day_ = layout.dates[layout.dates.size() - 2].date;
    years_ = world->model.years();
    world_json_ = report::world_json(study_->baseline(), layout);
    if (ask) ask(*study_, layout, files_, reading_, outcomes_);
  }
  description_.files = files_.all();
}

double Workbench::elapsed_seconds() const {
  return recording_->clock(std::chrono::duration<double>(Clock::now() - began_).count());
}

std::string Workbench::record(std::vector<report::Impact> impacts) const {
  std::ostringstream text;
  report::write_record(
      study_->baseline(), study_->plans(),
      report::RecordedRun{description_,
                          fmt::format("{} replications of all worlds together", trials_->replications_done()),
                          as_repeated(order_.arguments), std::move(impacts)},
      text);
  return text.str();
}

void Workbench::write_workbook(const std::function<report::Workbook()>& make) {
  if (!workbook_) return;
  bar_.reset();
  workbook_->write(make(), order_.quiet);
}

ExitCode Workbench::answer(std::vector<Answer> answers, bool interrupted,
                           std::vector<report::Impact> impacts) {
  bar_.reset();
  print(answers[static_cast<std::size_t>(order_.format)].text);
  answers.push_back({"record.md", record(std::move(impacts))});
  answers.push_back({"world.json", world_json_});
  if (order_.out) {
    std::string names;
    for (const Answer& one : answers) {
      write_file(fs::path(*order_.out) / one.name, one.text);
      names += (names.empty() ? "" : ", ") + one.name;
    }
    if (!order_.quiet) std::cerr << fmt::format("Results are in {}: {}\n", *order_.out, names);
  }
  if (report_) {
    std::vector<report::PageDocument> documents;
    for (const Answer& one : answers) documents.push_back({one.name, one.text});
    report_->write(documents, order_.quiet);
  }
  if (interrupted) complain("stopped early; the results are of the replications that were complete");
  std::vector<store::AnswerText> texts;
  for (const Answer& one : answers) texts.push_back({one.name, one.text});
  return recording_->end(files_, texts, trials_->replications_done(), interrupted);
}

}  // namespace sendcap::app
