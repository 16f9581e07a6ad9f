#include "csv_text.hpp"
#include "sendcap/report/backtest_table.hpp"
#include "sendcap/scenario/language/quantity_text.hpp"

namespace sendcap::report {
namespace {

using experiment::Backtest;
using experiment::BacktestPoint;
using experiment::BacktestSeries;

void append_field(std::string& line, double number) {
  line += ',';
  append_estimate(line, number);
}

void append_model(std::string& line, const BacktestPoint& point) {
  if (!point.model) {
    line += ",,,,,";
    return;
  }
  append_field(line, point.model->median);
  append_field(line, point.model->low);
  append_field(line, point.model->high);
  line += point.known ? "," : point.inside() ? ",yes" : ",no";
  append_field(line, point.model->median - point.published);
}

std::string point_line(const BacktestPoint& point) {
  std::string line = scenario::format(point.date);
  line += point.known ? ",known" : point.model ? ",judged" : ",no value";
  append_field(line, point.published);
  append_field(line, point.replications);
  append_model(line, point);
  if (point.naive) {
    append_field(line, *point.naive);
    append_field(line, *point.naive - point.published);
  } else {
    line += ",,";
  }
  return line;
}

}  // namespace

void write_backtest_csv(std::ostream& out, const Backtest& backtest) {
  out << "series,measure,subject,group,unit,date,standing,published,replications,median,low,high,inside,"
         "error,"
         "naive,naive_error,source\n";
  for (const BacktestSeries& series : backtest.series)
    for (const BacktestPoint& point : series.points)
      out << csv_field(series.title) << ',' << csv_field(series.measure) << ',' << csv_field(series.subject)
          << ',' << csv_field(series.group) << ',' << csv_field(series.unit) << ',' << point_line(point)
          << ',' << csv_field(series.source) << '\n';
}

}  // namespace sendcap::report
