#pragma once

#include <array>
#include <string>
#include <vector>

#include "sendcap/report/backtest_table.hpp"

namespace sendcap::report {

// Pieces of text that the tables of a backtest share.

// What the tables say of a point, in this order.
inline constexpr std::array<const char*, 8> kPointColumns{"date",    "published", "median", "90% band",
                                                          "in band", "error",     "naive",  "its error"};
using PointWords = std::array<std::string, kPointColumns.size()>;
[[nodiscard]] PointWords point_words(const experiment::BacktestSeries& series,
                                     const experiment::BacktestPoint& point);

// `2 of 3`; `none judged`.
[[nodiscard]] std::string inside_words(const experiment::Accuracy& accuracy);

// `3.2%`; a dash when there is none.
[[nodiscard]] std::string error_words(const std::optional<double>& error);

// What was run, in a line.
[[nodiscard]] std::string run_words(const BacktestReport& report);

// How to read the table; each a paragraph.
[[nodiscard]] std::vector<std::string> backtest_notes(const BacktestReport& report);

}  // namespace sendcap::report
