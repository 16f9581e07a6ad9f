#include "unequal.hpp"

namespace sendcap::report {
namespace {

using model::MeasureId;

bool is_headline(const experiment::Compared& compared, const model::MeasureLayout& layout) {
  const model::Column& column = layout.columns[compared.value.front().column];
  if (compared.date + 2 != layout.dates.size()) return false;
  if (column.measure == MeasureId::without_a_place) return true;
  return column.measure == MeasureId::wait_of_waiting_median &&
         column.subject_kind == model::SubjectKind::pathway && column.leads_to_somebody;
}

}  // namespace

std::vector<Unequal> unequal_at_end(const experiment::Inequality& inequality,
                                    const model::MeasureLayout& layout, double level) {
  std::vector<Unequal> found;
  for (std::size_t c = 0; c < inequality.compared().size(); ++c) {
    if (!is_headline(inequality.compared()[c], layout)) continue;
    for (std::size_t d = 0; d < inequality.dimensions(); ++d) {
      if (!inequality.has_gap(c, d)) continue;
      const experiment::Gap gap = inequality.gap(c, d, level);
      if (gap.difference.low > 0) found.push_back({&inequality.compared()[c], d, gap});
    }
  }
  return found;
}

}  // namespace sendcap::report
