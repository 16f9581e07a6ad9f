#pragma once

#include <functional>
#include <optional>
#include <string>

#include "sendcap/report/csv.hpp"
#include "sendcap/report/results.hpp"

namespace sendcap::report {

// One line of the table of estimates: a measure at a date for a group.
struct EstimateRow {
  const model::ReportDate& date;
  const model::Column& column;
  const std::string& subject;  // what it is about, as subject_names has it
  const std::string& group;
  std::uint64_t replications = 0;  // that had a value
  double mean = 0;
  std::optional<engine::Interval> interval;  // of the mean; not given of few real children
  double standard_deviation = 0;             // between replications, where there is an interval
};

// Visits the estimates of a plan by column, group and date: those in which some replication had a value, and
// of groups at the start what SmallCounts lets through.
void for_each_estimate(const PlanResults& plan, const RunDescription& description, Detail detail,
                       const std::function<void(const EstimateRow&)>& visit);

}  // namespace sendcap::report
