#pragma once

#include <optional>
#include <string>
#include <vector>

#include "chart.hpp"
#include "sendcap/engine/interval.hpp"

namespace sendcap::report {

// The measure by which deadlines are told year by year.
inline constexpr const char* kInTime = "done in time without exceptions, share, calendar year so far";

// What of a step with a time in law is done in time in a calendar year, with a plan.
struct InTime {
  std::string clock;
  std::string plan;
  std::string year;
  engine::Interval share;
  std::optional<engine::Interval> overdue;  // at the end of the year
};

// A panel for each step, a point for each year and plan; without its heading.
[[nodiscard]] Chart in_time_chart(const std::vector<InTime>& all);

// The step furthest behind as things stand, in a heading; empty where there is none.
[[nodiscard]] std::string furthest_behind(const std::vector<InTime>& all, const std::string& as_things_stand);

}  // namespace sendcap::report
