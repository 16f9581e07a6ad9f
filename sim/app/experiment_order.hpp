#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "record_order.hpp"

namespace CLI {
class App;
}

namespace sendcap::app {

// How an answer is printed.
enum class AnswerFormat { text, json, csv };

// What all commands that simulate many worlds are told.
struct ExperimentOrder {
  std::string command;  // `compare`
  std::string scenario;
  std::vector<std::string> plans;
  std::optional<std::string> search;  // file of a search, instead of plans
  std::vector<std::string> overrides;
  std::uint64_t seed = 1;
  unsigned threads = 0;  // 0: as many as the machine has
  AnswerFormat format = AnswerFormat::text;
  std::optional<std::string> out;     // folder for the results
  std::optional<std::string> report;  // file for the page
  std::optional<std::string> xlsx;    // file for the workbook
  bool quiet = false;
  RecordOrder record;
  std::vector<std::string> arguments;  // as typed, for the record
};

// The options that all of them have, as they are typed.
struct ExperimentText {
  std::string seed;
  std::string threads;
  std::string format;
  std::string out;
  std::string report;
  std::string xlsx;
};

// Adds them to a command.
void add_experiment_options(CLI::App& command, ExperimentOrder& order, ExperimentText& text);

// Adds `--report` to a command whose answer a report can show.
void add_report_option(CLI::App& command, std::string& file);

// Adds `--xlsx` to a command whose answer can be a workbook.
void add_xlsx_option(CLI::App& command, std::string& file);

// Understands them.
void understand(const CLI::App& command, const ExperimentText& text, ExperimentOrder& order);

}  // namespace sendcap::app
