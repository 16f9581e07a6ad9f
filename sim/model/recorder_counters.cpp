#include <algorithm>
#include <limits>

#include "recorder.hpp"
#include "sendcap/model/simulation.hpp"

// Which count is where: each column of results that counts has its counts side by side, and so has what is
// needed to work out others. Only what the layout gives is counted, so that a world of many areas does not
// need a count for each service and everything that can happen in another.

namespace sendcap::model {
namespace {

constexpr auto kFirstHazard = static_cast<std::uint32_t>(Reason::first_of_hazards);

bool is_left(const Column& column) {
  return column.measure == MeasureId::left || column.measure == MeasureId::raised;
}

}  // namespace

Counter Recorder::new_counter(std::uint32_t group_set) {
  const Counter added{counts_needed_, group_set};
  counts_needed_ += places_[group_set].size + 1U;
  return added;
}

void Recorder::make_counters() {
  joined_.resize(list_count_);
  without_support_.resize(list_count_);
  places_of_list_.assign(list_count_, 0);
  for (const Pathway& pathway : model_.pathways) {
    outcome_offset_.push_back(outcomes_.size());
    outcomes_.resize(outcomes_.size() + pathway.outcomes.size());
  }
  open_cases_.resize(model_.pathways.size());
  plans_ended_.resize(model_.reasons.size());
  happened_.resize(model_.hazards.size());
  clocks_.resize(model_.clocks.size());
  overdue_.resize(model_.clocks.size());
  make_left_counters();
  counter_of_column_.resize(model_.layout.columns.size());
  make_counters_of(scopes_.shared);
  for (Scope& part : scopes_.of_parts) make_counters_of(part);
  scopes_.whole.counts.end = counts_needed_;
  scopes_.whole.days.end = days_needed_;
  for (PeriodSums* sums : {&period_, &total_}) {
    sums->counts.resize(counts_needed_);
    sums->days.resize(days_needed_);
  }
}

// What is counted in a scope stands side by side.
void Recorder::make_counters_of(Scope& scope) {
  scope.counts.begin = counts_needed_;
  scope.days.begin = days_needed_;
  for (const std::uint32_t c : scope.columns) {
    const Column& column = model_.layout.columns[c];
    counter_of_column_[c] = counter_for(column);
    if (column.measure == MeasureId::waiting) places_of_list_[list_of(column)] = column.group_set;
    if (column.measure != MeasureId::waited_without_support) continue;
    without_support_[list_of(column)] = counter_of_column_[c] = {days_needed_, column.group_set};
    days_needed_ += places_[column.group_set].size + 1U;
  }
  scope.counts.end = counts_needed_;
  scope.days.end = days_needed_;
}

// The stretch of hazards for which each list has columns.
void Recorder::make_left_counters() {
  constexpr std::uint32_t kNoHazard = std::numeric_limits<std::uint32_t>::max();
  left_of_list_.assign(list_count_, {0, kNoHazard, 0});
  std::vector<std::uint32_t> last(list_count_, 0);
  for (const Column& column : model_.layout.columns) {
    if (!is_left(column) || column.detail < kFirstHazard) continue;
    LeftCounters& stretch = left_of_list_[list_of(column)];
    stretch.first_hazard = std::min(stretch.first_hazard, column.detail - kFirstHazard);
    last[list_of(column)] = std::max(last[list_of(column)], column.detail - kFirstHazard);
  }
  for (ListIndex list = 0; list < list_count_; ++list) {
    LeftCounters& stretch = left_of_list_[list];
    stretch.first = left_.size();
    if (stretch.first_hazard == kNoHazard)
      stretch.first_hazard = 0;
    else
      stretch.hazard_count = last[list] - stretch.first_hazard + 1;
    left_.resize(left_.size() + kFirstHazard + stretch.hazard_count);
  }
}

Counter Recorder::counter_for(const Column& column) {
  const Index subject = column.subject_index;
  const auto made = [&](Counter& counter) { return counter = new_counter(column.group_set); };
  switch (column.measure) {
    case MeasureId::referrals:
      return made(joined_[list_of(column)]);
    case MeasureId::left:
    case MeasureId::raised: {
      const LeftCounters& stretch = left_of_list_[list_of(column)];
      const std::uint32_t reason =
          column.detail < kFirstHazard ? column.detail : column.detail - stretch.first_hazard;
      return made(left_[stretch.first + reason]);
    }
    case MeasureId::outcome:
      return made(outcomes_[outcome_offset_[subject] + column.detail]);
    case MeasureId::open_cases:
      return made(open_cases_[subject]);
    case MeasureId::new_plans:
      return made(new_plans_);
    case MeasureId::plans_ended:
      return made(plans_ended_[column.detail]);
    case MeasureId::happened:
      return made(happened_[subject]);
    case MeasureId::overdue:
      return made(overdue_[subject]);
    case MeasureId::done:
      made(clocks_[subject].unexcepted);
      made(clocks_[subject].unexcepted_in_time);
      return made(clocks_[subject].done);
    case MeasureId::done_in_time:
      return made(clocks_[subject].in_time);
    default:
      return {};
  }
}

const Counter& Recorder::left_counter(ListIndex list, std::uint32_t reason) const {
  const LeftCounters& stretch = left_of_list_[list];
  if (reason < kFirstHazard) return left_[stretch.first + reason];
  const std::uint32_t hazard = reason - kFirstHazard - stretch.first_hazard;
  if (hazard >= stretch.hazard_count) no_such_count();
  return left_[stretch.first + kFirstHazard + hazard];
}

void Recorder::no_such_count() {
  throw BrokenInvariant("something happened that the results have no place for");
}

}  // namespace sendcap::model
