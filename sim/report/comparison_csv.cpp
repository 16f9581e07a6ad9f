#include <ostream>
#include <string_view>

#include "comparison_rows.hpp"
#include "csv_text.hpp"
#include "figure_words.hpp"
#include "sendcap/report/comparison_report.hpp"

namespace sendcap::report {
namespace {

void append_interval(std::string& line, const engine::Interval& interval) {
  for (const double number : {interval.mean, interval.low, interval.high}) {
    line += ',';
    append_estimate(line, number);
  }
}

void append_difference(std::string& line, const experiment::Difference* difference) {
  if (difference == nullptr) {
    line += ",,,,,";
    return;
  }
  append_interval(line, difference->interval);
  line += ',' + std::to_string(difference->pairs) + ',';
  line += verdict_word(difference->verdict);
}

}  // namespace

void write_comparison_csv(std::ostream& out, const ComparisonReport& report) {
  out << "plan,date,measure,service,kind,group,unit,mean,low,high,difference,difference_low,difference_high,"
         "pairs,verdict,chance_best\n";
  for_each_compared(report, [&](const ComparisonRow& row) {
    const experiment::Outcome& outcome = row.outcome;
    std::string line = csv_field(row.plan);
    for (const std::string_view text :
         {std::string_view(outcome.of_whole_run() ? outcome.label : outcome.date),
          std::string_view(outcome.name), std::string_view(outcome.subject),
          model::word(outcome.subject_kind), std::string_view(outcome.group), std::string_view(outcome.unit)})
      line += ',' + csv_field(text);
    append_interval(line, row.value);
    append_difference(line, row.difference);
    line += ',';
    if (row.chance_best) append_estimate(line, *row.chance_best);
    out << line << '\n';
  });
}

}  // namespace sendcap::report
