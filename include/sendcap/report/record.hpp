#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "sendcap/report/results.hpp"
#include "sendcap/scenario/plan.hpp"
#include "sendcap/scenario/scenario.hpp"

namespace sendcap::report {

/// How much an input was found to matter.
struct Impact {
  std::string path;   ///< of the input
  std::string words;  ///< `waiting, autism assessment, on 2026-07-01: −320 to +210`
};

/// What was run, for the record of a run.
struct RecordedRun {
  RunDescription description;
  std::string replications;          ///< `100 replications of each plan`
  std::string command;               ///< that makes the same results again, as it would be typed
  std::vector<Impact> impacts = {};  ///< where a sensitivity run found them
};

/// The record of a model: the twenty items of STRESS-DES (Monks et al. 2019, "Strengthening the reporting of
/// empirical simulation studies"), filled from the scenario and what was run; the assumptions log that the
/// Aqua Book asks for (HM Treasury 2015); and what the results are fit for. A Markdown page (UTF-8,
/// CommonMark with tables). Without a run it says how a run would be made. The same arguments always give the
/// same page.
void write_record(const scenario::Scenario& scenario, const std::vector<scenario::Plan>& plans,
                  const std::optional<RecordedRun>& run, std::ostream& out);

}  // namespace sendcap::report
