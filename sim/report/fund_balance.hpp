#pragma once

#include <optional>

#include "plan_view.hpp"

namespace sendcap::report {

// The income of a fund less what is spent from it, from the start to the end of the run. Empty for money
// without an income, and where the run ends between two reports.
[[nodiscard]] std::optional<engine::Interval> balance_over_run(const PlanView& plan, const Subject& money);

}  // namespace sendcap::report
