#include <algorithm>
#include <cmath>
#include <limits>

#include "recorder.hpp"

// Writes what was collected of lists and services to the table of results.

namespace sendcap::model {
namespace {

constexpr double kNoValue = std::numeric_limits<double>::quiet_NaN();

// No value where the whole is nothing, or without limit (an unlimited team has no load).
double ratio(double part, double whole) {
  return whole > 0 && std::isfinite(whole) ? part / whole : kNoValue;
}
double as_number(std::uint64_t count) {
  return static_cast<double>(count);
}

// Theil's T: mean of x/m ln(x/m). Rounding must not make it negative where all waits are equal.
double theil(const WaitSummary& summary) {
  if (!(summary.sum > 0)) return kNoValue;
  const double mean = summary.sum / as_number(summary.count);
  return std::max(summary.sum_of_x_log_x / summary.sum - std::log(mean), 0.0);
}

// The value of a wait measure from a summary, waits in days.
double summary_value(MeasureId measure, const WaitSummary& summary, double unit_days) {
  const double count = as_number(summary.count);
  const bool any = summary.count > 0;
  switch (measure) {
    case MeasureId::waiting:
    case MeasureId::seen:
      return count;
    case MeasureId::wait_of_waiting_mean:
    case MeasureId::wait_of_seen_mean:
      return ratio(summary.sum / unit_days, count);
    case MeasureId::wait_of_waiting_median:
    case MeasureId::wait_of_seen_median:
      return any ? summary.median / unit_days : kNoValue;
    case MeasureId::wait_of_waiting_p90:
    case MeasureId::wait_of_seen_p90:
      return any ? summary.percentile_90 / unit_days : kNoValue;
    case MeasureId::wait_of_waiting_longest:
      return any ? summary.longest / unit_days : kNoValue;
    case MeasureId::wait_of_waiting_theil:
    case MeasureId::wait_of_seen_theil:
      return theil(summary);
    case MeasureId::seen_within_13_weeks:
      return ratio(as_number(summary.within_13_weeks), count);
    case MeasureId::waiting_within_18_weeks:
    case MeasureId::seen_within_18_weeks:
      return ratio(as_number(summary.within_18_weeks), count);
    default:
      return kNoValue;
  }
}

double service_value(MeasureId measure, const ServiceSums& sums, bool is_clinic) {
  const double held = sums.slots_offered - sums.slots_cancelled;
  switch (measure) {
    case MeasureId::slots_offered:
      return sums.slots_offered;
    case MeasureId::slots_used:
      return sums.slots_used;
    case MeasureId::slots_cancelled:
      return sums.slots_cancelled;
    case MeasureId::slots_not_brought:
      return sums.slots_not_brought;
    case MeasureId::slots_unused:
      return sums.slots_unused;
    case MeasureId::utilisation:
      return is_clinic ? ratio(sums.slots_used, held) : ratio(sums.busy_time, sums.server_time);
    case MeasureId::load:
      return is_clinic ? ratio(sums.slots_asked, held) : ratio(sums.work_asked, sums.server_time);
    default:
      return kNoValue;
  }
}

}  // namespace

void Recorder::write_counts(std::size_t date, std::size_t column_index, const PeriodSums& sums) {
  const std::uint64_t* counts = sums.counts.data() + counter_of_column_[column_index].first;
  write_groups(date, model_.layout.columns[column_index],
               [counts](std::size_t position) { return as_number(counts[position]); });
}

void Recorder::write_waits(std::size_t date, const Column& column, const Summaries& summaries) {
  write_groups(date, column, [&](std::size_t position) {
    return summary_value(column.measure, summaries[position], model_.wait_unit_days);
  });
}

void Recorder::write_snapshot(std::size_t date, double now) {
  count_open_cases();
  const bool unequal = model_.layout.dates[date].unequal;
  ListIndex summarised = std::numeric_limits<ListIndex>::max();
  for (const std::uint32_t c : scope_->columns) {
    const Column& column = model_.layout.columns[c];
    if (definition(column.measure).clock != MeasureClock::date) continue;
    if (counter_of_column_[c].first != kNone) {
      write_counts(date, c, period_);
      continue;
    }
    if (column.subject_kind >= SubjectKind::provision) {
      write_census(date, column, now);
      continue;
    }
    const ListIndex list = list_of(column);
    if (list != summarised) waiting_now_[list].summarise({model_.resolution, true, unequal}, summaries_);
    summarised = list;
    if (column.measure == MeasureId::wait_of_waiting_theil && !unequal) continue;
    if (column.measure == MeasureId::waiting_band)
      write_groups(date, column, [&](std::size_t position) {
        return as_number(summaries_[position].bands[column.detail]);
      });
    else
      write_waits(date, column, summaries_);
  }
  // The list for places and the census are of this part only.
  if (is_one_of_several()) keep_snapshot(date);
}

void Recorder::write_flows(std::size_t date, const PeriodSums& sums, double length) {
  for (const std::uint32_t c : scope_->columns) {
    const Column& column = model_.layout.columns[c];
    if (definition(column.measure).clock != MeasureClock::period) continue;
    if (column.measure == MeasureId::waited_without_support)
      write_days(date, c, sums);
    else if (counter_of_column_[c].first != kNone)
      write_counts(date, c, sums);
    else if (column.measure > MeasureId::left_place || column.subject_kind > SubjectKind::provision)
      write_world(date, column, sums);
    else
      write_flow(date, column, sums, length);
  }
}

void Recorder::write_flow(std::size_t date, const Column& column, const PeriodSums& sums, double length) {
  const Index subject = column.subject_index;
  switch (column.measure) {
    case MeasureId::waiting_average:
      return write(date, column, ratio(sums.waiting_time[subject], length));
    case MeasureId::present_average:
      return write(date, column, ratio(sums.present_time[presence_of(column)], length));
    case MeasureId::placed:
      return write(date, column, as_number(sums.placed[subject]));
    case MeasureId::left_place:
      return write(date, column, as_number(sums.left_place[subject]));
    case MeasureId::wait_of_seen_theil:
      if (!model_.layout.dates[date].whole_run) return;
      [[fallthrough]];
    case MeasureId::seen:
    case MeasureId::wait_of_seen_mean:
    case MeasureId::wait_of_seen_median:
    case MeasureId::wait_of_seen_p90:
    case MeasureId::seen_within_13_weeks:
    case MeasureId::seen_within_18_weeks:
      return write_waits(date, column,
                         model_.layout.dates[date].whole_run ? total_seen_[list_of(column)].summaries()
                                                             : period_seen_[list_of(column)]);
    case MeasureId::present_median:
    case MeasureId::present_p90:
      return;  // of the whole run, see write_presence
    default:
      return write(date, column,
                   service_value(column.measure, sums.services[subject], model_.services[subject].is_clinic));
  }
}

void Recorder::write_presence(std::size_t date) {
  for (const std::uint32_t c : scope_->columns) {
    const Column& column = model_.layout.columns[c];
    if (column.measure != MeasureId::present_median && column.measure != MeasureId::present_p90) continue;
    const double share = column.measure == MeasureId::present_median ? 0.5 : 0.9;
    write(date, column, static_cast<double>(over_time_[presence_of(column)].distribution.quantile(share)));
  }
  for (const Index p : scope_->presences) measures_.presence[p] = over_time_[p].distribution.probabilities();
}

}  // namespace sendcap::model
