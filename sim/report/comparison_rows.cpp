#include "comparison_rows.hpp"

namespace sendcap::report {

void for_each_compared(const ComparisonReport& report,
                       const std::function<void(const ComparisonRow&)>& visit) {
  const experiment::Comparison& comparison = *report.comparison;
  for (std::size_t o = 0; o < comparison.outcomes().size(); ++o) {
    const experiment::Outcome& outcome = comparison.outcomes()[o];
    const std::vector<double> chances =
        outcome.is_total() ? comparison.chance_best(o) : std::vector<double>();
    for (std::size_t w = 0; w < comparison.worlds(); ++w) {
      const experiment::Difference& difference = comparison.difference(w, o);
      ComparisonRow row{report.names[w], outcome, comparison.value(w, o), nullptr, std::nullopt};
      if (w > 0 && difference.pairs > 0) row.difference = &difference;
      if (!chances.empty()) row.chance_best = chances[w];
      visit(row);
    }
  }
}

}  // namespace sendcap::report
