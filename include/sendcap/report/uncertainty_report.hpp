#pragma once

#include <iosfwd>
#include <string>

#include "sendcap/experiment/uncertainty.hpp"
#include "sendcap/report/results.hpp"

namespace sendcap::report {

/// What comes of all ranges at once, and what is said with it. What it points to must outlive it.
struct UncertaintyReport {
  RunDescription description;
  const experiment::Study* study = nullptr;
  experiment::Uncertainty uncertainty;
  experiment::Spread spread = experiment::Spread::triangular;
  std::string first_day;  ///< ISO date
  std::string last_day;
};

/// For the terminal: for each figure how far it may lie either way, how much of that is chance, how sure a
/// plan is to help, where it is worst, and which inputs drive it.
[[nodiscard]] std::string uncertainty_text(const UncertaintyReport& report);

/// A line for each figure (docs/results.md); and a line for each point with the values of all inputs and the
/// mean of each figure there.
void write_uncertainty_csv(std::ostream& out, const UncertaintyReport& report);
void write_uncertainty_points_csv(std::ostream& out, const UncertaintyReport& report);

/// All of it but the points as a document.
[[nodiscard]] std::string uncertainty_json(const UncertaintyReport& report);

}  // namespace sendcap::report
