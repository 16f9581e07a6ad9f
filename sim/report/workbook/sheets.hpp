#pragma once

#include "sendcap/report/csv.hpp"
#include "sendcap/report/workbook.hpp"

namespace sendcap::report {

// How much of the estimates a sheet can hold: in the detail `milestones` or, where those are too many, of all
// children only.
[[nodiscard]] Detail detail_that_fits(const std::vector<PlanResults>& plans);

// The sheets of workbooks. What they are made of must outlive them.
[[nodiscard]] Sheet run_summary_sheet(const RunDescription& description,
                                      const std::vector<PlanResults>& plans);
[[nodiscard]] Sheet comparison_summary_sheet(const ComparisonReport& report);
// The estimates, as estimates.csv has them.
[[nodiscard]] Sheet estimates_sheet(const RunDescription& description, const std::vector<PlanResults>& plans);
// The rows of comparison.csv.
[[nodiscard]] Sheet compared_sheet(const ComparisonReport& report);
[[nodiscard]] Sheet measures_sheet();
[[nodiscard]] Sheet assumptions_sheet(const std::vector<experiment::Input>& inputs);

}  // namespace sendcap::report
