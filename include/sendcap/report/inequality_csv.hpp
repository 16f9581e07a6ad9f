#pragma once

#include <ostream>

#include "sendcap/report/results.hpp"

namespace sendcap::report {

/// The first line of the table of inequality.
void write_inequality_csv_header(std::ostream& out);

/// How unequal waits and outcomes of a plan are between the groups of each dimension, one line for each
/// measure, date and dimension in which at least two groups can be compared (experiment::Inequality):
/// `plan,date,measure,service,between,groups, lowest_group,lowest,highest_group,highest,
/// gap,gap_low,gap_high, ratio,ratio_low,ratio_high, theil,theil_within,theil_between,unit`. Values and index
/// are means over replications; where there is no index (of a median) its fields are empty. Shares at the
/// start, which would tell of few real children, are left out unless small counts are shown.
void write_inequality_csv(std::ostream& out, const PlanResults& plan, const RunDescription& description);

}  // namespace sendcap::report
