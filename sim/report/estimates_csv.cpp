#include "sendcap/report/estimates_csv.hpp"

#include "csv_text.hpp"
#include "estimate_rows.hpp"

namespace sendcap::report {
namespace {

void append_field(std::string& line, double number) {
  append_estimate(line, number);
  line += ',';
}

void append_numbers(std::string& line, const EstimateRow& row) {
  append_field(line, static_cast<double>(row.replications));
  append_field(line, row.mean);
  if (row.interval) {
    append_field(line, row.interval->low);
    append_field(line, row.interval->high);
    append_field(line, row.standard_deviation);
  } else {
    line += ",,,";
  }
}

}  // namespace

void write_estimates_csv_header(std::ostream& out) {
  out << "plan,date,measure,service,group,replications,mean,low,high,sd,unit\n";
}

void write_estimates_csv(std::ostream& out, const PlanResults& plan, const RunDescription& description) {
  const std::string plan_name = csv_field(plan.name);
  const model::Column* column = nullptr;
  std::string about;  // of the column: the same for many lines
  std::string lines;
  for_each_estimate(plan, description, Detail::full, [&](const EstimateRow& row) {
    if (column != &row.column) {
      column = &row.column;
      about = csv_field(column->name) + ',' + csv_field(row.subject) + ',';
      out << lines;
      lines.clear();
    }
    lines.append(plan_name).append(",").append(csv_field(date_text(row.date))).append(",");
    lines.append(about).append(csv_field(row.group)).append(",");
    append_numbers(lines, row);
    lines.append(csv_field(column->unit)).append("\n");
  });
  out << lines;
}

}  // namespace sendcap::report
