#pragma once

#include <ostream>
#include <string>

#include "sendcap/experiment/backtest.hpp"
#include "sendcap/experiment/run.hpp"
#include "sendcap/report/results.hpp"

namespace sendcap::report {

/// What a backtest was made from, and what came of it.
struct BacktestReport {
  RunDescription description;
  experiment::RunOutcome outcome;
  experiment::Backtest backtest;
};

/// For a terminal (UTF-8; up to 100 columns unless numbers are longer than ten million): each series with its
/// points, how many lie in the band, and the mean errors; then all series together.
[[nodiscard]] std::string backtest_text(const BacktestReport& report);

/// The same as Markdown: a table of points, a table of series, and the sources.
[[nodiscard]] std::string backtest_markdown(const BacktestReport& report);

/// The points as CSV (RFC 4180, with plain line ends), a line each:
/// `series,measure,subject,group,unit,date,standing,published,replications,median,low,high,inside,error,`
/// `naive,naive_error,source`. `standing` is `known` (shown only), `judged`, or `no value` when the model has
/// none there; `inside` is `yes` or `no` for those judged. What does not exist is an empty field.
void write_backtest_csv(std::ostream& out, const experiment::Backtest& backtest);

}  // namespace sendcap::report
