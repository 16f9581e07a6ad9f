#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "sendcap/experiment/calibration.hpp"
#include "sendcap/experiment/study.hpp"
#include "sendcap/report/results.hpp"

namespace sendcap::report {

/// What came of `sendcap calibrate`. What it points to must outlive it.
struct CalibrationReport {
  RunDescription description;
  const experiment::Calibration* calibration = nullptr;
  const experiment::Study* study = nullptr;
  const experiment::Outcomes* outcomes = nullptr;
  std::string observed;  ///< the table of figures, as the user named it
  std::string first_day;
  std::string last_day;
  experiment::CalibrateOptions options;
  std::vector<experiment::FittedInput> inputs;
  std::vector<experiment::Observation> observations;
};

/// For the terminal, in 80 columns: the values, how well they fit, and what to be wary of.
[[nodiscard]] std::string calibration_text(const CalibrationReport& report);

/// Why nothing was fitted, and what would help.
[[nodiscard]] std::string calibration_refusal(const CalibrationReport& report);

/// The fit in one sentence for each series: `waiting, autism assessment: within 1.2% at every date`.
[[nodiscard]] std::vector<std::string> fit_in_words(const CalibrationReport& report);

/// What stands as the source of a fitted value in the scenario that is written.
[[nodiscard]] std::string source_of_fit(const CalibrationReport& report);

/// The observed figures beside the fitted scenario's (docs/results.md).
void write_fit_csv(std::ostream& out, const CalibrationReport& report);

[[nodiscard]] std::string calibration_json(const CalibrationReport& report);

}  // namespace sendcap::report
