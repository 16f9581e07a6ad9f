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
void add_each(std::vector<Number>& to, const std::vector<Number>& from) {
  for (std::size_t i = 0; i < to.size(); ++i) to[i] += from[i];
}

template <class Number>
void empty(std::vector<Number>& sums) {
  std::fill(sums.begin(), sums.end(), Number{});
}

}  // namespace

void PeriodSums::add(const PeriodSums& other) {
  add_each(counts, other.counts);
  add_each(days, other.days);
  add_each(placed, other.placed);
  add_each(left_place, other.left_place);
  add_each(services, other.services);
  add_each(waiting_time, other.waiting_time);
  add_each(present_time, other.present_time);
  add_each(over_number_time, other.over_number_time);
  time_without_a_place += other.time_without_a_place;
  add_each(provision_cost, other.provision_cost);
  for (std::size_t payer = 0; payer < money.spent.size(); ++payer)
    money.spent[payer] += other.money.spent[payer];
  money.income += other.money.income;
}

void PeriodSums::clear() {
  empty(counts);
  empty(days);
  empty(placed);
  empty(left_place);
  empty(services);
  empty(waiting_time);
  empty(present_time);
  empty(over_number_time);
  time_without_a_place = 0;
  empty(provision_cost);
  money = MoneySums{};
}

Recorder::Recorder(const Model& model)
    : model_(model),
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
}

void Recorder::reset() {
  measures_ = Measures{};
  by_date_.assign(model_.layout.cells, std::numeric_limits<double>::quiet_NaN());
  over_time_.assign(presence_count_, NumbersOverTime());
  over_number_.assign(model_.provision.size(), engine::TimeWeighted());
  without_a_place_ = engine::TimeWeighted();
  census_.clear();
  forget_open_cases();
  end_warm_up(0.0);
}

void Recorder::end_warm_up(double now) {
  period_.clear();
  total_.clear();
  for (WaitSample& sample : seen_) sample.clear();
  for (WaitTotals& totals : total_seen_) totals.clear();
  for (NumbersOverTime& numbers : over_time_) {
    numbers.reset(now);
    numbers.distribution.reset(now);
  }
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

void Recorder::begin_snapshot() {
  for (const Counter& counter : overdue_)
    if (counter.first != kNone)
      std::fill_n(period_.counts.data() + counter.first, places_[counter.places].size, 0);
}

void Recorder::forget_open_cases() {
  for (Index pathway = 0; pathway < open_now_.size(); ++pathway)
    open_now_[pathway].assign(places_of_open(pathway).size + 1U, 0);
}

void Recorder::count_open_cases() {
  for (std::size_t pathway = 0; pathway < open_now_.size(); ++pathway)
    if (open_cases_[pathway].first != kNone)
      std::copy(open_now_[pathway].begin(), open_now_[pathway].end(),
                period_.counts.begin() + open_cases_[pathway].first);
}

void Recorder::close_areas(double now) {
  for (std::size_t s = 0; s < model_.services.size(); ++s) {
    period_.waiting_time[s] = over_time_[s].waiting.area(now);
    period_.services[s].busy_time = over_time_[s].busy.area(now);
  }
  for (std::size_t p = 0; p < presence_count_; ++p) {
    period_.present_time[p] = over_time_[p].present.area(now);
    over_time_[p].reset(now);
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
  for (std::size_t s = 0; s < model_.services.size(); ++s) period_.services[s].server_time = server_time[s];
  for (ListIndex list = 0; list < list_count_; ++list) {
    if (single_period_) {
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
  write_years(date);
  total_.add(period_);
  period_.clear();
  period_begin_ = now;
}

void Recorder::write_whole_run(std::size_t date, double now) {
  for (WaitTotals& totals : total_seen_) totals.with_percentiles();
  write_flows(date, total_, now - measured_begin_);
  for (NumbersOverTime& numbers : over_time_) numbers.distribution.advance(now);
  write_presence(date);
}

Measures Recorder::take() {
  const std::size_t dates = model_.layout.dates.size();
  measures_.values.resize(model_.layout.cells);
  double* value = measures_.values.data();
  for (std::size_t cell = 0; cell < cells_of_date_; ++cell)
    for (std::size_t date = 0; date < dates; ++date) *value++ = by_date_[date * cells_of_date_ + cell];
  return std::exchange(measures_, Measures{});
}

}  // namespace sendcap::model
