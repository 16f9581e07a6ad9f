// The smallest program that uses the installed library: it must find the headers, link and come out right.

#include <cmath>
#include <cstddef>
#include <iostream>
#include <optional>
#include <string>

#include "sendcap/experiment/run.hpp"
#include "sendcap/model/compile.hpp"
#include "sendcap/scenario/load.hpp"

namespace {

// Half of the desk's time is asked for: one call every two days, each of one day.
constexpr auto kHalfBusyDesk = R"(
title: A desk that is busy half of the time
clock: {start: 2025-01-01, warm up: 1 year, run for: 50 years, report every: whole run}
demand:
  calls: {rate: 0.5 per day, enters: call}
services:
  desk: {kind: team, staff: 1}
pathways:
  call:
    steps:
      answered: {service: desk, time: {kind: exponential, mean: 1 day}}
)";

std::optional<std::string> read_memory(const std::string& path) {
  if (path != "desk.yaml") return std::nullopt;
  return kHalfBusyDesk;
}

}  // namespace

int main() {
  sendcap::scenario::Sources sources;
  sendcap::scenario::Diagnostics diagnostics;
  const auto scenario = sendcap::scenario::load_scenario("desk.yaml", {}, read_memory, sources, diagnostics);
  const auto model = scenario ? sendcap::model::compile(*scenario, diagnostics) : std::nullopt;
  if (!model) {
    std::cerr << render(diagnostics, sources);
    return 1;
  }

  sendcap::experiment::RunOptions options;
  options.replications = 20;
  sendcap::experiment::Estimates estimates(model->layout);
  sendcap::experiment::run(*model, options, estimates);

  const auto* column = model->layout.find("utilisation", "desk");
  if (column == nullptr) return 1;
  const std::size_t whole_run = model->layout.dates.size() - 1;
  const double busy = estimates.tally(model->layout.cell(*column, whole_run, 0)).mean();
  std::cout << "busy for " << busy << " of the time\n";

  // About 9,000 calls a replication: the standard error of the mean of twenty is about 0.002.
  return std::abs(busy - 0.5) < 0.01 ? 0 : 1;
}
