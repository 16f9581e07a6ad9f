#pragma once

#include <optional>
#include <string>
#include <vector>

#include "faults.hpp"
#include "sendcap/experiment/run.hpp"
#include "sendcap/scenario/language/quantity.hpp"

namespace sendcap::app {

enum class BacktestFormat { text, markdown, csv };

// What `sendcap backtest` was asked to do.
struct BacktestOrder {
  std::string scenario;
  std::vector<std::string> overrides;
  experiment::RunOptions options;
  std::optional<scenario::Date> known_until;
  BacktestFormat format = BacktestFormat::text;
  bool quiet = false;
  std::vector<std::string> arguments;  // as typed
};

// Reads, runs and prints. Throws BadFiles once mistakes have been shown, UsageFault and MachineFault.
ExitCode do_backtest(const BacktestOrder& order);

}  // namespace sendcap::app
