#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "census.hpp"
#include "counts.hpp"
#include "number_across_parts.hpp"
#include "scope.hpp"
#include "sendcap/engine/presence.hpp"
#include "sendcap/engine/time_weighted.hpp"
#include "sendcap/model/measure.hpp"
#include "wait_sample.hpp"
#include "wait_totals.hpp"

namespace sendcap::model {

/// Something that has a waiting list: a service, a pathway (until first contact), or placement.
/// Services come first, then pathways, then placement.
using ListIndex = std::size_t;

/// Plain sums of a service in a period, for all children together.
struct ServiceSums {
  double slots_offered = 0;
  double slots_used = 0;
  double slots_cancelled = 0;
  double slots_not_brought = 0;
  double slots_unused = 0;
  double slots_asked = 0;  ///< by those who joined
  double work_asked = 0;   ///< server-days asked by those who joined a team
  double busy_time = 0;    ///< server-days used
  double server_time = 0;  ///< server-days there were
  double cost = 0;         ///< pounds
};

/// Pounds by who pays, and the income of the high-needs block.
struct MoneySums {
  std::array<double, 3> spent{};  ///< by scenario::Payer
  double income = 0;
};

/// What happened in a period, or in the whole run.
struct PeriodSums {
  std::vector<std::uint64_t> counts;  ///< by Counter
  std::vector<double> days;           ///< child-days without support, by Counter of their own
  std::vector<std::uint64_t> placed;  ///< by provision
  std::vector<std::uint64_t> left_place;
  std::vector<ServiceSums> services;
  std::vector<double> waiting_time;      ///< child-days waited for each service
  std::vector<double> present_time;      ///< child-days with each service, placement or provision
  std::vector<double> over_number_time;  ///< child-days, by provision
  double time_without_a_place = 0;       ///< child-days
  std::vector<double> provision_cost;
  MoneySums money;

  void add(const PeriodSums& other, const Scope& scope);
  void clear(const Scope& scope);
};

/// Collects what happens, and writes it to the dense table of a replication at each report date. A world of
/// several parts is told part by part: what the parts share is kept date by date until all are over.
class Recorder {
 public:
  explicit Recorder(const Model& model);
  /// A new replication, told part by part, or all at once.
  void reset(bool by_parts);
  /// What follows happens in this, from the start of the run: the next part, or the world.
  const Part& begin_part(Index part);
  /// How often `begin_part` is to be called in a replication.
  [[nodiscard]] Index parts() const { return by_parts_ ? static_cast<Index>(scopes_.of_parts.size()) : 1; }

  // -- during the run: each of these is a few additions
  void joined(ListIndex list, const Groups& groups) {
    require_groups(list, groups);
    count(joined_[list], groups);
  }
  /// Throws BrokenInvariant for a child whose groups the results of a list have no place for.
  void require_groups(ListIndex list, const Groups& groups) const {
    if (grouped_ && !places_[places_of_list_[list]].hold(groups)) [[unlikely]]
      no_such_count();
  }
  [[nodiscard]] const GroupPlaces& places_of(ListIndex list) const { return places_[places_of_list_[list]]; }
  /// Where the groups of a child stand among those of a list.
  [[nodiscard]] Positions positions(ListIndex list, const Groups& groups) const {
    require_groups(list, groups);
    return places_of(list).positions(groups);
  }
  void seen(ListIndex list, double wait_days, const Groups& groups) {
    if (single_period_)
      total_seen_[list].add(wait_days, groups);
    else
      seen_[list].add(wait_days, groups);
  }
  /// What `seen` will count in.
  void fetch_seen(ListIndex list) const {
    if (single_period_) total_seen_[list].fetch_counts();
  }
  /// A place is given. (Those of one part are not all who are given one in the period.)
  void given_place(double wait_days, const Groups& groups) {
    if (is_one_of_several())
      seen_[list_of_placement()].add(wait_days, groups);
    else
      seen(list_of_placement(), wait_days, groups);
  }
  void left(ListIndex list, std::uint32_t reason, const Groups& groups) {
    count(left_counter(list, reason), groups);
  }
  void outcome(Index pathway, std::uint32_t outcome, const Groups& groups) {
    count(outcomes_[outcome_offset_[pathway] + outcome], groups);
  }
  void placed(Index provision) { ++period_.placed[provision]; }
  void left_place(Index provision) { ++period_.left_place[provision]; }
  ServiceSums& sums(Index service) { return period_.services[service]; }
  void set_present(Index subject, double now, std::size_t present) {
    set_present(over_time_[subject], now, present);
  }
  /// How many wait for a service and are being seen.
  void set_service(Index service, double now, std::uint32_t waiting, std::uint32_t seeing) {
    NumbersOverTime& numbers = over_time_[service];
    numbers.waiting.set(now, waiting);
    set_present(numbers, now, waiting + seeing);
  }
  void set_busy(Index service, double now, double busy) { over_time_[service].busy.set(now, busy); }

  void plan_begun(const Groups& groups) {
    count(new_plans_, groups);
    ++year_.new_plans;
  }
  void plan_ended(std::uint32_t reason, const Groups& groups) { count_checked(plans_ended_[reason], groups); }
  void happened(Index hazard, const Groups& groups) { count_checked(happened_[hazard], groups); }
  void clock_done(Index clock, bool in_time, bool excepted, const Groups& groups);
  void waited_without_support(ListIndex list, double days, const Groups& groups) {
    waited_without_support(list, days, positions(list, groups));
  }
  void waited_without_support(ListIndex list, double days, const Positions& positions);
  /// The same of many who waited equally long, told by how many stand at each position.
  void waited_without_support(ListIndex list, double days, std::span<const std::uint32_t> children);
  /// How many cases are open on a pathway is known at any time. Its results are for the groups of its list.
  void case_opens(Index pathway, const Positions& positions) {
    std::uint64_t* open = open_now_[pathway].data();
    places_of_open(pathway).visit(positions, [open](std::size_t position) { ++open[position]; });
  }
  void case_closes(Index pathway, const Positions& positions) {
    std::uint64_t* open = open_now_[pathway].data();
    places_of_open(pathway).visit(positions, [open](std::size_t position) { --open[position]; });
  }
  void forget_open_cases();
  void set_wanting_place(double now, std::size_t children) {
    if (is_one_of_several()) wanting_across_parts_.set(now, children);
    set_present(over_time_[presence_of_placement()], now, children);
  }
  void set_without_a_place(double now, std::size_t children) {
    if (is_one_of_several()) without_across_parts_.set(now, children);
    without_a_place_.set(now, static_cast<double>(children));
  }
  void set_over_number(Index provision, double now, double children) {
    over_number_[provision].set(now, children);
  }
  void spent(scenario::Payer paid_by, double pounds) {
    period_.money.spent[static_cast<std::size_t>(paid_by)] += pounds;
  }
  void provision_cost(Index provision, double pounds) { period_.provision_cost[provision] += pounds; }
  void block(double income, double other_spending) {
    period_.money.income += income;
    period_.money.spent[static_cast<std::size_t>(scenario::Payer::high_needs_block)] += other_spending;
  }

  // -- at report dates: first how things stand, told child by child and case by case between
  // `begin_snapshot` and `write_snapshot`, then the period that ends
  void begin_snapshot();
  /// Who waits is told by filling the sample of a list.
  WaitSample& waiting_now(ListIndex list) { return waiting_now_[list]; }
  /// Clocks have results for the groups of the list of their pathway.
  void is_overdue(Index clock, const Positions& positions) { count(overdue_[clock], positions); }
  void provision_holds(Index provision, std::uint32_t children, double over_number) {
    occupied_now_[provision] = children;
    over_number_now_[provision] = over_number;
  }
  Census& census() { return census_; }
  [[nodiscard]] const Census& census() const { return census_; }
  void write_snapshot(std::size_t date, double now);
  /// Ends the period: writes its measures at `date`. `server_time` by service, of this period.
  void end_period(std::size_t date, double now, const std::vector<double>& server_time);
  void write_whole_run(std::size_t date, double now);
  /// Forgets what happened during the warm-up, keeps who is present.
  void end_warm_up(double now);
  /// The results of the replication, when the world or all parts of it are over.
  Measures take();

  [[nodiscard]] ListIndex list_of_service(Index service) const { return service; }
  [[nodiscard]] ListIndex list_of_pathway(Index pathway) const { return first_of_pathways_ + pathway; }
  [[nodiscard]] ListIndex list_of_placement() const {
    return model_.services.size() + model_.pathways.size();
  }
  [[nodiscard]] Index presence_of_provision(Index provision) const {
    return static_cast<Index>(model_.services.size() + 1 + provision);
  }

 private:
  using Summaries = std::vector<WaitSummary>;
  /// What the parts share, of one report date; of happenings, the period that ends there.
  struct SharedAtDate {
    explicit SharedAtDate(const GroupPlaces& places) : waiting(places), given_place(places) {}
    bool told = false;   ///< how things stand
    WaitSample waiting;  ///< for a place
    std::vector<std::uint64_t> census;
    WaitSample given_place;
    std::vector<std::uint64_t> counts;  ///< those of the scope of what is shared
    std::vector<double> days;           ///< likewise
    std::vector<std::uint64_t> placed;  ///< by provision
    std::vector<std::uint64_t> left_place;
    std::uint64_t new_plans = 0;
    MoneySums money;
  };
  /// What happened in the calendar and financial years so far.
  struct YearSoFar {
    std::uint64_t new_plans = 0;
    std::vector<std::array<std::uint64_t, 4>> clocks;  ///< as in ClockCounters
    MoneySums money;
  };
  /// Numbers of a service, of placement or of a provision. What changes together stands together.
  struct NumbersOverTime {
    engine::PresenceDistribution distribution;  ///< of those present
    engine::TimeWeighted present;
    engine::TimeWeighted waiting;  ///< of services
    engine::TimeWeighted busy;     ///< of services
    void reset(double now) {
      present.reset(now);
      waiting.reset(now);
      busy.reset(now);
    }
  };
  [[nodiscard]] Index presence_of_placement() const { return static_cast<Index>(model_.services.size()); }
  static void set_present(NumbersOverTime& numbers, double now, std::size_t present) {
    numbers.distribution.set(now, present);
    numbers.present.set(now, static_cast<double>(static_cast<std::int64_t>(present)));
  }
  struct ClockCounters {
    Counter done;
    Counter in_time;
    Counter unexcepted;
    Counter unexcepted_in_time;
  };
  /// The counters of a list by reason: those that the program itself gives, then a stretch of the hazards.
  struct LeftCounters {
    std::size_t first = 0;  ///< index into `left_`
    std::uint32_t first_hazard = 0;
    std::uint32_t hazard_count = 0;
  };

  // recorder_counters.cpp: which count is where
  void make_counters();
  void make_counters_of(Scope& scope);
  void make_left_counters();
  Counter counter_for(const Column& column);
  Counter new_counter(std::uint32_t group_set);
  [[nodiscard]] const Counter& left_counter(ListIndex list, std::uint32_t reason) const;
  [[noreturn]] static void no_such_count();
  template <class GroupsOrPositions>
  void count(const Counter& counter, const GroupsOrPositions& groups) {
    if (counter.first == kNone) [[unlikely]]
      no_such_count();
    std::uint64_t* counts = period_.counts.data() + counter.first;
    if (!grouped_) {
      ++*counts;
      return;
    }
    places_[counter.places].visit(groups, [counts](std::size_t position) { ++counts[position]; });
  }

  void count_checked(const Counter& counter, const Groups& groups) {
    if (!places_[counter.places].hold(groups)) [[unlikely]]
      no_such_count();
    count(counter, groups);
  }

  [[nodiscard]] const GroupPlaces& places_of_open(Index pathway) const {
    return places_of(list_of_pathway(pathway));
  }

  // recorder_parts.cpp: what the parts of a world share
  /// Whether what happens is of one part among several.
  [[nodiscard]] bool is_one_of_several() const { return !scope_->has_shared; }
  void require_nothing_counted(const Scope& scope) const;
  void keep_snapshot(std::size_t date);
  void keep_period(std::size_t date);
  void write_shared();
  void tell_numbers_across_parts(double until);
  void take_period(SharedAtDate& kept);

  // recorder.cpp
  void clear(const Scope& scope, double now);
  void count_open_cases();
  void close_areas(double now);
  [[nodiscard]] ListIndex list_of(const Column& column) const;
  [[nodiscard]] Index presence_of(const Column& column) const;

  // recorder_write.cpp: lists and services
  void write(std::size_t date, const Column& column, double value) { *cells_of(date, column) = value; }
  template <class ValueAt>
  void write_groups(std::size_t date, const Column& column, const ValueAt& value_at) {
    double* const values = cells_of(date, column);
    const std::size_t positions = model_.layout.group_count(column);
    for (std::size_t position = 0; position < positions; ++position) values[position] = value_at(position);
  }
  /// The values of a column at a date, by position.
  double* cells_of(std::size_t date, const Column& column) {
    const auto index = static_cast<std::size_t>(&column - model_.layout.columns.data());
    return by_date_.data() + date * cells_of_date_ + first_cell_[index];
  }
  void write_days(std::size_t date, std::size_t column, const PeriodSums& sums);
  void write_flow(std::size_t date, const Column& column, const PeriodSums& sums, double length);
  void write_counts(std::size_t date, std::size_t column, const PeriodSums& sums);
  void write_waits(std::size_t date, const Column& column, const Summaries& summaries);
  void write_flows(std::size_t date, const PeriodSums& sums, double length);
  void write_presence(std::size_t date);

  // recorder_world.cpp: the world beside the lists
  void count_costs();
  void write_census(std::size_t date, const Column& column, double now);
  [[nodiscard]] double places_there(Index provision, double now) const;
  void write_world(std::size_t date, const Column& column, const PeriodSums& sums);
  void write_years(std::size_t date);

  const Model& model_;
  Scopes scopes_;
  bool by_parts_ = true;
  const Scope* scope_ = nullptr;  ///< what is told of now
  bool single_period_;
  bool grouped_;  ///< or all children are of one group: half of the work of counting is to ask which
  ListIndex first_of_pathways_;  ///< kept: to work out a vector's size takes a multiplication
  std::size_t list_count_;
  std::size_t presence_count_;
  Measures measures_;  ///< but the values, until the end
  /// Values date by date, each date's side by side: in the order of the layout, where those of a cell at all
  /// dates stand together, each value written at a date would be on a cache line of its own.
  std::vector<double> by_date_;
  std::size_t cells_of_date_ = 0;
  std::vector<std::size_t> first_cell_;  ///< of a column, among those of a date

  std::vector<GroupPlaces> places_;  ///< by group set
  std::vector<std::uint32_t> places_of_list_;
  std::uint32_t counts_needed_ = 0;
  std::uint32_t days_needed_ = 0;
  std::vector<Counter> counter_of_column_;  ///< kNone where a column is not a count
  std::vector<Counter> joined_;             ///< by list
  std::vector<LeftCounters> left_of_list_;
  std::vector<Counter> left_;
  std::vector<std::size_t> outcome_offset_;  ///< by pathway
  std::vector<Counter> outcomes_;
  Counter new_plans_;
  std::vector<Counter> plans_ended_;  ///< by reason
  std::vector<Counter> happened_;     ///< by hazard
  std::vector<ClockCounters> clocks_;
  std::vector<Counter> open_cases_;       ///< by pathway
  std::vector<Counter> overdue_;          ///< by clock
  std::vector<Counter> without_support_;  ///< by list, among PeriodSums::days

  PeriodSums period_;
  PeriodSums total_;
  std::vector<WaitSample> seen_;  ///< by list, of this period; empty when it is the whole run
  std::vector<Summaries> period_seen_;
  std::vector<WaitTotals> total_seen_;      ///< by list
  std::vector<NumbersOverTime> over_time_;  ///< by service, of placement, by provision
  std::vector<engine::TimeWeighted> over_number_;
  engine::TimeWeighted without_a_place_;
  YearSoFar year_;
  double period_begin_ = 0;
  double measured_begin_ = 0;

  std::vector<std::vector<std::uint64_t>> open_now_;  ///< cases by pathway and position
  std::vector<WaitSample> waiting_now_;               ///< by list
  std::vector<std::uint32_t> occupied_now_;
  std::vector<double> over_number_now_;
  Census census_;
  Summaries summaries_;  ///< scratch

  std::vector<SharedAtDate> shared_at_;  ///< by date; empty unless the world is told part by part
  NumberAcrossParts wanting_across_parts_;
  NumberAcrossParts without_across_parts_;
};

}  // namespace sendcap::model
