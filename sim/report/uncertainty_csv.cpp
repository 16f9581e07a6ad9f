#include <ostream>
#include <string>

#include "csv_text.hpp"
#include "figure_csv.hpp"
#include "figure_words.hpp"
#include "sendcap/report/uncertainty_report.hpp"

namespace sendcap::report {

using experiment::UncertainFigure;

void write_uncertainty_csv(std::ostream& out, const UncertaintyReport& report) {
  out << kFigureColumns
      << ",as_it_stands,as_it_stands_low,as_it_stands_high,mean,mean_low,mean_high,percentile_5,percentile_"
         "95,"
         "variance_of_inputs,variance_of_chance,share_of_inputs,share_low,share_high,points,better,better_"
         "low,"
         "better_high,clearly_better,clearly_worse,exactly_same\n";
  for (const UncertainFigure& figure : report.uncertainty.figures) {
    std::string line = figure_fields(*report.study, figure.contrast, figure.figure);
    append_bounds(line, figure.as_it_stands);
    if (figure.components) {
      append_bounds(line, figure.components->mean_interval);
      for (const double one : {figure.percentile_5, figure.percentile_95, figure.components->of_inputs,
                               figure.components->of_chance}) {
        line += ',';
        append_estimate(line, one);
      }
      append_bounds(line, figure.components->share);
    } else {
      line += ",,,,,,,,,,";
    }
    line += ',' + std::to_string(figure.points.size());
    if (figure.worst) {
      append_bounds(line, figure.chance_better);
      line += ',' + std::to_string(figure.clearly_better) + ',' + std::to_string(figure.clearly_worse) + ',' +
              std::to_string(figure.exactly_same);
    } else {
      line += ",,,,,,";
    }
    out << line << '\n';
  }
}

void write_uncertainty_points_csv(std::ostream& out, const UncertaintyReport& report) {
  const experiment::Uncertainty& all = report.uncertainty;
  out << "point,about,measure,value\n";
  for (std::size_t p = 0; p < all.points.size(); ++p) {
    const std::string number = std::to_string(all.numbers[p] + 1);
    for (std::size_t d = 0; d < all.inputs.size(); ++d) {
      const experiment::Input& input = report.study->inputs()[all.inputs[d]];
      out << number << ",input," << csv_field(input.name()) << ',' << csv_field(input.text(all.points[p][d]))
          << '\n';
    }
    for (const UncertainFigure& figure : all.figures)
      for (std::size_t i = 0; i < figure.points.size(); ++i) {
        if (figure.points[i] != p || figure.means.empty()) continue;
        std::string line = number + ',' + csv_field(contrast_words(*report.study, figure.contrast)) + ',' +
                           csv_field(figure_words(figure.figure)) + ',';
        append_estimate(line, figure.means[i]);
        out << line << '\n';
      }
  }
}

}  // namespace sendcap::report
