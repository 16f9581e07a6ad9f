#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "experiment_order.hpp"
#include "faults.hpp"
#include "input_files.hpp"
#include "prepare.hpp"
#include "progress_bar.hpp"
#include "sendcap/experiment/trials.hpp"
#include "sendcap/report/results.hpp"

namespace sendcap::app {

// One of the things an experiment answers with: under `name` in the folder of results.
struct Answer {
  std::string name;  // `comparison.csv`
  std::string text;
};

// What every experiment with many worlds needs: the study that was read, those who do the work, progress,
// and the answer on its way out.
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
  // The world of the scenario as it stands, or with a plan, compiled.
  [[nodiscard]] const report::RunDescription& description() const { return description_; }
  [[nodiscard]] const std::string& first_day() const { return first_day_; }
  [[nodiscard]] const std::string& last_day() const { return last_day_; }
  [[nodiscard]] double years() const { return years_; }
  [[nodiscard]] double elapsed_seconds() const;
  [[nodiscard]] const scenario::Sources& sources() const { return reading_.sources; }
  void end_progress() { bar_.reset(); }

  // Prints the answer asked for and writes all of them into the folder, if one was given. The first is the
  // text, then json, then csv, as AnswerFormat; further ones are only written.
  ExitCode answer(const std::vector<Answer>& answers, bool interrupted);

 private:
  using Clock = std::chrono::steady_clock;

  void read();
  void know_worlds(const Asking& ask);

  const ExperimentOrder& order_;
  Clock::time_point began_ = Clock::now();
  InputFiles files_;
  Reading reading_;
  std::unique_ptr<experiment::Study> study_;
  experiment::Outcomes outcomes_;
  std::vector<experiment::TargetCell> targets_;
  report::RunDescription description_;
  std::string first_day_;
  std::string last_day_;
  double years_ = 1;
  std::unique_ptr<ProgressBar> bar_;
  std::unique_ptr<experiment::Crew> crew_;
  std::unique_ptr<experiment::Trials> trials_;
};

}  // namespace sendcap::app
