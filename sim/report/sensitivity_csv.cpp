#include <ostream>
#include <string>

#include "csv_text.hpp"
#include "figure_csv.hpp"
#include "figure_words.hpp"
#include "sendcap/report/sensitivity_report.hpp"

namespace sendcap::report {
namespace {

using experiment::Swing;
using experiment::Tornado;

void write_swing(std::ostream& out, const SensitivityReport& report, const Tornado& tornado,
                 const Swing& swing) {
  const experiment::Input& input = report.study->inputs()[swing.input];
  std::string line = figure_fields(*report.study, tornado.contrast, tornado.figure);
  line += ',' + csv_field(input.name()) + ',' + csv_field(input.text(input.is));
  line += ',' + csv_field(input.text(swing.low.value)) + ',' + csv_field(input.text(swing.high.value));
  append_bounds(line, tornado.as_it_stands);
  append_bounds(line, swing.low.change.interval);
  append_bounds(line, swing.high.change.interval);
  append_bounds(line, swing.width.interval);
  line += ',' + std::to_string(swing.width.pairs) + ',';
  line += verdict_word(swing.width.verdict);
  out << line << '\n';
}

}  // namespace

void write_sensitivity_csv(std::ostream& out, const SensitivityReport& report) {
  out << kFigureColumns
      << ",input,is,low_end,high_end,as_it_stands,as_it_stands_low,"
         "as_it_stands_high,change_low_end,change_low_end_low,change_low_end_high,change_high_end,"
         "change_high_end_low,change_high_end_high,width,width_low,width_high,pairs,verdict\n";
  for (const Tornado& tornado : report.sensitivity.tornadoes) {
    for (const Swing& swing : tornado.leading) write_swing(out, report, tornado, swing);
    for (const Swing& swing : tornado.others) write_swing(out, report, tornado, swing);
    for (const std::size_t index : tornado.untouching) {
      const experiment::Input& input = report.study->inputs()[index];
      std::string line = figure_fields(*report.study, tornado.contrast, tornado.figure) + ',' +
                         csv_field(input.name()) + ',' + csv_field(input.text(input.is)) + ',' +
                         csv_field(input.text(input.range->least)) + ',' +
                         csv_field(input.text(input.range->most));
      append_bounds(line, tornado.as_it_stands);
      out << line << ",0,0,0,0,0,0,0,0,0," << report.sensitivity.first_replications << ",same\n";
    }
  }
}

void write_break_even_csv(std::ostream& out, const SensitivityReport& report) {
  out << kFigureColumns
      << ",input,at,difference,difference_low,difference_high,"
         "pairs,verdict\n";
  for (const experiment::InputBreakEven& one : report.break_evens)
    for (const experiment::BreakEven::Point& point : one.found.points) {
      const experiment::Input& input = report.study->inputs()[one.input];
      std::string line = figure_fields(*report.study, one.contrast, one.figure) + ',' +
                         csv_field(input.name()) + ',' + csv_field(input.text(point.at));
      append_bounds(line, point.value.interval);
      line += ',' + std::to_string(point.value.pairs) + ',';
      line += verdict_word(point.value.verdict);
      out << line << '\n';
    }
}

}  // namespace sendcap::report
