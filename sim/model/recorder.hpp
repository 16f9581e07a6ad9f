#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "groups.hpp"
#include "sendcap/engine/presence.hpp"
#include "sendcap/engine/time_weighted.hpp"
#include "sendcap/model/measure.hpp"
#include "wait_sample.hpp"

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

/// Cases of a clock done in a period, by group.
struct ClockCounts {
  std::vector<std::uint64_t> done;
  std::vector<std::uint64_t> in_time;
  std::vector<std::uint64_t> unexcepted;
  std::vector<std::uint64_t> unexcepted_in_time;
};

/// Where children are at a date, by group.
struct Census {
  using ByGroup = std::vector<std::uint64_t>;
  std::vector<std::uint32_t> occupied;  ///< by provision
  std::vector<double> over_number;      ///< by provision
  std::vector<ByGroup> there;           ///< by kind of provision
  ByGroup known;
  ByGroup plans;
  ByGroup without_a_place;
  ByGroup placed;  ///< with a plan
  ByGroup in_county;
  ByGroup special;
  ByGroup independent;
  std::vector<ByGroup> overdue;  ///< by clock
};

/// What happened in a period, or in the whole run.
struct PeriodCounts {
  using ByGroup = std::vector<std::uint64_t>;
  std::vector<ByGroup> joined;    ///< by list
  std::vector<ByGroup> left;      ///< by list and reason
  std::vector<ByGroup> outcomes;  ///< by pathway and outcome
  std::vector<std::uint64_t> placed;
  std::vector<std::uint64_t> left_place;
  std::vector<ServiceSums> sums;
  std::vector<double> waiting_time;      ///< child-days waited for each service
  std::vector<double> present_time;      ///< child-days with each service, placement or provision
  std::vector<double> over_number_time;  ///< child-days, by provision
  double time_without_a_place = 0;       ///< child-days
  ByGroup new_plans;
  std::vector<ByGroup> plans_ended;  ///< by reason
  std::vector<ByGroup> happened;     ///< by hazard
  std::vector<ClockCounts> clocks;
  std::vector<std::vector<double>> without_support;  ///< child-days, by list and group
  std::vector<double> provision_cost;
  MoneySums money;

  void add(const PeriodCounts& other);
  void add_world(const PeriodCounts& other);  ///< recorder_world.cpp
  void clear();
  void clear_world();
};

/// Collects what happens, and writes it to the dense table of a replication at each report date.
class Recorder {
 public:
  explicit Recorder(const Model& model);
  void reset();

  // -- during the run: each of these is a few additions
  void joined(ListIndex list, const Groups& groups) { count(period_.joined[list], groups); }
  void seen(ListIndex list, double wait_days, const Groups& groups) {
    waits_of_seen_[list].add(wait_days, groups);
    if (single_period_ && waits_of_seen_[list].size() >= kFlushAt)
      waits_of_seen_[list].drain_into(total_seen_[list], seen_histograms_[list]);
  }
  void left(ListIndex list, std::uint32_t reason, const Groups& groups) {
    count(period_.left[list * model_.reasons.size() + reason], groups);
  }
  void outcome(Index pathway, std::uint32_t outcome, const Groups& groups) {
    count(period_.outcomes[outcome_offset_[pathway] + outcome], groups);
  }
  void placed(Index provision) { ++period_.placed[provision]; }
  void left_place(Index provision) { ++period_.left_place[provision]; }
  ServiceSums& sums(Index service) { return period_.sums[service]; }
  void set_waiting(Index service, double now, std::size_t waiting) {
    waiting_[service].set(now, static_cast<double>(waiting));
  }
  void set_present(Index subject, double now, std::size_t present) {
    presence_[subject].set(now, present);
    present_[subject].set(now, static_cast<double>(present));
  }
  void set_busy(Index service, double now, double busy) { busy_[service].set(now, busy); }

  void plan_begun(const Groups& groups) {
    count(period_.new_plans, groups);
    ++year_.new_plans;
  }
  void plan_ended(std::uint32_t reason, const Groups& groups) { count(period_.plans_ended[reason], groups); }
  void happened(Index hazard, const Groups& groups) { count(period_.happened[hazard], groups); }
  void clock_done(Index clock, bool in_time, bool excepted, const Groups& groups);
  void waited_without_support(ListIndex list, double days, const Groups& groups);
  void set_without_a_place(double now, std::size_t children) {
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

  // -- at report dates
  void clear(Census& census) const;
  void count_in(Census::ByGroup& counts, const Groups& groups) const;
  void count_in(Census& census, Index provision, bool has_plan, bool without_a_place,
                const Groups& groups) const;
  /// Samples to be filled with those waiting, one for each list, emptied by the call.
  std::vector<WaitSample>& begin_snapshot();
  /// Writes the lists as they stand. `open_cases` by pathway and group, `occupied` by provision.
  void write_snapshot(std::size_t date, double now, const std::vector<std::vector<std::uint64_t>>& open_cases,
                      const Census& census);
  /// Ends the period: writes its measures at `date`. `server_time` by service, of this period.
  void end_period(std::size_t date, double now, const std::vector<double>& server_time);
  void write_whole_run(std::size_t date, double now);
  /// Forgets what happened during the warm-up, keeps who is present.
  void end_warm_up(double now);
  Measures take();

  [[nodiscard]] ListIndex list_of_service(Index service) const { return service; }
  [[nodiscard]] ListIndex list_of_pathway(Index pathway) const { return model_.services.size() + pathway; }
  [[nodiscard]] ListIndex list_of_placement() const {
    return model_.services.size() + model_.pathways.size();
  }
  [[nodiscard]] Index presence_of_placement() const { return static_cast<Index>(model_.services.size()); }
  [[nodiscard]] Index presence_of_provision(Index provision) const {
    return static_cast<Index>(model_.services.size() + 1 + provision);
  }

 private:
  using ByGroup = PeriodCounts::ByGroup;
  using Summaries = std::vector<WaitSample::Summary>;
  static constexpr std::size_t kFlushAt = 2048;

  /// What happened in the calendar and financial years so far.
  struct YearSoFar {
    std::uint64_t new_plans = 0;
    std::vector<std::array<std::uint64_t, 4>> clocks;  ///< as in ClockCounts
    MoneySums money;
  };

  void count(ByGroup& counts, const Groups& groups) {
    ++counts[0];
    for (std::size_t d = 0; d < dimensions_; ++d)
      if (groups.group[d] != kNone) ++counts[groups.group[d]];
  }
  void shape(PeriodCounts& counts) const;
  void close_areas(double now);
  [[nodiscard]] ListIndex list_of(const Column& column) const;
  [[nodiscard]] Index presence_of(const Column& column) const;
  void write(std::size_t date, const Column& column, std::size_t group, double value);
  void write_flows(std::size_t date, const PeriodCounts& counts, const std::vector<Summaries>& seen,
                   double length);
  void write_presence(std::size_t date);
  void shape_world(PeriodCounts& counts) const;
  void count_costs();
  void write_world(std::size_t date, const Column& column, const PeriodCounts& counts);
  void write_census(std::size_t date, const Column& column, const Census& census, double now);
  void write_years(std::size_t date);

  const Model& model_;
  std::size_t dimensions_;
  bool single_period_;
  std::size_t list_count_;
  std::size_t presence_count_;
  std::vector<std::size_t> outcome_offset_;
  std::size_t outcome_count_ = 0;
  Measures measures_;

  PeriodCounts period_;
  PeriodCounts total_;
  std::vector<WaitSample> waits_of_seen_;  ///< by list, of this period
  std::vector<Summaries> period_seen_;
  std::vector<Summaries> total_seen_;
  std::vector<std::vector<engine::WaitHistogram>> seen_histograms_;  ///< by list and group, of the whole run
  std::vector<engine::TimeWeighted> waiting_;
  std::vector<engine::TimeWeighted> busy_;
  std::vector<engine::TimeWeighted> present_;
  std::vector<engine::PresenceDistribution> presence_;
  std::vector<engine::TimeWeighted> over_number_;
  engine::TimeWeighted without_a_place_;
  YearSoFar year_;
  double period_begin_ = 0;
  double measured_begin_ = 0;
  std::vector<WaitSample> waiting_samples_;
  Summaries scratch_;
};

}  // namespace sendcap::model
