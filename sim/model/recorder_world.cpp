#include <algorithm>
#include <cmath>
#include <limits>

#include "recorder.hpp"

// Measures of the world beside the lists: where children are, plans, clocks, what happened, money.

namespace sendcap::model {
namespace {
constexpr double kPartsOfADay = 65536;  // 1.3 seconds

constexpr double kNoValue = std::numeric_limits<double>::quiet_NaN();

double number(std::uint64_t count) {
  return static_cast<double>(count);
}
double share(std::uint64_t part, std::uint64_t whole) {
  return whole > 0 ? number(part) / number(whole) : kNoValue;
}

// Multiples of a power of two add up exactly, so the sum does not depend on the order of the cases.
double in_parts_of_a_day(double days) {
  return static_cast<double>(static_cast<std::int64_t>(days * kPartsOfADay + 0.5)) / kPartsOfADay;
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

void Recorder::clock_done(Index clock, bool in_time, bool excepted, const Groups& groups) {
  const ClockCounters& counters = clocks_[clock];
  std::array<std::uint64_t, 4>& year = year_.clocks[clock];
  const auto add = [&](const Counter& counter, std::size_t which) {
    count(counter, groups);
    ++year[which];
  };
  add(counters.done, 0);
  if (in_time) add(counters.in_time, 1);
  if (!excepted) add(counters.unexcepted, 2);
  if (in_time && !excepted) add(counters.unexcepted_in_time, 3);
}

void Recorder::waited_without_support(ListIndex list, double days, const Positions& positions) {
  days = in_parts_of_a_day(days);
  const Counter& counter = without_support_[list];
  double* waited = period_.days.data() + counter.first;
  places_[counter.places].visit(positions, [=](std::size_t position) { waited[position] += days; });
}

void Recorder::waited_without_support(ListIndex list, double days, std::span<const std::uint32_t> children) {
  days = in_parts_of_a_day(days);
  double* waited = period_.days.data() + without_support_[list].first;
  for (std::size_t position = 0; position < children.size(); ++position)
    waited[position] += days * children[position];
}

void Recorder::write_days(std::size_t date, std::size_t column_index, const PeriodSums& sums) {
  const double* days = sums.days.data() + counter_of_column_[column_index].first;
  write_groups(date, model_.layout.columns[column_index],
               [days](std::size_t position) { return days[position] / kDaysPerWeek; });
}

void Recorder::write_census(std::size_t date, const Column& column, double now) {
  const Index subject = column.subject_index;
  const auto counts = [&](const Census::Counts& counted) {
    write_groups(date, column, [&](std::size_t group) { return number(counted[group]); });
  };
  const auto shares = [&](const Census::Counts& parts, const Census::Counts& wholes) {
    write_groups(date, column, [&](std::size_t group) { return share(parts[group], wholes[group]); });
  };
  switch (column.measure) {
    case MeasureId::capacity:
    case MeasureId::free_places: {
      const double places = places_there(subject, now);
      const double taken = occupied_now_[subject] - over_number_now_[subject];
      return write(date, column, column.measure == MeasureId::capacity ? places : places - taken);
    }
    case MeasureId::occupied:
      return write(date, column, occupied_now_[subject]);
    case MeasureId::over_number:
      return write(date, column, over_number_now_[subject]);
    case MeasureId::children_there:
      return counts(census_.there(static_cast<scenario::ProvisionKind>(subject)));
    case MeasureId::children_known:
      return counts(census_.known());
    case MeasureId::plans_held:
      return counts(census_.plans());
    case MeasureId::without_a_place:
      return counts(census_.without_a_place());
    case MeasureId::share_in_county:
      return shares(census_.in_county(), census_.placed());
    case MeasureId::share_independent:
      return shares(census_.independent(), census_.special());
    default:
      return;
  }
}

double Recorder::places_there(Index provision_index, double now) const {
  const Provision& provision = model_.provision[provision_index];
  double sum = 0;
  for (Index g = provision.first_group; g < provision.first_group + provision.group_count; ++g)
    sum += model_.place_groups[g].places.at(now);
  return std::isfinite(sum) ? sum : kNoValue;
}

// Children's costs in each provision follow from how long they were there.
void Recorder::count_costs() {
  if (!model_.has_costs) return;
  const auto block = static_cast<std::size_t>(scenario::Payer::high_needs_block);
  const auto council = static_cast<std::size_t>(scenario::Payer::council);
  for (const Index p : scope_->of.provision) {
    const Provision& provision = model_.provision[p];
    const double there = period_.present_time[presence_of_provision(p)];
    const double transport = there * provision.cost_transport.at(period_begin_);
    period_.provision_cost[p] += there * provision.cost_per_child.at(period_begin_) +
                                 period_.over_number_time[p] * provision.cost_over_number.at(period_begin_);
    period_.money.spent[block] += period_.provision_cost[p];
    period_.money.spent[council] += transport;
    period_.provision_cost[p] += transport;
  }
  for (const Index s : scope_->of.services)
    period_.money.spent[static_cast<std::size_t>(model_.services[s].paid_by)] += period_.services[s].cost;
  if (!scope_->has_shared) return;
  for (std::size_t payer = 0; payer < year_.money.spent.size(); ++payer)
    year_.money.spent[payer] += period_.money.spent[payer];
  year_.money.income += period_.money.income;
}

void Recorder::write_world(std::size_t date, const Column& column, const PeriodSums& sums) {
  const Index subject = column.subject_index;
  const auto of_kind = [&](const std::vector<std::uint64_t>& by_provision) {
    std::uint64_t sum = 0;
    for (std::size_t p = 0; p < model_.provision.size(); ++p)
      if (static_cast<Index>(model_.provision[p].kind) == subject) sum += by_provision[p];
    return number(sum);
  };
  switch (column.measure) {
    case MeasureId::placed:
      return write(date, column, of_kind(sums.placed));
    case MeasureId::left_place:
      return write(date, column, of_kind(sums.left_place));
    case MeasureId::time_without_a_place:
      return write(date, column, sums.time_without_a_place / kDaysPerWeek);
    case MeasureId::cost:
      return write(date, column,
                   column.subject_kind == SubjectKind::service ? sums.services[subject].cost
                                                               : sums.provision_cost[subject]);
    case MeasureId::spent:
      return write(date, column, sums.money.spent[subject]);
    case MeasureId::share_in_time:
    case MeasureId::share_in_time_excepted: {
      const ClockCounters& clock = clocks_[subject];
      const auto at = [&](const Counter& counter) { return sums.counts.data() + counter.first; };
      const std::uint64_t* done = at(clock.done);
      const std::uint64_t* in_time = at(clock.in_time);
      const std::uint64_t* unexcepted = at(clock.unexcepted);
      const std::uint64_t* unexcepted_in_time = at(clock.unexcepted_in_time);
      return write_groups(date, column, [&](std::size_t g) {
        return clock_value(column.measure, {done[g], in_time[g], unexcepted[g], unexcepted_in_time[g]});
      });
    }
    default:
      return;
  }
}

// The years so far, and a fresh start after the line that ends one.
void Recorder::write_years(std::size_t date) {
  for (const std::uint32_t c : scope_->columns) {
    const Column& column = model_.layout.columns[c];
    const Index subject = column.subject_index;
    switch (column.measure) {
      case MeasureId::new_plans_in_year:
        write(date, column, number(year_.new_plans));
        break;
      case MeasureId::done_in_year:
      case MeasureId::share_in_time_in_year:
      case MeasureId::share_in_time_excepted_in_year:
        write(date, column, clock_value(column.measure, year_.clocks[subject]));
        break;
      case MeasureId::spent_in_year:
        write(date, column, year_.money.spent[subject]);
        break;
      case MeasureId::block_income_in_year:
        write(date, column, year_.money.income);
        break;
      case MeasureId::block_balance_in_year:
        write(date, column, year_.money.income - year_.money.spent[subject]);
        break;
      default:
        break;
    }
  }
  if (model_.layout.dates[date].ends_calendar_year) {
    if (scope_->has_shared) year_.new_plans = 0;
    for (const Index clock : scope_->of.clocks) year_.clocks[clock].fill(0);
  }
  if (model_.layout.dates[date].ends_financial_year && scope_->has_shared) year_.money = MoneySums{};
}

}  // namespace sendcap::model
