#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sendcap/model/child.hpp"

namespace sendcap::model {

/// What a row of results is about.
enum class SubjectKind : std::uint8_t {
  service,
  pathway,
  placement,
  provision,
  provision_kind,
  plans,
  clock,
  happening,
  money
};
inline constexpr std::size_t kSubjectKindCount = 9;
/// The word for a kind of subject (`service`, `provision kind` …).
[[nodiscard]] std::string_view word(SubjectKind kind);

/// When a measure has a value.
enum class MeasureClock : std::uint8_t {
  date,    ///< as it stands at a date (the beginning of the day)
  period,  ///< what happened in the period that ends at the date; and in the whole run
};

/// The declaration of a measure: one table drives collection, CSV, JSON, report and glossary.
struct MeasureDefinition {
  std::string_view name;
  std::string_view unit;  ///< `wait` stands for the scenario's unit of waits
  MeasureClock clock;
  bool by_group;                ///< given for all and for each district, need, age band …
  std::uint32_t subjects;       ///< bit by SubjectKind: for which it is given
  std::string_view definition;  ///< numerator, denominator and clock, in words

  [[nodiscard]] bool is_for(SubjectKind kind) const {
    return ((subjects >> static_cast<unsigned>(kind)) & 1U) != 0;
  }
};

/// The measures, in the order of the table.
enum class MeasureId : std::uint8_t {
  waiting,
  wait_of_waiting_mean,
  wait_of_waiting_median,
  wait_of_waiting_p90,
  wait_of_waiting_longest,
  wait_of_waiting_theil,
  waiting_within_18_weeks,
  waiting_band,  ///< one column for each of kWaitBands
  referrals,
  seen,
  wait_of_seen_mean,
  wait_of_seen_median,
  wait_of_seen_p90,
  wait_of_seen_theil,
  seen_within_13_weeks,
  seen_within_18_weeks,
  left,     ///< one column for each reason
  raised,   ///< one column for each hazard that raises priority
  outcome,  ///< one column for each outcome of a pathway
  open_cases,
  waiting_average,
  present_average,
  present_median,
  present_p90,
  slots_offered,
  slots_used,
  slots_cancelled,
  slots_not_brought,
  slots_unused,
  utilisation,
  load,
  capacity,
  occupied,
  free_places,
  over_number,
  children_there,  ///< in all provision of a kind
  placed,
  left_place,
  waited_without_support,
  children_known,
  plans_held,
  new_plans,
  new_plans_in_year,
  plans_ended,  ///< one column for each reason
  without_a_place,
  time_without_a_place,
  share_in_county,
  share_independent,  ///< of special
  done,               ///< clocks
  done_in_time,
  share_in_time,
  share_in_time_excepted,
  done_in_year,
  share_in_time_in_year,
  share_in_time_excepted_in_year,
  overdue,
  happened,
  cost,
  spent,
  spent_in_year,
  block_income_in_year,
  block_balance_in_year,
  count
};

[[nodiscard]] const MeasureDefinition& definition(MeasureId measure);

/// Bands of the community health services situation report, in weeks: up to 1, over 1 to 2, … over 104.
inline constexpr std::size_t kWaitBandCount = 8;
[[nodiscard]] std::string_view wait_band_name(std::size_t band);
/// The longest wait of a band but the last, in weeks; a wait of exactly that belongs to the band.
[[nodiscard]] double wait_band_bound_weeks(std::size_t band);

/// The groups for which a column is given: `all`, and a range of those of each dimension. In a world of many
/// areas the children of most districts never come to a service, so that it has no results for them.
struct GroupSet {
  struct Range {
    std::size_t first_group = 0;  ///< index into MeasureLayout::groups
    std::size_t group_count = 0;
    std::size_t position = 0;  ///< of the first, among the groups of the set
  };
  static constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

  std::vector<Range> ranges;  ///< in order; the first is `all` on its own
  std::size_t size = 1;

  /// Where a group stands in the set, or kNowhere.
  [[nodiscard]] std::size_t position_of(std::size_t group) const {
    for (const Range& range : ranges)
      if (group >= range.first_group && group < range.first_group + range.group_count)
        return range.position + (group - range.first_group);
    return kNowhere;
  }
};

/// One column of results: a measure of a subject, for the groups of a set or for `all` only.
struct Column {
  MeasureId measure;
  std::string name;  ///< full name, with the reason, outcome or band where the measure has several
  std::string unit;
  SubjectKind subject_kind;
  std::string subject;       ///< name of the service, pathway or provision
  Index subject_index = 0;   ///< among subjects of its kind
  std::uint32_t detail = 0;  ///< band, reason or outcome
  bool by_group = false;
  std::uint32_t group_set = 0;  ///< when `by_group`: index into MeasureLayout::group_sets
  /// Of a pathway: children wait on it for a service or a place. On others time passes (an appeal), or
  /// children are looked after in between (the year until a review): nobody sees them there.
  bool leads_to_somebody = true;
  std::size_t offset = 0;  ///< of its first cell, see `MeasureLayout::cell`
};

/// A date for which results are given.
struct ReportDate {
  double time = 0;    ///< days since the start of the run
  std::string label;  ///< `2025-02-01`, a milestone's name, or `whole run`
  std::string date;   ///< ISO date; empty for the whole run
  bool ends_period = false;
  bool ends_calendar_year = false;   ///< the first end of a period on or after a 1 January
  bool ends_financial_year = false;  ///< likewise a 1 April
  bool milestone = false;
  bool whole_run = false;
  bool unequal =
      false;  ///< measures of inequality are given: at the start, milestones, the end, the whole run
};

/// The shape of a replication's results: a dense table, so that replications can be added cell by cell.
struct MeasureLayout {
  std::vector<Column> columns;
  std::vector<ReportDate>
      dates;  ///< start, ends of periods and milestones in order of time; last the whole run
  std::vector<std::string> groups;  ///< `all`, then `district: Redditch`, `need: …`, `age: …` …
  /// What divides the groups after `all`, in their order: each group belongs to one dimension.
  struct Dimension {
    std::string name;             ///< `district`, `need`, `age` …
    std::size_t first_group = 0;  ///< index into groups
    std::size_t group_count = 0;
  };
  std::vector<Dimension> dimensions;
  std::vector<GroupSet> group_sets;  ///< empty: every column `by_group` is given for all groups
  std::size_t cells = 0;

  /// For how many groups a column is given, `all` included.
  [[nodiscard]] std::size_t group_count(const Column& column) const {
    if (!column.by_group) return 1;
    return group_sets.empty() ? groups.size() : group_sets[column.group_set].size;
  }
  /// The groups for which a column is given, in order: indices into `groups`.
  [[nodiscard]] std::vector<std::size_t> groups_of(const Column& column) const;
  /// Whether a column is given for a group.
  [[nodiscard]] bool has_group(const Column& column, std::size_t group) const {
    return group == 0 || (column.by_group && position(column, group) != GroupSet::kNowhere);
  }
  /// Where a group stands among those of a column, or GroupSet::kNowhere.
  [[nodiscard]] std::size_t position(const Column& column, std::size_t group) const {
    return group == 0 || group_sets.empty() ? group : group_sets[column.group_set].position_of(group);
  }
  /// The groups of a dimension for which a column is given: the first, and how many follow one another.
  [[nodiscard]] GroupSet::Range groups_of(const Column& column, const Dimension& dimension) const;
  /// Where the value of a column at a date for a group stands. REQUIRES: the column is given for the group.
  [[nodiscard]] std::size_t cell(const Column& column, std::size_t date, std::size_t group) const {
    return cell_at(column, date, position(column, group));
  }
  /// The same for the group at a position among those of the column.
  [[nodiscard]] std::size_t cell_at(const Column& column, std::size_t date, std::size_t position) const {
    return column.offset + position * dates.size() + date;
  }
  /// The column of a measure of a subject; null when there is none.
  [[nodiscard]] const Column* find(std::string_view measure_name, std::string_view subject) const;
};

/// The results of one replication. A value that does not exist (the median wait of nobody) is NaN.
struct Measures {
  std::vector<double> values;  ///< by MeasureLayout::cell
  /// For each service, placement and provision: the share of time with n present, n = 0, 1, …
  std::vector<std::vector<double>> presence;
  std::uint64_t events = 0;
  std::uint64_t children = 0;
  std::uint64_t cases = 0;
};

}  // namespace sendcap::model
