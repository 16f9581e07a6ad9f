#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

namespace sendcap::store {

/// The finished replications of a run that is under way or was broken off: a file of its own beside the
/// store, so that runs at the same time never wait for each other, and to throw it away costs nothing.
/// Whoever has it open has it alone; when a process ends, however it ends, the file is free again.
class KeptRows {
 public:
  /// Opens it, or makes it; null when another process has it. Throws StoreFault.
  static std::unique_ptr<KeptRows> claim(const std::filesystem::path& path);

  /// What can be seen from outside.
  struct Glance {
    bool in_use = false;
    std::size_t rows = 0;
  };
  [[nodiscard]] static Glance look(const std::filesystem::path& path);

  ~KeptRows();
  KeptRows(const KeptRows&) = delete;
  KeptRows& operator=(const KeptRows&) = delete;

  /// How many there were when it was opened.
  [[nodiscard]] std::size_t found() const { return found_.size(); }
  /// Those of a world that were there when it was opened.
  [[nodiscard]] std::vector<std::pair<std::uint32_t, std::string>> found_of(const std::string& world);
  [[nodiscard]] std::optional<std::string> found_one(const std::string& world, std::uint32_t replication);

  /// Keeps a row; it reaches the disk within half a second or so, since what is lost is only done again.
  /// Throws StoreFault.
  void keep(const std::string& world, std::uint32_t replication, std::string bytes);
  /// Writes what still waits.
  void flush();
  /// Ends it, and the file.
  void discard();

 private:
  using Clock = std::chrono::steady_clock;
  struct Waiting {
    std::string world;
    std::uint32_t replication;
    std::string bytes;
  };

  explicit KeptRows(std::filesystem::path path);
  [[nodiscard]] bool take_alone();
  void know_what_is_there();
  void write_waiting();

  std::filesystem::path path_;
  std::unique_ptr<SQLite::Database> database_;
  std::unordered_set<std::string> found_;  // world and replication
  std::vector<Waiting> waiting_;
  std::size_t waiting_bytes_ = 0;
  Clock::time_point written_ = Clock::now();
};

}  // namespace sendcap::store
