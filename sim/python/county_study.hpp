#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "sendcap/experiment/study.hpp"
#include "sendcap/report/results.hpp"
#include "sendcap/scenario/language/source.hpp"

namespace sendcap::python {

// What the user wrote is wrong; the message is what the program would show.
class WrongFiles : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// A figure that may be changed, as a line of a table.
struct InputLine {
  std::string path;
  std::optional<std::string> plan;
  double value = 0;  // in the base unit of its kind
  std::string text;  // as in a file
  std::optional<double> low;
  std::optional<double> high;
  std::string source;
  std::string quality;
  std::string help;
  std::string place;  // `file:line:column`
};

// A scenario and plans for it, read from files, with changed values: the worlds that Python asks about.
class CountyStudy {
 public:
  // Values of the scenario are changed by `PATH=VALUE`; those of a plan by `plan TITLE: PATH=VALUE`. Throws
  // WrongFiles.
  CountyStudy(const std::string& scenario_path, const std::vector<std::string>& plan_paths,
              const std::vector<std::string>& changes);

  [[nodiscard]] const experiment::Study& study() const { return *study_; }
  // The scenario as it stands, then each plan.
  [[nodiscard]] std::size_t worlds() const { return study_->plans().size() + 1; }
  [[nodiscard]] experiment::WorldChoice choice(std::size_t world) const;
  [[nodiscard]] experiment::World world(std::size_t world) const;
  [[nodiscard]] std::string name(std::size_t world, const std::string& baseline) const;
  // How Python loads it again: `sendcap.load("county.yaml", plans=["more.yaml"])`.
  [[nodiscard]] std::string loading() const;
  [[nodiscard]] const std::string& about(std::size_t world) const;
  // What is doubtful but no mistake; as the program would show it.
  [[nodiscard]] const std::string& warnings() const { return warnings_; }
  [[nodiscard]] std::vector<InputLine> inputs() const;
  [[nodiscard]] std::string world_json() const;
  [[nodiscard]] report::RunDescription description() const { return description_; }

 private:
  [[nodiscard]] std::optional<std::string> read_file(const std::string& path);
  void try_worlds(scenario::Diagnostics& diagnostics) const;

  std::string scenario_path_;
  std::vector<std::string> plan_paths_;
  std::vector<std::string> changes_;
  scenario::Sources sources_;
  report::RunDescription description_;
  std::optional<experiment::Study> study_;
  std::string warnings_;
};

}  // namespace sendcap::python
