#include "recorder.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace sendcap::model {
namespace {

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
void add_stretch(std::vector<Number>& to, const std::vector<Number>& from, Scope::Stretch stretch) {
  for (std::size_t i = stretch.begin; i < stretch.end; ++i) to[i] += from[i];
}

template <class Number>
void add_each(std::vector<Number>& to, const std::vector<Number>& from, const std::vector<Index>& which) {
  for (const Index i : which) to[i] += from[i];
}

template <class Number>
void clear_stretch(std::vector<Number>& sums, Scope::Stretch stretch) {
  std::fill(sums.begin() + stretch.begin, sums.begin() + stretch.end, Number{});
}

template <class Number>
void clear_each(std::vector<Number>& sums, const std::vector<Index>& which) {
  for (const Index i : which) sums[i] = Number{};
}

}  // namespace

void PeriodSums::add(const PeriodSums& other, const Scope& scope) {
  add_stretch(counts, other.counts, scope.counts);
  add_stretch(days, other.days, scope.days);
  add_each(placed, other.placed, scope.of.provision);
  add_each(left_place, other.left_place, scope.of.provision);
  add_each(services, other.services, scope.of.services);
  add_each(waiting_time, other.waiting_time, scope.of.services);
  add_each(present_time, other.present_time, scope.presences);
  add_each(over_number_time, other.over_number_time, scope.of.provision);
  add_each(provision_cost, other.provision_cost, scope.of.provision);
  if (!scope.has_shared) return;
  time_without_a_place += other.time_without_a_place;
  for (std::size_t payer = 0; payer < money.spent.size(); ++payer)
    money.spent[payer] += other.money.spent[payer];
  money.income += other.money.income;
}

void PeriodSums::clear(const Scope& scope) {
  clear_stretch(counts, scope.counts);
  clear_stretch(days, scope.days);
  clear_each(placed, scope.of.provision);
  clear_each(left_place, scope.of.provision);
  clear_each(services, scope.of.services);
  clear_each(waiting_time, scope.of.services);
  clear_each(present_time, scope.presences);
  clear_each(over_number_time, scope.of.provision);
  clear_each(provision_cost, scope.of.provision);
  if (!scope.has_shared) return;
  time_without_a_place = 0;
  money = MoneySums{};
}

Recorder::Recorder(const Model& model)
    : model_(model),
      scopes_(scopes_of(model)),
      single_period_(std::count_if(model.layout.dates.begin(), model.layout.dates.end(),
                                   [](const ReportDate& date) { return date.ends_period; }) <= 1),
      grouped_(!model.layout.dimensions.empty()),
      first_of_pathways_(model.services.size()),
      list_count_(model.services.size() + model.pathways.size() + 1),
      presence_count_(model.services.size() + 1 + model.provision.size()),
      period_seen_(list_count_),
      open_now_(model.pathways.size()),
      occupied_now_(model.provision.size()),
      over_number_now_(model.provision.size()),
      census_(model) {
  for (const Column& column : model.layout.columns) {
    first_cell_.push_back(cells_of_date_);
    cells_of_date_ += model.layout.group_count(column);
  }
  for (const GroupSet& set : model.layout.group_sets) places_.emplace_back(model.layout, set);
  make_counters();
  for (PeriodSums* sums : {&period_, &total_}) {
    for (auto* by_provision : {&sums->placed, &sums->left_place})
      by_provision->resize(model.provision.size());
    for (auto* by_provision : {&sums->over_number_time, &sums->provision_cost})
      by_provision->resize(model.provision.size());
    sums->services.resize(model.services.size());
    sums->waiting_time.resize(model.services.size());
    sums->present_time.resize(presence_count_);
  }
  for (ListIndex list = 0; list < list_count_; ++list) {
    const GroupPlaces& places = places_[places_of_list_[list]];
    seen_.emplace_back(places);
    waiting_now_.emplace_back(places);
    total_seen_.emplace_back(places, model.resolution);
  }
  for (Index pathway = 0; pathway < open_now_.size(); ++pathway)
    open_now_[pathway].resize(places_of_open(pathway).size + 1U);
}

void Recorder::reset(bool by_parts) {
  by_parts_ = by_parts || scopes_.of_parts.size() == 1;
  measures_ = Measures{};
  measures_.presence.resize(presence_count_);
  by_date_.assign(model_.layout.cells, std::numeric_limits<double>::quiet_NaN());
  over_time_.assign(presence_count_, NumbersOverTime());
  over_number_.assign(model_.provision.size(), engine::TimeWeighted());
  year_ = YearSoFar{};
  year_.clocks.resize(model_.clocks.size());
  period_.clear(scopes_.shared);  // a run before may have been broken off
  for (const Scope& part : scopes_.of_parts) period_.clear(part);
  shared_at_.clear();
  if (parts() > 1)
    shared_at_.resize(model_.layout.dates.size(), SharedAtDate(places_of(list_of_placement())));
  wanting_across_parts_.clear();
  without_across_parts_.clear();
}

void Recorder::end_warm_up(double now) {
  clear(*scope_, now);
  if (is_one_of_several()) clear(scopes_.shared, now);
  period_begin_ = measured_begin_ = now;
}

// Forgets what happened within a scope, and keeps who is present.
void Recorder::clear(const Scope& scope, double now) {
  period_.clear(scope);
  total_.clear(scope);
  for (const ListIndex list : scope.lists) {
    seen_[list].clear();
    total_seen_[list].clear();
  }
  for (const Index presence : scope.presences) {
    over_time_[presence].reset(now);
    over_time_[presence].distribution.reset(now);
  }
  for (const Index provision : scope.of.provision) over_number_[provision].reset(now);
  for (const Index clock : scope.of.clocks) year_.clocks[clock].fill(0);
  if (!scope.has_shared) return;
  without_a_place_.reset(now);
  year_.new_plans = 0;
  year_.money = MoneySums{};
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

void Recorder::begin_snapshot() {
  for (const Index clock : scope_->of.clocks)
    if (const Counter& counter = overdue_[clock]; counter.first != kNone)
      std::fill_n(period_.counts.data() + counter.first, places_[counter.places].size, 0);
}

void Recorder::forget_open_cases() {
  for (const Index pathway : scope_->of.pathways)
    std::fill(open_now_[pathway].begin(), open_now_[pathway].end(), 0);
}

void Recorder::count_open_cases() {
  for (const Index pathway : scope_->of.pathways)
    if (open_cases_[pathway].first != kNone)
      std::copy(open_now_[pathway].begin(), open_now_[pathway].end(),
                period_.counts.begin() + open_cases_[pathway].first);
}

void Recorder::close_areas(double now) {
  for (const Index s : scope_->of.services) {
    period_.waiting_time[s] = over_time_[s].waiting.area(now);
    period_.services[s].busy_time = over_time_[s].busy.area(now);
  }
  for (const Index p : scope_->presences) {
    period_.present_time[p] = over_time_[p].present.area(now);
    over_time_[p].reset(now);
  }
  for (const Index p : scope_->of.provision) {
    period_.over_number_time[p] = over_number_[p].area(now);
    over_number_[p].reset(now);
  }
  if (!scope_->has_shared) return;
  period_.time_without_a_place = without_a_place_.area(now);
  without_a_place_.reset(now);
}

void Recorder::end_period(std::size_t date, double now, const std::vector<double>& server_time) {
  close_areas(now);
  for (const Index s : scope_->of.services) period_.services[s].server_time = server_time[s];
  for (const ListIndex list : scope_->lists) {
    if (single_period_ && scope_ != &scopes_.shared) {
      period_seen_[list] = total_seen_[list].with_percentiles();
    } else {
      seen_[list].summarise({model_.resolution, false, !model_.dimensions.empty()}, period_seen_[list],
                            total_seen_[list].histograms());
      total_seen_[list].add_period(period_seen_[list]);
      seen_[list].clear();
    }
  }
  count_costs();
  write_flows(date, period_, now - period_begin_);
  // With the costs, which count in what is shared; and it goes into no total before all parts have added to
  // it.
  if (is_one_of_several()) keep_period(date);
  write_years(date);
  total_.add(period_, *scope_);
  period_.clear(*scope_);
  period_begin_ = now;
}

void Recorder::write_whole_run(std::size_t date, double now) {
  for (const ListIndex list : scope_->lists) total_seen_[list].with_percentiles();
  write_flows(date, total_, now - measured_begin_);
  for (const Index presence : scope_->presences) over_time_[presence].distribution.advance(now);
  write_presence(date);
}

Measures Recorder::take() {
  for (const Scope& part : scopes_.of_parts) require_nothing_counted(part);
  if (!shared_at_.empty()) write_shared();
  const std::size_t dates = model_.layout.dates.size();
  measures_.values.resize(model_.layout.cells);
  double* value = measures_.values.data();
  for (std::size_t cell = 0; cell < cells_of_date_; ++cell)
    for (std::size_t date = 0; date < dates; ++date) *value++ = by_date_[date * cells_of_date_ + cell];
  return std::exchange(measures_, Measures{});
}

}  // namespace sendcap::model
