#include "figure_csv.hpp"

#include <string_view>

#include "csv_text.hpp"
#include "figure_words.hpp"

namespace sendcap::report {

std::string figure_fields(const experiment::Study& study, const experiment::Contrast& contrast,
                          const experiment::Figure& figure) {
  const experiment::Outcome& about = figure.about;
  std::string line = csv_field(contrast.plan ? plan_words(study, contrast.plan) : "baseline");
  line += ',';
  if (contrast.difference) line += csv_field(contrast.other ? plan_words(study, contrast.other) : "baseline");
  for (const std::string_view text :
       {std::string_view(about.of_whole_run() ? about.label : about.date), std::string_view(about.name),
        std::string_view(about.subject), model::word(about.subject_kind), std::string_view(about.group),
        std::string_view(about.unit)})
    line += ',' + csv_field(text);
  return line;
}

void append_bounds(std::string& line, const engine::Interval& interval) {
  for (const double number : {interval.mean, interval.low, interval.high}) {
    line += ',';
    append_estimate(line, number);
  }
}

}  // namespace sendcap::report
