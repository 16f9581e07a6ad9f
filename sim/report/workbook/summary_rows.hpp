#pragma once

#include <optional>
#include <string>
#include <vector>

#include "../shown_number.hpp"
#include "sendcap/report/workbook.hpp"

namespace sendcap::report {

// The rows of a summary, from its title down.
class SummaryRows {
 public:
  void title(const std::string& text) { rows_.push_back({Cell(text, Look::title)}); }
  void note(const std::string& text) { rows_.push_back({Cell(text, Look::note)}); }
  // A blank row, the heading of a block, and what is to be known of it.
  void heading(const std::string& text, const std::string& about);
  // A fact about what was run.
  void fact(const std::string& name, Cell value);
  void row(Row cells) { rows_.push_back(std::move(cells)); }

  [[nodiscard]] const std::vector<Row>& all() const { return rows_; }

 private:
  std::vector<Row> rows_;
};

// How a number of this unit is best shown: counts in whole numbers where they are large.
[[nodiscard]] Look look_of(const std::string& unit, double number);

// Three cells: the mean and, aside, the ends of its interval, as far as it has a width and the number can
// reach them.
void add_interval(Row& cells, const engine::Interval& interval, Look look, Style style);
// The same for a number of a unit that can not be below 0; a share not above 1.
void add_value(Row& cells, const engine::Interval& value, const std::string& unit);
// The same for a difference, which a share has in percentage points.
void add_change(Row& cells, const engine::Interval& change, const std::string& unit);

// What was run, and what is to be known of all figures.
void add_front(SummaryRows& rows, const RunDescription& description, double level,
               const std::string& first_day, const std::string& last_day);

// A target and how a plan fares with it.
struct TargetFare {
  std::string plan;
  const experiment::TargetCell* target = nullptr;
  std::string by;  // ISO date for which it was promised; empty where that is not known
  engine::Interval value;
  engine::Interval chance;
};
void add_targets(SummaryRows& rows, const std::vector<TargetFare>& fares);

// `plan of the baseline, then each other` beside its description.
void add_plans(SummaryRows& rows, const std::vector<std::string>& names,
               const std::vector<std::string>& abouts);

}  // namespace sendcap::report
