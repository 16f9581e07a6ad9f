#pragma once

#include <string>

#include "applied.hpp"

namespace sendcap::scenario {

// What interventions make of a small county with schools, a transfer, assessments and support while waiting.
Applied in_the_county(const std::string& interventions);

// Money spent once or evenly under a name; fails the test when there is none.
const OneOff& spent_once(const Scenario& scenario, const std::string& name);
const Running& spent_evenly(const Scenario& scenario, const std::string& name);

// Days since 1970-01-01.
constexpr int kSeptember2025 = 20332;  // 2025-09-01
constexpr int kJanuary2026 = 20454;    // 2026-01-01
constexpr int kSeptember2026 = 20697;  // 2026-09-01

}  // namespace sendcap::scenario
