#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "experiment_order.hpp"
#include "faults.hpp"
#include "input_files.hpp"
#include "prepare.hpp"
#include "progress_bar.hpp"
#include "recording.hpp"
#include "report_file.hpp"
#include "sendcap/experiment/trials.hpp"
#include "sendcap/report/record.hpp"
#include "sendcap/report/results.hpp"
#include "sendcap/report/world_notes.hpp"
#include "workbook_file.hpp"

namespace sendcap::app {

// One of the things an experiment answers with: under `name` in the folder of results.
struct Answer {
  std::string name;  // `comparison.csv`
  std::string text;
};

// What every experiment with many worlds needs: the study that was read, those who do the work, progress,
// and the answer on its way out.
//
// Its crew may be spread over many machines (cluster/cluster.hpp) without the command doing anything for it.
// A helping process runs the same command line, with the texts of the files that the leader has read, up to
// the first `Trials::extend`, and never comes back from there. So, before that:
// - what the trials need (plans made in memory too) follows from the command line and from files read through
//   InputFiles, not from the clock, a store, earlier results or the machine;
// - no study, outcomes or seed are changed later, and a program works at one of them;
// - nothing is written but through OutputFile, StandardOutput and std::cerr, which lead nowhere in a helping
//   process; what else is kept on disk (journals, stores) is opened by the leader only (helps_a_leader).
class Workbench {
 public:
  // Asks for further figures to be recorded, of the scenario as it stands; whoever reads files for that adds
  // them to both.
  using Asking = std::function<void(const experiment::Study& study, const model::MeasureLayout& layout,
                                    InputFiles& files, Reading& reading, experiment::Outcomes& outcomes)>;

  // Reads the files. Throws BadFiles once mistakes have been shown, and UsageFault.
  explicit Workbench(const ExperimentOrder& order, const Asking& ask = {});

  [[nodiscard]] const experiment::Study& study() const { return *study_; }
  [[nodiscard]] const experiment::Outcomes& outcomes() const { return outcomes_; }
  [[nodiscard]] const std::vector<experiment::TargetCell>& targets() const { return targets_; }
  [[nodiscard]] experiment::Trials& trials() { return *trials_; }
  // What the search file says; only when one was given.
  [[nodiscard]] const PreparedSearch& search() const { return *search_; }
  [[nodiscard]] const report::RunDescription& description() const { return description_; }
  [[nodiscard]] const std::string& first_day() const { return first_day_; }
  [[nodiscard]] const std::string& last_day() const { return last_day_; }
  [[nodiscard]] double years() const { return years_; }
  // What is spent once within the run, in pounds, as the scenario stands and with each plan.
  [[nodiscard]] const std::vector<double>& spent_once() const { return spent_once_; }
  // What results do not say by themselves, of the scenario as it stands and with each plan.
  [[nodiscard]] const report::WorldNotes& notes() const { return notes_; }
  // Since the beginning. What an experiment decides by it is decided alike when the run is done again.
  [[nodiscard]] double elapsed_seconds() const;
  [[nodiscard]] const scenario::Sources& sources() const { return reading_.sources; }
  void end_progress() { bar_.reset(); }

  // The files read so far; those that an experiment reads besides scenario and plans are read through it, so
  // that they are recorded.
  [[nodiscard]] InputFiles& files() { return files_; }

  // Writes the workbook, when one was asked for.
  void write_workbook(const std::function<report::Workbook()>& make);

  // Prints the answer asked for, writes all of them into the folder, if one was given, and records them. The
  // first is the text, then json, then csv, as AnswerFormat; further ones are only written. What inputs were
  // found to matter goes into the record.
  ExitCode answer(std::vector<Answer> answers, bool interrupted, std::vector<report::Impact> impacts = {});

 private:
  using Clock = std::chrono::steady_clock;

  void read();
  void know_worlds(const Asking& ask);
  [[nodiscard]] std::string record(std::vector<report::Impact> impacts) const;

  const ExperimentOrder& order_;
  Clock::time_point began_ = Clock::now();
  std::unique_ptr<ReportFile> report_;
  std::unique_ptr<WorkbookFile> workbook_;
  std::unique_ptr<Recording> recording_;
  InputFiles files_;
  Reading reading_;
  std::unique_ptr<experiment::Study> study_;
  std::optional<PreparedSearch> search_;
  experiment::Outcomes outcomes_;
  std::vector<experiment::TargetCell> targets_;
  report::RunDescription description_;
  std::string world_json_;
  std::string first_day_;
  std::string last_day_;
  double years_ = 1;
  std::vector<double> spent_once_;
  report::WorldNotes notes_;
  std::unique_ptr<ProgressBar> bar_;
  std::unique_ptr<experiment::Crew> crew_;
  std::unique_ptr<experiment::Trials> trials_;
};

}  // namespace sendcap::app
