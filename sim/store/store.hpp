#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "fault.hpp"
#include "kept_rows.hpp"
#include "run_record.hpp"

namespace sendcap::store {

/// A run that has begun, or goes on: its name and what is kept of it.
struct OpenRun {
  std::string id;
  std::unique_ptr<KeptRows> rows;
};

/// The file in which runs are recorded (SQLite). Several processes may use it at once. All functions throw
/// StoreFault.
class Store {
 public:
  /// Opens it; makes it where there is none and `make` says so. A file that is something else, or was made by
  /// a later version of the program, is refused and left as it is.
  Store(std::filesystem::path path, bool make);

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  /// A new record; or, if a run with the same fingerprint was broken off or stopped and nobody is at it, that
  /// one goes on.
  [[nodiscard]] OpenRun begin(const Asked& asked, const std::string& when);
  /// Records how it ended. What is kept of its replications goes when it is done.
  void end(OpenRun& run, const Ending& ending);

  /// All runs, newest first.
  [[nodiscard]] std::vector<RunRecord> runs() const;
  /// The run with this id, or the only one whose id begins so, or `last`.
  [[nodiscard]] RunRecord find(const std::string& reference) const;
  [[nodiscard]] std::vector<InputText> files(const std::string& id) const;
  [[nodiscard]] std::vector<AnswerText> answers(const std::string& id) const;
  [[nodiscard]] std::vector<double> clock(const std::string& id) const;

  /// Deletes a run and what no other run needs. Refuses while a process is at it.
  void remove(const std::string& id);

 private:
  [[nodiscard]] std::filesystem::path rows_path(const std::string& id) const;
  [[nodiscard]] std::optional<OpenRun> go_on(const std::string& print, const Asked& asked,
                                             const std::string& when);
  [[nodiscard]] OpenRun start(const std::string& print, const Asked& asked, const std::string& when);
  [[nodiscard]] RunRecord complete(RunRecord record) const;

  std::filesystem::path path_;
  std::unique_ptr<SQLite::Database> database_;
};

}  // namespace sendcap::store
