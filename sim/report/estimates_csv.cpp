#include "sendcap/report/estimates_csv.hpp"

#include "csv_text.hpp"

namespace sendcap::report {
namespace {

void append_field(std::string& line, double number) {
  append_estimate(line, number);
  line += ',';
}

}  // namespace

void write_estimates_csv_header(std::ostream& out) {
  out << "plan,date,measure,service,group,replications,mean,low,high,sd,unit\n";
}

void write_estimates_csv(std::ostream& out, const PlanResults& plan, double level) {
  const model::MeasureLayout& layout = plan.model->layout;
  const std::vector<std::string> subjects = subject_names(layout);
  const std::string plan_name = csv_field(plan.name);
  std::string lines;
  for (std::size_t c = 0; c < layout.columns.size(); ++c) {
    const model::Column& column = layout.columns[c];
    const std::string about = csv_field(column.name) + ',' + csv_field(subjects[c]) + ',';
    const std::size_t groups = column.by_group ? layout.groups.size() : 1;
    for (std::size_t g = 0; g < groups; ++g)
      for (std::size_t d = 0; d < layout.dates.size(); ++d) {
        const std::size_t cell = layout.cell(column, d, g);
        const engine::Tally& tally = plan.estimates->tally(cell);
        if (tally.count() == 0) continue;
        const engine::Interval interval = plan.estimates->interval(cell, level);
        lines.append(plan_name).append(",").append(csv_field(date_text(layout.dates[d]))).append(",");
        lines.append(about).append(csv_field(layout.groups[g])).append(",");
        append_field(lines, static_cast<double>(tally.count()));
        append_field(lines, tally.mean());
        append_field(lines, interval.low);
        append_field(lines, interval.high);
        append_field(lines, tally.standard_deviation());
        lines.append(csv_field(column.unit)).append("\n");
      }
    out << lines;
    lines.clear();
  }
}

}  // namespace sendcap::report
