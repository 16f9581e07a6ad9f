#pragma once

#include <string>
#include <vector>

#include "sendcap/experiment/study.hpp"

namespace sendcap::report {

/// What of the worlds that are compared their results do not say by themselves.
struct WorldNotes {
  /// Where a measure of the calendar year so far stands for a year, or for what of it lies in the run.
  struct CalendarYear {
    std::string ends;  ///< ISO date at which it is told
    std::string year;  ///< `2027`, `2029 to 2029-04-01`
  };
  /// What children on the list of a pathway come to after their first contact: a shorter list may only have
  /// moved on to there.
  struct ComesLater {
    std::string pathway;
    std::vector<std::string> services;  ///< none that children before their first contact wait for too
    std::vector<std::string> pathways;  ///< to which it refers
  };

  std::vector<CalendarYear> calendar_years;
  std::vector<ComesLater> comes_later;

  /// By world: what a plan names, and the pathways of the services it names. Nothing as things stand.
  std::vector<std::vector<std::string>> touched;
  std::vector<std::string> target_subjects;  ///< what targets are about

  /// Notes what a further world adds, as a plan may put steps on the way: the scenario with its plan, what is
  /// made of it, and the plan (null as things stand).
  void add(const scenario::Scenario& scenario, const experiment::World& world, const scenario::Plan* plan);
};

}  // namespace sendcap::report
