#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "sendcap/experiment/sensitivity.hpp"
#include "sendcap/experiment/steadiness.hpp"
#include "sendcap/report/record.hpp"
#include "sendcap/report/results.hpp"

namespace sendcap::report {

/// What an answer hangs on, and what is said with it. What it points to must outlive it.
struct SensitivityReport {
  RunDescription description;
  const experiment::Study* study = nullptr;
  experiment::Sensitivity sensitivity;
  std::vector<std::optional<experiment::Steadiness>> steadiness;  ///< by tornado
  std::vector<experiment::InputBreakEven> break_evens;
  std::uint32_t break_even_replications = 0;
  std::optional<double> seconds;  ///< time that was given
  std::string first_day;          ///< ISO date
  std::string last_day;
  bool interrupted = false;
};

/// For the terminal: for each figure whether the answer changes anywhere in the ranges, and a tornado.
[[nodiscard]] std::string sensitivity_text(const SensitivityReport& report);

/// What each break-even says, a sentence or two.
[[nodiscard]] std::string break_even_sentence(const SensitivityReport& report,
                                              const experiment::InputBreakEven& break_even);

/// Every input of every figure as CSV; or, of break-evens, every value looked at (docs/results.md).
void write_sensitivity_csv(std::ostream& out, const SensitivityReport& report);
void write_break_even_csv(std::ostream& out, const SensitivityReport& report);

/// Of each input the figure among whose inputs it stands highest, and how far it moves that over its range.
[[nodiscard]] std::vector<Impact> impacts(const SensitivityReport& report);

/// All of it as a document.
[[nodiscard]] std::string sensitivity_json(const SensitivityReport& report);

}  // namespace sendcap::report
