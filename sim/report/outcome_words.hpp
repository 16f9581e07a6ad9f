#pragma once

#include <string>
#include <vector>

#include "sendcap/experiment/comparison.hpp"
#include "sendcap/experiment/outcome.hpp"
#include "shown_number.hpp"

namespace sendcap::report {

// What an outcome is about, as tables name it: `autism assessment (pathway)`, `waiting for a place`.
[[nodiscard]] std::string subject_words(const experiment::Outcome& outcome);

// `waiting (children)`, `spent (pounds)`.
[[nodiscard]] std::string measure_words(const experiment::Outcome& outcome);

// `on 2026-07-01`, `over the run`.
[[nodiscard]] std::string when_words(const experiment::Outcome& outcome);

// What is told of an outcome, for people: `the list for autism assessment`, `spending (NHS)`.
[[nodiscard]] std::string topic(const experiment::Outcome& outcome);

// What children on the list of an outcome wait for.
[[nodiscard]] std::string waits_for(const experiment::Outcome& outcome);

// The group of an outcome within its dimension: `Redditch`.
[[nodiscard]] std::string group_name(const experiment::Outcome& outcome);

// The pathway of a clock, which is called `pathway: step`.
[[nodiscard]] std::string pathway_of_clock(const experiment::Outcome& clock);

// Whether something on a pathway is to be done within a time: then what is overdue says more than the list
// of those with whom nothing has begun.
[[nodiscard]] bool has_clock(const experiment::Outcomes& outcomes, const experiment::Outcome& pathway);

// What plans are ranked by, and what their costs are held against: lists of pathways without a clock, what
// is overdue at the end of those with one, children without a place and those waiting for one.
[[nodiscard]] std::vector<std::size_t> leading_outcomes(const experiment::Outcomes& outcomes);

// The outcomes of which findings speak, what a commissioner asks first: lists and waits, places and
// what is overdue at the end, what was done in time, happened and was spent over the run; of all children.
[[nodiscard]] std::vector<std::size_t> told_outcomes(const experiment::Comparison& comparison);

// Whether a difference is less than a hundredth of what is there without the plan (of what happens and of
// where children are, a twentieth, or fewer than ten).
[[nodiscard]] bool is_small(const experiment::Comparison& comparison, std::size_t world, std::size_t outcome);

// Whether the list of a pathway is that of placement under another name: the same in every world at every
// replication.
[[nodiscard]] bool repeats_placement(const experiment::Comparison& comparison, std::size_t outcome);

// A difference in words, without sign: a share becomes percentage points, pounds get their sign.
struct Amount {
  std::string text;  // `41 (35 to 47)`
  bool less = false;
};
[[nodiscard]] Amount amount_of(const engine::Interval& difference, const std::string& unit);

// A difference with its sign: `−41 (−47 to −35)`.
[[nodiscard]] std::string signed_amount(const engine::Interval& difference, const std::string& unit);

// What a target wants, of a measure of this unit: `at least 92%`, `at most 18 weeks`.
[[nodiscard]] std::string wanted_words(const experiment::TargetCell& target, const std::string& unit);

// Pounds for people, no more precise than their interval: `£1.24m (£1.20m to £1.28m)`, `£61,200`,
// `£470,000 (£60,000 to £880,000)`; a saving with its sign.
[[nodiscard]] std::string pounds_shown(const engine::Interval& pounds);

}  // namespace sendcap::report
