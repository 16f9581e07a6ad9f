#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "sendcap/model/measure.hpp"

namespace sendcap::experiment {

/// Which way is good for children. What may be good or bad (plans held, children in a kind of school) is
/// neither; the wait of those *seen* is neither too: clearing a list raises it.
enum class Better : std::uint8_t { neither, lower, higher };

/// One figure of the results that an experiment records in each replication: what worlds are compared by.
struct Outcome {
  model::MeasureId measure = model::MeasureId::waiting;
  std::uint32_t detail = 0;  ///< band, reason or outcome, where the measure has several
  std::string name;          ///< of the measure, with its detail
  std::string unit;
  model::SubjectKind subject_kind = model::SubjectKind::service;
  std::string subject;
  std::string date;   ///< ISO date; empty for the whole run
  std::string label;  ///< `2025-02-01`, a milestone's name, or `whole run`
  bool at_end = false;
  std::string group;      ///< `all`, `district: Redditch` …
  std::string dimension;  ///< `district` …; empty for all
  Better better = Better::neither;
  bool leads_to_somebody = true;  ///< of a pathway: see model::Column

  [[nodiscard]] bool is_total() const { return dimension.empty(); }
  [[nodiscard]] bool of_whole_run() const { return date.empty(); }
  friend bool operator==(const Outcome& left, const Outcome& right) {
    return left.measure == right.measure && left.detail == right.detail && left.name == right.name &&
           left.subject_kind == right.subject_kind && left.subject == right.subject &&
           left.label == right.label && left.date == right.date && left.group == right.group;
  }
};

/// The direction in which a measure is better.
[[nodiscard]] Better better(model::MeasureId measure);

/// What is recorded of a world: lists, waits, places, plans and timeliness at milestones and at the end,
/// timeliness also at the ends of calendar years, what happened, was waited without support and was spent in
/// the whole run; lists, waits, places and happenings at the end also by group.
[[nodiscard]] std::vector<Outcome> outcomes_of(const model::MeasureLayout& layout);

/// The outcomes of several worlds, each once: those of the first, then what further worlds add.
class Outcomes {
 public:
  /// Adds what is new in a world.
  void add(const model::MeasureLayout& layout);
  /// Has one more cell of a world recorded, whatever `outcomes_of` chooses, and gives its number; a cell that
  /// is recorded already keeps the number it has.
  std::size_t ask(const model::MeasureLayout& layout, const model::Column& column, std::size_t date,
                  std::size_t group);

  [[nodiscard]] const std::vector<Outcome>& all() const { return outcomes_; }
  [[nodiscard]] std::size_t size() const { return outcomes_.size(); }
  [[nodiscard]] const Outcome& operator[](std::size_t index) const { return outcomes_[index]; }

  static constexpr std::size_t kNowhere = std::numeric_limits<std::size_t>::max();
  /// Where each outcome stands in the results of a world; kNowhere for what the world does not have.
  [[nodiscard]] std::vector<std::size_t> cells_in(const model::MeasureLayout& layout) const;

 private:
  std::vector<Outcome> outcomes_;
  std::vector<std::size_t> asked_;  ///< those that `outcomes_of` does not choose
};

}  // namespace sendcap::experiment
