#include "recorder.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

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

void add_counts(std::vector<PeriodCounts::ByGroup>& to, const std::vector<PeriodCounts::ByGroup>& from) {
  for (std::size_t i = 0; i < to.size(); ++i)
    for (std::size_t g = 0; g < to[i].size(); ++g) to[i][g] += from[i][g];
}

ServiceSums& operator+=(ServiceSums& to, const ServiceSums& from) {
  to.slots_offered += from.slots_offered;
  to.slots_used += from.slots_used;
  to.slots_cancelled += from.slots_cancelled;
  to.slots_not_brought += from.slots_not_brought;
  to.slots_unused += from.slots_unused;
  to.slots_asked += from.slots_asked;
  to.work_asked += from.work_asked;
  to.busy_time += from.busy_time;
  to.server_time += from.server_time;
  to.cost += from.cost;
  return to;
}

template <class Number>
void add_numbers(std::vector<Number>& to, const std::vector<Number>& from) {
  for (std::size_t i = 0; i < to.size(); ++i) to[i] += from[i];
}

// Theil's T: mean of x/m ln(x/m). Rounding must not make it negative where all waits are equal.
double theil(const WaitSample::Summary& summary) {
  if (!(summary.sum > 0)) return kNoValue;
  const double mean = summary.sum / as_number(summary.count);
  return std::max(summary.sum_of_x_log_x / summary.sum - std::log(mean), 0.0);
}

// The value of a wait measure from a summary, waits in days.
double summary_value(MeasureId measure, const WaitSample::Summary& summary, double unit_days) {
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

void PeriodCounts::add(const PeriodCounts& other) {
  add_counts(joined, other.joined);
  add_counts(left, other.left);
  add_counts(outcomes, other.outcomes);
  add_numbers(placed, other.placed);
  add_numbers(left_place, other.left_place);
  add_numbers(sums, other.sums);
  add_numbers(waiting_time, other.waiting_time);
  add_numbers(present_time, other.present_time);
  add_world(other);
}

void PeriodCounts::clear() {
  for (auto* table : {&joined, &left, &outcomes})
    for (ByGroup& counts : *table) std::fill(counts.begin(), counts.end(), 0);
  std::fill(placed.begin(), placed.end(), 0);
  std::fill(left_place.begin(), left_place.end(), 0);
  std::fill(sums.begin(), sums.end(), ServiceSums{});
  std::fill(waiting_time.begin(), waiting_time.end(), 0.0);
  std::fill(present_time.begin(), present_time.end(), 0.0);
  clear_world();
}

Recorder::Recorder(const Model& model)
    : model_(model),
      dimensions_(model.dimensions.size()),
      single_period_(std::count_if(model.layout.dates.begin(), model.layout.dates.end(),
                                   [](const ReportDate& date) { return date.ends_period; }) <= 1),
      list_count_(model.services.size() + model.pathways.size() + 1),
      presence_count_(model.services.size() + 1 + model.provision.size()) {
  for (const Pathway& pathway : model.pathways) {
    outcome_offset_.push_back(outcome_count_);
    outcome_count_ += pathway.outcomes.size();
  }
  shape(period_);
  shape(total_);
  const std::size_t groups = model_.layout.groups.size();
  waits_of_seen_.resize(list_count_);
  waiting_samples_.resize(list_count_);
  period_seen_.resize(list_count_);
  total_seen_.resize(list_count_);
  seen_histograms_.assign(
      list_count_, std::vector<engine::WaitHistogram>(groups, engine::WaitHistogram(model.resolution)));
}

void Recorder::shape(PeriodCounts& counts) const {
  const ByGroup none(model_.layout.groups.size(), 0);
  counts.joined.assign(list_count_, none);
  counts.left.assign(list_count_ * model_.reasons.size(), none);
  counts.outcomes.assign(outcome_count_, none);
  counts.placed.assign(model_.provision.size(), 0);
  counts.left_place.assign(model_.provision.size(), 0);
  counts.sums.assign(model_.services.size(), ServiceSums{});
  counts.waiting_time.assign(model_.services.size(), 0.0);
  counts.present_time.assign(presence_count_, 0.0);
  shape_world(counts);
}

void Recorder::reset() {
  measures_ = Measures{};
  measures_.values.assign(model_.layout.cells, kNoValue);
  waiting_.assign(model_.services.size(), engine::TimeWeighted());
  busy_.assign(model_.services.size(), engine::TimeWeighted());
  present_.assign(presence_count_, engine::TimeWeighted());
  presence_.assign(presence_count_, engine::PresenceDistribution());
  over_number_.assign(model_.provision.size(), engine::TimeWeighted());
  without_a_place_ = engine::TimeWeighted();
  end_warm_up(0.0);
}

void Recorder::end_warm_up(double now) {
  period_.clear();
  total_.clear();
  const std::size_t groups = model_.layout.groups.size();
  for (WaitSample& sample : waits_of_seen_) sample.reset(dimensions_, groups);
  for (Summaries& summaries : total_seen_) summaries.assign(groups, WaitSample::Summary{});
  for (auto& histograms : seen_histograms_)
    for (engine::WaitHistogram& histogram : histograms) histogram.clear();
  for (engine::TimeWeighted& average : waiting_) average.reset(now);
  for (engine::TimeWeighted& average : busy_) average.reset(now);
  for (engine::TimeWeighted& average : present_) average.reset(now);
  for (engine::PresenceDistribution& distribution : presence_) distribution.reset(now);
  for (engine::TimeWeighted& average : over_number_) average.reset(now);
  without_a_place_.reset(now);
  year_ = YearSoFar{};
  year_.clocks.resize(model_.clocks.size());
  period_begin_ = measured_begin_ = now;
}

ListIndex Recorder::list_of(const Column& column) const {
  switch (column.subject_kind) {
    case SubjectKind::service:
      return list_of_service(column.subject_index);
    case SubjectKind::pathway:
      return list_of_pathway(column.subject_index);
    default:
      return list_of_placement();
  }
}

Index Recorder::presence_of(const Column& column) const {
  switch (column.subject_kind) {
    case SubjectKind::service:
      return column.subject_index;
    case SubjectKind::provision:
      return presence_of_provision(column.subject_index);
    default:
      return presence_of_placement();
  }
}

void Recorder::write(std::size_t date, const Column& column, std::size_t group, double value) {
  measures_.values[model_.layout.cell(column, date, group)] = value;
}

std::vector<WaitSample>& Recorder::begin_snapshot() {
  for (WaitSample& sample : waiting_samples_) sample.reset(dimensions_, model_.layout.groups.size());
  return waiting_samples_;
}

void Recorder::write_snapshot(std::size_t date, double now,
                              const std::vector<std::vector<std::uint64_t>>& open_cases,
                              const Census& census) {
  ListIndex summarised = std::numeric_limits<ListIndex>::max();
  for (const Column& column : model_.layout.columns) {
    if (definition(column.measure).clock != MeasureClock::date) continue;
    if (column.subject_kind >= SubjectKind::provision) {
      write_census(date, column, census, now);
      continue;
    }
    if (column.measure == MeasureId::open_cases) {
      for (std::size_t g = 0; g < model_.layout.groups.size(); ++g)
        write(date, column, g, as_number(open_cases[column.subject_index][g]));
      continue;
    }
    const ListIndex list = list_of(column);
    const bool unequal = model_.layout.dates[date].unequal;
    if (list != summarised) waiting_samples_[list].summarise(model_.resolution, {true, unequal}, scratch_);
    summarised = list;
    if (column.measure == MeasureId::wait_of_waiting_theil && !unequal) continue;
    for (std::size_t g = 0; g < scratch_.size(); ++g)
      write(date, column, g,
            column.measure == MeasureId::waiting_band
                ? as_number(scratch_[g].bands[column.detail])
                : summary_value(column.measure, scratch_[g], model_.wait_unit_days));
  }
}

void Recorder::close_areas(double now) {
  for (std::size_t s = 0; s < model_.services.size(); ++s) {
    period_.waiting_time[s] = waiting_[s].area(now);
    period_.sums[s].busy_time = busy_[s].area(now);
    waiting_[s].reset(now);
    busy_[s].reset(now);
  }
  for (std::size_t p = 0; p < presence_count_; ++p) {
    period_.present_time[p] = present_[p].area(now);
    present_[p].reset(now);
  }
  for (std::size_t p = 0; p < over_number_.size(); ++p) {
    period_.over_number_time[p] = over_number_[p].area(now);
    over_number_[p].reset(now);
  }
  period_.time_without_a_place = without_a_place_.area(now);
  without_a_place_.reset(now);
}

void Recorder::end_period(std::size_t date, double now, const std::vector<double>& server_time) {
  close_areas(now);
  for (std::size_t s = 0; s < model_.services.size(); ++s) period_.sums[s].server_time = server_time[s];
  if (!single_period_)
    for (std::size_t list = 0; list < list_count_; ++list)
      waits_of_seen_[list].summarise(model_.resolution, {}, period_seen_[list]);
  for (std::size_t list = 0; list < list_count_; ++list)
    waits_of_seen_[list].drain_into(total_seen_[list], seen_histograms_[list]);
  if (single_period_)
    for (std::size_t list = 0; list < list_count_; ++list) {
      period_seen_[list] = total_seen_[list];
      for (std::size_t g = 0; g < period_seen_[list].size(); ++g) {
        period_seen_[list][g].median = seen_histograms_[list][g].percentile(0.5);
        period_seen_[list][g].percentile_90 = seen_histograms_[list][g].percentile(0.9);
      }
    }
  count_costs();
  write_flows(date, period_, period_seen_, now - period_begin_);
  write_years(date);
  total_.add(period_);
  period_.clear();
  for (WaitSample& sample : waits_of_seen_) sample.reset(dimensions_, model_.layout.groups.size());
  period_begin_ = now;
}

void Recorder::write_flows(std::size_t date, const PeriodCounts& counts, const std::vector<Summaries>& seen,
                           double length) {
  for (const Column& column : model_.layout.columns) {
    if (definition(column.measure).clock != MeasureClock::period) continue;
    if (column.measure > MeasureId::left_place || column.subject_kind > SubjectKind::provision) {
      write_world(date, column, counts);
      continue;
    }
    const std::size_t groups = column.by_group ? model_.layout.groups.size() : 1;
    for (std::size_t g = 0; g < groups; ++g) {
      switch (column.measure) {
        case MeasureId::referrals:
          write(date, column, g, as_number(counts.joined[list_of(column)][g]));
          break;
        case MeasureId::left:
        case MeasureId::raised:
          write(date, column, g,
                as_number(counts.left[list_of(column) * model_.reasons.size() + column.detail][g]));
          break;
        case MeasureId::outcome:
          write(date, column, g,
                as_number(counts.outcomes[outcome_offset_[column.subject_index] + column.detail][g]));
          break;
        case MeasureId::waiting_average:
          write(date, column, g, ratio(counts.waiting_time[column.subject_index], length));
          break;
        case MeasureId::present_average:
          write(date, column, g, ratio(counts.present_time[presence_of(column)], length));
          break;
        case MeasureId::placed:
          write(date, column, g, as_number(counts.placed[column.subject_index]));
          break;
        case MeasureId::left_place:
          write(date, column, g, as_number(counts.left_place[column.subject_index]));
          break;
        case MeasureId::seen:
        case MeasureId::wait_of_seen_mean:
        case MeasureId::wait_of_seen_median:
        case MeasureId::wait_of_seen_p90:
        case MeasureId::seen_within_13_weeks:
        case MeasureId::seen_within_18_weeks:
          write(date, column, g,
                summary_value(column.measure, seen[list_of(column)][g], model_.wait_unit_days));
          break;
        case MeasureId::wait_of_seen_theil:
          if (model_.layout.dates[date].whole_run)
            write(date, column, g,
                  summary_value(column.measure, seen[list_of(column)][g], model_.wait_unit_days));
          break;
        case MeasureId::present_median:
        case MeasureId::present_p90:
          break;  // of the whole run, see write_presence
        default:
          write(date, column, g,
                service_value(column.measure, counts.sums[column.subject_index],
                              model_.services[column.subject_index].is_clinic));
      }
    }
  }
}

void Recorder::write_whole_run(std::size_t date, double now) {
  for (std::size_t list = 0; list < list_count_; ++list)
    for (std::size_t g = 0; g < total_seen_[list].size(); ++g) {
      total_seen_[list][g].median = seen_histograms_[list][g].percentile(0.5);
      total_seen_[list][g].percentile_90 = seen_histograms_[list][g].percentile(0.9);
    }
  write_flows(date, total_, total_seen_, now - measured_begin_);
  for (engine::PresenceDistribution& distribution : presence_) distribution.advance(now);
  write_presence(date);
}

void Recorder::write_presence(std::size_t date) {
  for (const Column& column : model_.layout.columns) {
    if (column.measure != MeasureId::present_median && column.measure != MeasureId::present_p90) continue;
    const double share = column.measure == MeasureId::present_median ? 0.5 : 0.9;
    write(date, column, 0, static_cast<double>(presence_[presence_of(column)].quantile(share)));
  }
  measures_.presence.resize(presence_count_);
  for (std::size_t p = 0; p < presence_count_; ++p) measures_.presence[p] = presence_[p].probabilities();
}

Measures Recorder::take() {
  return std::exchange(measures_, Measures{});
}

}  // namespace sendcap::model
