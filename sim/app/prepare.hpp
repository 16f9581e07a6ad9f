#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "input_files.hpp"
#include "sendcap/experiment/search.hpp"
#include "sendcap/experiment/study.hpp"
#include "sendcap/experiment/targets.hpp"
#include "sendcap/model/model.hpp"
#include "sendcap/scenario/language/diagnostic.hpp"
#include "sendcap/scenario/language/source.hpp"
#include "sendcap/scenario/plan.hpp"
#include "sendcap/scenario/scenario.hpp"

namespace sendcap::app {

// A plan ready to be run.
struct PreparedPlan {
  std::string name;
  std::string description;
  model::Model model;
  std::vector<experiment::TargetCell> targets;
};

// What stands in the files: a scenario, and plans for it.
struct Written {
  scenario::Scenario baseline;
  std::vector<scenario::Plan> plans;
};

// The same ready to be run, the scenario as it stands first.
struct Prepared {
  Written written;
  std::vector<PreparedPlan> plans;
};

// The name of the scenario as it stands.
inline constexpr const char* kBaseline = "baseline";

// What a user wrote, as far as it is read: the texts, for messages, and all that is wrong with them.
struct Reading {
  scenario::Sources sources;
  scenario::Diagnostics diagnostics;
};

// The scenario as it stands and with each of the plans, compiled. Mistakes go to `reading`; empty when one of
// them is an error. Throws UsageFault when a file is missing or two plans have the same name.
[[nodiscard]] std::optional<Prepared> prepare(const std::string& scenario_path,
                                              const std::vector<std::string>& plan_paths,
                                              const std::vector<std::string>& overrides, InputFiles& files,
                                              Reading& reading);

// The same as a study, each of its worlds tried; mistakes go to `reading`.
[[nodiscard]] std::optional<experiment::Study> prepare_study(const std::string& scenario_path,
                                                             const std::vector<std::string>& plan_paths,
                                                             const std::vector<std::string>& overrides,
                                                             InputFiles& files, Reading& reading);

// The same for a command that only tells of it: what is wrong or doubtful is shown on stderr. Throws BadFiles
// when a mistake prevents it.
[[nodiscard]] experiment::Study study_to_tell_of(const std::string& scenario_path,
                                                 const std::vector<std::string>& plan_paths,
                                                 const std::vector<std::string>& overrides, InputFiles& files,
                                                 Reading& reading);

// A search ready to be carried out.
struct PreparedSearch {
  scenario::Search search;
  std::shared_ptr<const scenario::SearchSpace> space;
  experiment::Study study;        // its further plans are those of the space
  experiment::Outcomes outcomes;  // of the scenario as it stands and with each way of each lever
  experiment::GoalOutcome goal;
  experiment::Purse purse;
};

// Reads a search and tries each way of each lever by itself; mistakes go to `reading`.
[[nodiscard]] std::optional<PreparedSearch> prepare_search(const std::string& scenario_path,
                                                           const std::string& search_path,
                                                           const std::vector<std::string>& overrides,
                                                           InputFiles& files, Reading& reading);

// The scenario alone, when it can be run; mistakes go to `reading`. Throws UsageFault when a file is missing.
[[nodiscard]] std::optional<scenario::Scenario> prepare_scenario(const std::string& scenario_path,
                                                                 const std::vector<std::string>& overrides,
                                                                 InputFiles& files, Reading& reading);

}  // namespace sendcap::app
