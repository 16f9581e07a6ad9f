#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "sendcap/experiment/comparison.hpp"
#include "sendcap/report/results.hpp"

namespace sendcap::report {

/// A comparison and what is said with it. What it points to must outlive it.
struct ComparisonReport {
  RunDescription description;
  std::vector<std::string> names;   ///< by world; the first is the scenario as it stands
  std::vector<std::string> abouts;  ///< likewise what each plan is for
  const experiment::Comparison* comparison = nullptr;
  experiment::CompareOutcome outcome;
  std::optional<double> seconds;  ///< time that was given
  std::string first_day;          ///< ISO date
  std::string last_day;
  double years = 1;          ///< length of the run
  std::vector<double> once;  ///< by world, what is spent once within the run, in pounds
};

/// What each plan changes, in plain English, one sentence each; by plan. What can not be told from chance is
/// called unclear, and what the plan can not touch is said to be the same.
[[nodiscard]] std::vector<std::string> findings(const ComparisonReport& report, std::size_t world);

/// For the terminal: findings, targets, costs, which plan is best, who gains and who loses.
[[nodiscard]] std::string comparison_text(const ComparisonReport& report);

/// Every outcome of every plan, with its difference, as CSV (docs/results.md).
void write_comparison_csv(std::ostream& out, const ComparisonReport& report);

/// The same as a document, with findings, targets and costs.
[[nodiscard]] std::string comparison_json(const ComparisonReport& report);

}  // namespace sendcap::report
