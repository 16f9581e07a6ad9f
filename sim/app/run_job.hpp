#pragma once

#include <optional>
#include <string>
#include <vector>

#include "faults.hpp"
#include "record_order.hpp"
#include "sendcap/experiment/run.hpp"
#include "sendcap/report/csv.hpp"

namespace sendcap::app {

enum class Format { table, json, csv };

// What `sendcap run` was asked to do.
struct RunOrder {
  std::string scenario;
  std::vector<std::string> plans;
  std::vector<std::string> overrides;
  experiment::RunOptions options;
  std::optional<std::string> out;     // folder for the results
  std::optional<std::string> report;  // file for the page
  std::optional<std::string> xlsx;    // file for the workbook
  std::optional<std::string> events;  // file for the events of the first replication of each plan
  Format format = Format::table;
  report::Detail detail = report::Detail::totals;
  unsigned small_count = report::kUsualSmallCount;
  bool quiet = false;
  RecordOrder record;
  std::vector<std::string> arguments;  // as typed, for the record
};

// Reads, runs, prints and writes. Throws BadFiles once mistakes have been shown, UsageFault and MachineFault.
ExitCode do_run(const RunOrder& order);

}  // namespace sendcap::app
