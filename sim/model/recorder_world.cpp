#include <algorithm>
#include <cmath>
#include <limits>

#include "recorder.hpp"

// Measures of the world beside the lists: where children are, plans, clocks, what happened, money.

namespace sendcap::model {
namespace {
constexpr double kPartsOfADay = 65536;  // 1.3 seconds

constexpr double kNoValue = std::numeric_limits<double>::quiet_NaN();
constexpr double kDaysPerWeek = 7;

double number(std::uint64_t count) {
  return static_cast<double>(count);
}
double share(std::uint64_t part, std::uint64_t whole) {
  return whole > 0 ? number(part) / number(whole) : kNoValue;
}

template <class Counts>
void add_each(Counts& to, const Counts& from) {
  for (std::size_t i = 0; i < to.size(); ++i) to[i] += from[i];
}
template <class Tables>
void add_tables(Tables& to, const Tables& from) {
  for (std::size_t i = 0; i < to.size(); ++i) add_each(to[i], from[i]);
}
template <class Counts>
void empty(Counts& counts) {
  std::fill(counts.begin(), counts.end(), 0);
}

// The measure of a clock from what was done: all, in time, those without an exception, these in time.
double clock_value(MeasureId measure, const std::array<std::uint64_t, 4>& counts) {
  switch (measure) {
    case MeasureId::done:
    case MeasureId::done_in_year:
      return number(counts[0]);
    case MeasureId::done_in_time:
      return number(counts[1]);
    case MeasureId::share_in_time:
    case MeasureId::share_in_time_in_year:
      return share(counts[1], counts[0]);
    default:
      return share(counts[3], counts[2]);
  }
}

}  // namespace

void PeriodCounts::add_world(const PeriodCounts& other) {
  add_each(over_number_time, other.over_number_time);
  time_without_a_place += other.time_without_a_place;
  add_each(new_plans, other.new_plans);
  add_tables(plans_ended, other.plans_ended);
  add_tables(happened, other.happened);
  add_tables(without_support, other.without_support);
  add_each(provision_cost, other.provision_cost);
  add_each(money.spent, other.money.spent);
  money.income += other.money.income;
  for (std::size_t c = 0; c < clocks.size(); ++c) {
    add_each(clocks[c].done, other.clocks[c].done);
    add_each(clocks[c].in_time, other.clocks[c].in_time);
    add_each(clocks[c].unexcepted, other.clocks[c].unexcepted);
    add_each(clocks[c].unexcepted_in_time, other.clocks[c].unexcepted_in_time);
  }
}

void PeriodCounts::clear_world() {
  empty(over_number_time);
  time_without_a_place = 0;
  empty(new_plans);
  for (ByGroup& counts : plans_ended) empty(counts);
  for (ByGroup& counts : happened) empty(counts);
  for (std::vector<double>& days : without_support) empty(days);
  empty(provision_cost);
  money = MoneySums{};
  for (ClockCounts& clock : clocks)
    for (ByGroup* counts : {&clock.done, &clock.in_time, &clock.unexcepted, &clock.unexcepted_in_time})
      empty(*counts);
}

void Recorder::shape_world(PeriodCounts& counts) const {
  const ByGroup none(model_.layout.groups.size(), 0);
  counts.over_number_time.assign(model_.provision.size(), 0.0);
  counts.new_plans = none;
  counts.plans_ended.assign(model_.reasons.size(), none);
  counts.happened.assign(model_.hazards.size(), none);
  counts.clocks.assign(model_.clocks.size(), ClockCounts{none, none, none, none});
  counts.without_support.assign(model_.supported_flag != 0 ? list_count_ : 0,
                                std::vector<double>(model_.layout.groups.size(), 0.0));
  counts.provision_cost.assign(model_.provision.size(), 0.0);
}

void Recorder::clock_done(Index clock, bool in_time, bool excepted, const Groups& groups) {
  ClockCounts& counts = period_.clocks[clock];
  std::array<std::uint64_t, 4>& year = year_.clocks[clock];
  const auto add = [&](ByGroup& to, std::size_t which) {
    count(to, groups);
    ++year[which];
  };
  add(counts.done, 0);
  if (in_time) add(counts.in_time, 1);
  if (!excepted) add(counts.unexcepted, 2);
  if (in_time && !excepted) add(counts.unexcepted_in_time, 3);
}

// Multiples of a power of two add up exactly, so the sum does not depend on the order of the cases.
void Recorder::waited_without_support(ListIndex list, double days, const Groups& groups) {
  days = std::round(days * kPartsOfADay) / kPartsOfADay;
  std::vector<double>& waited = period_.without_support[list];
  waited[0] += days;
  for (std::size_t d = 0; d < dimensions_; ++d)
    if (groups.group[d] != kNone) waited[groups.group[d]] += days;
}

void Recorder::clear(Census& census) const {
  const ByGroup none(model_.layout.groups.size(), 0);
  census.occupied.assign(model_.provision.size(), 0);
  census.over_number.assign(model_.provision.size(), 0.0);
  census.there.assign(scenario::kProvisionKindCount, none);
  for (ByGroup* counts : {&census.known, &census.plans, &census.without_a_place, &census.placed,
                          &census.in_county, &census.special, &census.independent})
    *counts = none;
  census.overdue.assign(model_.clocks.size(), none);
}

void Recorder::count_in(Census::ByGroup& counts, const Groups& groups) const {
  ++counts[0];
  for (std::size_t d = 0; d < dimensions_; ++d)
    if (groups.group[d] != kNone) ++counts[groups.group[d]];
}

void Recorder::count_in(Census& census, Index provision, bool has_plan, bool without_a_place,
                        const Groups& groups) const {
  using Kind = scenario::ProvisionKind;
  count_in(census.known, groups);
  if (has_plan) count_in(census.plans, groups);
  if (without_a_place) count_in(census.without_a_place, groups);
  if (provision == kNone) return;
  const Provision& where = model_.provision[provision];
  count_in(census.there[static_cast<std::size_t>(where.kind)], groups);
  if (!has_plan || without_a_place) return;
  count_in(census.placed, groups);
  if (!where.out_of_county) count_in(census.in_county, groups);
  const bool independent = where.kind == Kind::independent_special_school;
  if (independent || where.kind == Kind::special_school) count_in(census.special, groups);
  if (independent) count_in(census.independent, groups);
}

void Recorder::write_census(std::size_t date, const Column& column, const Census& census, double now) {
  const Index subject = column.subject_index;
  const std::size_t groups = column.by_group ? model_.layout.groups.size() : 1;
  const auto places = [&] {
    double sum = 0;
    for (const PlaceGroup& group : model_.place_groups)
      if (group.provision == subject) sum += group.places.at(now);
    return std::isfinite(sum) ? sum : kNoValue;
  };
  const double over = column.subject_kind == SubjectKind::provision ? census.over_number[subject] : 0;
  const double taken = column.subject_kind == SubjectKind::provision ? census.occupied[subject] : 0;
  for (std::size_t g = 0; g < groups; ++g) {
    const auto value = [&]() -> double {
      switch (column.measure) {
        case MeasureId::capacity:
          return places();
        case MeasureId::occupied:
          return taken;
        case MeasureId::free_places:
          return places() - (taken - over);
        case MeasureId::over_number:
          return over;
        case MeasureId::children_there:
          return number(census.there[subject][g]);
        case MeasureId::children_known:
          return number(census.known[g]);
        case MeasureId::plans_held:
          return number(census.plans[g]);
        case MeasureId::without_a_place:
          return number(census.without_a_place[g]);
        case MeasureId::share_in_county:
          return share(census.in_county[g], census.placed[g]);
        case MeasureId::share_independent:
          return share(census.independent[g], census.special[g]);
        case MeasureId::overdue:
          return number(census.overdue[subject][g]);
        default:
          return kNoValue;
      }
    };
    write(date, column, g, value());
  }
}

// Children's costs in each provision follow from how long they were there.
void Recorder::count_costs() {
  if (!model_.has_costs) return;
  const auto block = static_cast<std::size_t>(scenario::Payer::high_needs_block);
  const auto council = static_cast<std::size_t>(scenario::Payer::council);
  for (std::size_t p = 0; p < model_.provision.size(); ++p) {
    const Provision& provision = model_.provision[p];
    const double there = period_.present_time[presence_of_provision(static_cast<Index>(p))];
    const double transport = there * provision.cost_transport.at(period_begin_);
    period_.provision_cost[p] += there * provision.cost_per_child.at(period_begin_) +
                                 period_.over_number_time[p] * provision.cost_over_number.at(period_begin_);
    period_.money.spent[block] += period_.provision_cost[p];
    period_.money.spent[council] += transport;
    period_.provision_cost[p] += transport;
  }
  for (std::size_t s = 0; s < model_.services.size(); ++s)
    period_.money.spent[static_cast<std::size_t>(model_.services[s].paid_by)] += period_.sums[s].cost;
  add_each(year_.money.spent, period_.money.spent);
  year_.money.income += period_.money.income;
}

void Recorder::write_world(std::size_t date, const Column& column, const PeriodCounts& counts) {
  const Index subject = column.subject_index;
  const std::size_t groups = column.by_group ? model_.layout.groups.size() : 1;
  const auto of_kind = [&](const std::vector<std::uint64_t>& by_provision) {
    std::uint64_t sum = 0;
    for (std::size_t p = 0; p < model_.provision.size(); ++p)
      if (static_cast<Index>(model_.provision[p].kind) == subject) sum += by_provision[p];
    return number(sum);
  };
  for (std::size_t g = 0; g < groups; ++g) {
    const auto value = [&]() -> double {
      switch (column.measure) {
        case MeasureId::placed:
          return of_kind(counts.placed);
        case MeasureId::left_place:
          return of_kind(counts.left_place);
        case MeasureId::waited_without_support:
          return counts.without_support[list_of(column)][g] / kDaysPerWeek;
        case MeasureId::new_plans:
          return number(counts.new_plans[g]);
        case MeasureId::plans_ended:
          return number(counts.plans_ended[column.detail][g]);
        case MeasureId::time_without_a_place:
          return counts.time_without_a_place / kDaysPerWeek;
        case MeasureId::happened:
          return number(counts.happened[subject][g]);
        case MeasureId::cost:
          return column.subject_kind == SubjectKind::service ? counts.sums[subject].cost
                                                             : counts.provision_cost[subject];
        case MeasureId::spent:
          return counts.money.spent[subject];
        case MeasureId::done:
        case MeasureId::done_in_time:
        case MeasureId::share_in_time:
        case MeasureId::share_in_time_excepted: {
          const ClockCounts& clock = counts.clocks[subject];
          return clock_value(column.measure, {clock.done[g], clock.in_time[g], clock.unexcepted[g],
                                              clock.unexcepted_in_time[g]});
        }
        default:
          return kNoValue;
      }
    };
    write(date, column, g, value());
  }
}

// The years so far, and a fresh start after the line that ends one.
void Recorder::write_years(std::size_t date) {
  for (const Column& column : model_.layout.columns) {
    const Index subject = column.subject_index;
    switch (column.measure) {
      case MeasureId::new_plans_in_year:
        write(date, column, 0, number(year_.new_plans));
        break;
      case MeasureId::done_in_year:
      case MeasureId::share_in_time_in_year:
      case MeasureId::share_in_time_excepted_in_year:
        write(date, column, 0, clock_value(column.measure, year_.clocks[subject]));
        break;
      case MeasureId::spent_in_year:
        write(date, column, 0, year_.money.spent[subject]);
        break;
      case MeasureId::block_income_in_year:
        write(date, column, 0, year_.money.income);
        break;
      case MeasureId::block_balance_in_year:
        write(date, column, 0, year_.money.income - year_.money.spent[subject]);
        break;
      default:
        break;
    }
  }
  if (model_.layout.dates[date].ends_calendar_year) {
    year_.new_plans = 0;
    for (auto& counts : year_.clocks) counts.fill(0);
  }
  if (model_.layout.dates[date].ends_financial_year) year_.money = MoneySums{};
}

}  // namespace sendcap::model
