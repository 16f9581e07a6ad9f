#pragma once

#include <cstddef>
#include <optional>

#include "plan_view.hpp"

namespace sendcap::report {

// How fast a list was worked off in the last year of the run, or in all of a run without a report on the day
// a year before its end. Means over replications.
struct Pace {
  std::size_t since = 0;  // the date from which it is taken
  double waiting = 0;     // at the end
  double seen_a_month = 0;
  double leaving_a_month = 0;  // those seen and those who left the list unseen

  // How many months such a pace takes for the list at the end: arithmetic and no forecast, as the list goes
  // on to grow or to fall. Empty when nobody goes.
  [[nodiscard]] std::optional<double> months_by_seen() const;
  [[nodiscard]] std::optional<double> months_by_leaving() const;
};

// Of a pathway or placement; empty for a list of less than one child, and where nothing is known of those who
// joined it or were seen.
[[nodiscard]] std::optional<Pace> pace_of(const PlanView& plan, const Subject& list);

}  // namespace sendcap::report
