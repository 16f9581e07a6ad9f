#include "sendcap/report/paired.hpp"

#include <algorithm>
#include <cmath>

#include "sendcap/experiment/run.hpp"

namespace sendcap::report {
namespace {

using Headline = HeadlineRecord::Headline;

// A measure is a headline at one date only, so the date need not be compared.
bool same(const Headline& left, const Headline& right) {
  return left.column->measure == right.column->measure &&
         left.column->subject_kind == right.column->subject_kind &&
         left.column->subject == right.column->subject;
}

// What a plan may change beside lists and waits: at the end of the run, and over all of it.
bool is_outcome(const model::MeasureLayout& layout, const model::Column& column, std::size_t date) {
  using model::MeasureId;
  switch (column.measure) {
    case MeasureId::plans_held:
    case MeasureId::without_a_place:
    case MeasureId::children_there:
      return date + 2 == layout.dates.size();
    case MeasureId::share_in_time:
    case MeasureId::happened:
    case MeasureId::waited_without_support:
    case MeasureId::spent:
      return date + 1 == layout.dates.size();
    default:
      return false;
  }
}

}  // namespace

HeadlineRecord::HeadlineRecord(const model::MeasureLayout& layout) {
  const std::vector<std::size_t> cells = experiment::headline_cells(layout);
  for (const model::Column& column : layout.columns)
    for (std::size_t date = 0; date < layout.dates.size(); ++date) {
      const std::size_t cell = layout.cell(column, date, 0);
      if (is_outcome(layout, column, date) || std::find(cells.begin(), cells.end(), cell) != cells.end())
        headlines_.push_back({&column, date, cell});
    }
  values_.resize(headlines_.size());
}

void HeadlineRecord::add(const model::Measures& measures) {
  for (std::size_t i = 0; i < headlines_.size(); ++i)
    values_[i].push_back(measures.values[headlines_[i].cell]);
}

std::vector<PairedDifference> paired_differences(const HeadlineRecord& baseline, const HeadlineRecord& plan) {
  std::vector<PairedDifference> differences;
  for (std::size_t p = 0; p < plan.headlines().size(); ++p) {
    const Headline& wanted = plan.headlines()[p];
    for (std::size_t b = 0; b < baseline.headlines().size(); ++b) {
      const Headline& candidate = baseline.headlines()[b];
      if (!same(wanted, candidate)) continue;
      PairedDifference difference;
      difference.column = wanted.column;
      difference.date = wanted.date;
      const std::size_t pairs = std::min(plan.values()[p].size(), baseline.values()[b].size());
      for (std::size_t i = 0; i < pairs; ++i) {
        const double value = plan.values()[p][i] - baseline.values()[b][i];
        if (!std::isnan(value)) difference.tally.add(value);
      }
      differences.push_back(difference);
    }
  }
  return differences;
}

}  // namespace sendcap::report
