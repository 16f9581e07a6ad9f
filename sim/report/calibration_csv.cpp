#include <ostream>
#include <string_view>

#include "csv_text.hpp"
#include "sendcap/report/calibration_report.hpp"

namespace sendcap::report {

void write_fit_csv(std::ostream& out, const CalibrationReport& report) {
  out << "date,measure,service,kind,group,unit,observed,before,fitted,low,high,residual,error,standardised\n";
  for (const experiment::FittedFigure& figure : report.calibration->figures) {
    const experiment::Outcome& outcome = (*report.outcomes)[figure.observed.outcome];
    std::string line = csv_field(outcome.of_whole_run() ? outcome.label : outcome.date);
    for (const std::string_view text :
         {std::string_view(outcome.name), std::string_view(outcome.subject),
          model::word(outcome.subject_kind), std::string_view(outcome.group), std::string_view(outcome.unit)})
      line += ',' + csv_field(text);
    for (const double number :
         {figure.observed.value, figure.before, figure.mean.mean, figure.mean.low, figure.mean.high,
          figure.residual(), figure.error, figure.residual() / figure.error}) {
      line += ',';
      append_estimate(line, number);
    }
    out << line << '\n';
  }
}

}  // namespace sendcap::report
