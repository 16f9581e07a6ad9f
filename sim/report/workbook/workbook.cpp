#include "sendcap/report/workbook.hpp"

#include "sheets.hpp"

namespace sendcap::report {

Workbook run_workbook(const RunDescription& description, const std::vector<PlanResults>& plans,
                      const std::vector<experiment::Input>& inputs) {
  return {description.title,
          {run_summary_sheet(description, plans), estimates_sheet(description, plans), measures_sheet(),
           assumptions_sheet(inputs)}};
}

Workbook comparison_workbook(const ComparisonReport& report, const std::vector<experiment::Input>& inputs) {
  return {report.description.title,
          {comparison_summary_sheet(report), compared_sheet(report), measures_sheet(),
           assumptions_sheet(inputs)}};
}

}  // namespace sendcap::report
