#include <array>
#include <ostream>
#include <string_view>

#include "csv_text.hpp"
#include "outcome_words.hpp"
#include "sendcap/report/comparison_report.hpp"

namespace sendcap::report {
namespace {

constexpr std::array<std::string_view, 3> kVerdicts{"same", "unclear", "clear"};

void append_interval(std::string& line, const engine::Interval& interval) {
  for (const double number : {interval.mean, interval.low, interval.high}) {
    line += ',';
    append_estimate(line, number);
  }
}

}  // namespace

void write_comparison_csv(std::ostream& out, const ComparisonReport& report) {
  const experiment::Comparison& comparison = *report.comparison;
  out << "plan,date,measure,service,kind,group,unit,mean,low,high,difference,difference_low,difference_high,"
         "pairs,verdict,chance_best\n";
  for (std::size_t o = 0; o < comparison.outcomes().size(); ++o) {
    const experiment::Outcome& outcome = comparison.outcomes()[o];
    const std::vector<double> chances =
        outcome.is_total() ? comparison.chance_best(o) : std::vector<double>();
    for (std::size_t w = 0; w < comparison.worlds(); ++w) {
      std::string line = csv_field(report.names[w]);
      for (const std::string_view text :
           {std::string_view(outcome.of_whole_run() ? outcome.label : outcome.date),
            std::string_view(outcome.name), std::string_view(outcome.subject),
            model::word(outcome.subject_kind), std::string_view(outcome.group),
            std::string_view(outcome.unit)})
        line += ',' + csv_field(text);
      append_interval(line, comparison.value(w, o));
      const experiment::Difference difference = comparison.difference(w, o);
      if (w > 0 && difference.pairs > 0) {
        append_interval(line, difference.interval);
        line += ',' + std::to_string(difference.pairs) + ',';
        line += kVerdicts[static_cast<std::size_t>(difference.verdict)];
      } else {
        line += ",,,,,";
      }
      line += ',';
      if (!chances.empty()) append_estimate(line, chances[w]);
      out << line << '\n';
    }
  }
}

}  // namespace sendcap::report
