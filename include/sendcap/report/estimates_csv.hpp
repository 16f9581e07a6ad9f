#pragma once

#include <ostream>

#include "sendcap/report/results.hpp"

namespace sendcap::report {

/// The first line of the table of estimates.
void write_estimates_csv_header(std::ostream& out);

/// The estimates of a plan, one line for each measure, date and group:
/// `plan,date,measure,service,group,replications, mean,low,high,sd,unit`. `replications` counts those in
/// which there was a value; where there was none in any, there is no line. `low` and `high` bound Student's t
/// interval of the mean at this confidence, `sd` is the standard deviation between replications; with one
/// replication these three are empty. Of groups at the start only what SmallCounts lets through is given,
/// without bounds.
void write_estimates_csv(std::ostream& out, const PlanResults& plan, const RunDescription& description);

}  // namespace sendcap::report
