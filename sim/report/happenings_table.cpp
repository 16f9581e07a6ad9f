#include <algorithm>
#include <string>
#include <vector>

#include "plan_table.hpp"
#include "standing_rows.hpp"

namespace sendcap::report {
namespace {

using model::MeasureId;
using model::SubjectKind;

constexpr std::size_t kMostLists = 8;

struct Unsupported {
  std::string list;
  engine::Interval weeks;
};

// The lists on which most was waited without support, the longest first.
std::vector<Unsupported> unsupported(const PlanView& plan) {
  std::vector<Unsupported> lists;
  for (const model::Column& column : plan.layout().columns) {
    if (column.measure != MeasureId::waited_without_support) continue;
    const auto weeks = plan.whole_run({column.subject_kind, column.subject_index, {}}, column.measure);
    const bool place = column.subject_kind == SubjectKind::placement;
    if (weeks && weeks->mean > 0) lists.push_back({place ? "a place" : column.subject, *weeks});
  }
  std::stable_sort(lists.begin(), lists.end(), [](const Unsupported& left, const Unsupported& right) {
    return left.weeks.mean > right.weeks.mean;
  });
  if (lists.size() > kMostLists) lists.resize(kMostLists);
  return lists;
}

}  // namespace

std::string happenings_table(const PlanView& plan) {
  StandingRows rows(plan);
  const auto& hazards = plan.model().hazards;
  if (!hazards.empty()) rows.heading("WHAT HAPPENED TO THEM", "", "times in the whole run");
  for (model::Index h = 0; h < hazards.size(); ++h)
    rows.flow(hazards[h].name, plan.whole_run({SubjectKind::happening, h, {}}, MeasureId::happened));
  const std::vector<Unsupported> lists = unsupported(plan);
  if (!lists.empty()) rows.heading("WAITED WITHOUT SUPPORT, for", "", "child-weeks in the whole run");
  for (const Unsupported& one : lists) rows.flow(one.list, one.weeks);
  return rows.text();
}

}  // namespace sendcap::report
