#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "sendcap/model/measure.hpp"

namespace sendcap::report {

// Where a measure of the year so far stands for the whole of a year, or for what of it lies in the run.
struct YearEnd {
  std::size_t date = 0;  // of MeasureLayout::dates
  std::string label;     // `2025`, `2026 to 2026-07-01`; `2025/26`
};

[[nodiscard]] std::vector<YearEnd> calendar_years(const model::MeasureLayout& layout);
[[nodiscard]] std::vector<YearEnd> financial_years(const model::MeasureLayout& layout);

// The report on the day a year before the end of the run; none where none falls on that day.
[[nodiscard]] std::optional<std::size_t> year_before_end(const model::MeasureLayout& layout);

// Whether the run ends in the month of the year in which it starts: otherwise the school year alone makes
// start and end differ.
[[nodiscard]] bool in_one_month(const model::MeasureLayout& layout);

}  // namespace sendcap::report
