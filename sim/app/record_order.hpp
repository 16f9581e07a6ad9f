#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "input_files.hpp"

namespace CLI {
class App;
}

namespace sendcap::app {

// Whether and where a run is recorded.
struct RecordOrder {
  std::string store;  // file the user named; empty: the usual place
  bool none = false;
  // Of an earlier run that is done again; `sendcap rerun` says so with options that no help shows.
  std::string rerun_of;  // its id
  std::string rerun_store;
  std::string rerun_out;  // folder for the results; empty: none

  [[nodiscard]] bool is_rerun() const { return !rerun_of.empty(); }
  // Where results go: an earlier run that is done again does not write where it did.
  [[nodiscard]] std::optional<std::string> out(const std::optional<std::string>& asked) const;
};

// Adds the options of a command that is recorded.
void add_record_options(CLI::App& command, RecordOrder& order);
// Adds `--store` alone.
void add_store_option(CLI::App& command, std::string& store);

// The words after `sendcap` that do a run again.
inline constexpr const char* kRerunOf = "--rerun-of";
inline constexpr const char* kRerunStore = "--rerun-store";
inline constexpr const char* kRerunOut = "--rerun-out";

// The file of the store: the one named, else $SENDCAP_STORE, else `sendcap/runs.sqlite` in the folder where
// programs keep their state ($XDG_STATE_HOME, ~/.local/state). Empty when no place is known.
[[nodiscard]] std::optional<std::filesystem::path> store_path(const std::string& named);

// The files that were read, and that of the records where the user named it: what no output may replace.
[[nodiscard]] std::vector<std::string> read_names(const InputFiles& files, const RecordOrder& order);

}  // namespace sendcap::app
