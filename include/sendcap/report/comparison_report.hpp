#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "sendcap/experiment/comparison.hpp"
#include "sendcap/report/results.hpp"
#include "sendcap/report/world_notes.hpp"

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
  WorldNotes notes;          ///< of all worlds
};

/// What a plan changes, in plain English, one sentence each. What can not be told from chance is called
/// unclear, and what the plan can not touch is said to be the same.
struct Findings {
  std::vector<std::string> first;    ///< what the plan is for, then what else weighs most
  std::vector<std::string> further;  ///< that are clear too
  std::vector<std::string> rest;     ///< what is small, unclear or the same, in a sentence each

  [[nodiscard]] std::vector<std::string> all() const;
};
[[nodiscard]] Findings findings(const ComparisonReport& report, std::size_t world);

/// For the terminal: findings, targets, costs, which plan is best, who gains and who loses.
[[nodiscard]] std::string comparison_text(const ComparisonReport& report);

/// Every outcome of every plan, with its difference, as CSV (docs/results.md).
void write_comparison_csv(std::ostream& out, const ComparisonReport& report);

/// The same as a document, with findings, targets and costs.
[[nodiscard]] std::string comparison_json(const ComparisonReport& report);

}  // namespace sendcap::report
