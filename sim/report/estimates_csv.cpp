#include "sendcap/report/estimates_csv.hpp"

#include <cmath>

#include "csv_text.hpp"

namespace sendcap::report {
namespace {

void append_field(std::string& line, double number) {
  append_estimate(line, number);
  line += ',';
}

void append_estimates(std::string& line, const engine::Tally& tally, const engine::Interval& interval) {
  append_field(line, tally.mean());
  append_field(line, interval.low);
  append_field(line, interval.high);
  append_field(line, tally.standard_deviation());
}

void append_without_bounds(std::string& line, double mean) {
  append_field(line, mean);
  line += ",,,";
}

}  // namespace

void write_estimates_csv_header(std::ostream& out) {
  out << "plan,date,measure,service,group,replications,mean,low,high,sd,unit\n";
}

void write_estimates_csv(std::ostream& out, const PlanResults& plan, const RunDescription& description) {
  const model::MeasureLayout& layout = plan.model->layout;
  const SmallCounts small_counts(layout, description.small_count);
  const std::vector<std::string> subjects = subject_names(layout);
  const std::string plan_name = csv_field(plan.name);
  std::string lines;
  for (std::size_t c = 0; c < layout.columns.size(); ++c) {
    const model::Column& column = layout.columns[c];
    const std::string about = csv_field(column.name) + ',' + csv_field(subjects[c]) + ',';
    std::vector<double> at_start;
    if (column.by_group)
      at_start = small_counts.shown(c, [&](std::size_t cell) { return plan.estimates->tally(cell).mean(); });
    for (const std::size_t g : layout.groups_of(column))
      for (std::size_t d = 0; d < layout.dates.size(); ++d) {
        const std::size_t cell = layout.cell(column, d, g);
        const engine::Tally& tally = plan.estimates->tally(cell);
        const bool guarded = small_counts.concern(column, d, g);
        if (tally.count() == 0 || (guarded && std::isnan(at_start[g]))) continue;
        lines.append(plan_name).append(",").append(csv_field(date_text(layout.dates[d]))).append(",");
        lines.append(about).append(csv_field(layout.groups[g])).append(",");
        append_field(lines, static_cast<double>(tally.count()));
        if (guarded)
          append_without_bounds(lines, at_start[g]);
        else
          append_estimates(lines, tally, plan.estimates->interval(cell, description.level));
        lines.append(csv_field(column.unit)).append("\n");
      }
    out << lines;
    lines.clear();
  }
}

}  // namespace sendcap::report
