#include "kept_rows.hpp"

#include <sqlite3.h>

#include <system_error>

#include "private_file.hpp"
#include "sqlite_fault.hpp"

namespace sendcap::store {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds kBetweenWrites{500};
constexpr std::size_t kMostWaitingBytes = std::size_t{32} << 20U;

std::string number_of(const std::string& world, std::uint32_t replication) {
  return std::to_string(replication) + ' ' + world;
}

bool is_busy(const SQLite::Exception& fault) {
  return fault.getErrorCode() == SQLITE_BUSY || fault.getErrorCode() == SQLITE_LOCKED;
}

void remove_files(const fs::path& path) {
  std::error_code none;
  fs::remove(path, none);
  fs::remove(path.string() + "-journal", none);
}

}  // namespace

KeptRows::KeptRows(fs::path path) : path_(std::move(path)) {}

KeptRows::~KeptRows() {
  try {
    flush();
  } catch (const StoreFault&) {  // the rows are done again
  }
}

std::unique_ptr<KeptRows> KeptRows::claim(const fs::path& path) {
  for (const bool damaged : {false, true}) {
    if (damaged) remove_files(path);
    std::unique_ptr<KeptRows> rows(new KeptRows(path));
    try {
      if (!rows->take_alone()) return nullptr;
      rows->know_what_is_there();
      return rows;
    } catch (const SQLite::Exception& fault) {
      if (is_busy(fault)) return nullptr;
      const bool may_be_damaged =
          fault.getErrorCode() == SQLITE_CORRUPT || fault.getErrorCode() == SQLITE_NOTADB;
      if (damaged || !may_be_damaged) throw fault_of(fault, path);
    }
  }
  return nullptr;
}

// Nothing here outlives the loss of power for certain (`synchronous`), and need not: each row has a checksum.
bool KeptRows::take_alone() {
  make_private_file(path_);
  database_ =
      std::make_unique<SQLite::Database>(path_.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  database_->exec("PRAGMA locking_mode = EXCLUSIVE");
  database_->exec("PRAGMA synchronous = OFF");
  database_->exec("PRAGMA journal_mode = TRUNCATE");
  database_->exec("BEGIN EXCLUSIVE");
  database_->exec(
      "CREATE TABLE IF NOT EXISTS kept (world TEXT NOT NULL, replication INTEGER NOT NULL, bytes BLOB NOT "
      "NULL, "
      "PRIMARY KEY (world, replication))");
  database_->exec("COMMIT");
  return true;
}

void KeptRows::know_what_is_there() {
  SQLite::Statement query(*database_, "SELECT world, replication FROM kept");
  while (query.executeStep())
    found_.insert(number_of(query.getColumn(0).getString(), query.getColumn(1).getUInt()));
}

KeptRows::Glance KeptRows::look(const fs::path& path) {
  std::error_code none;
  if (!fs::exists(path, none)) return {};
  try {
    const SQLite::Database database(path.string(), SQLite::OPEN_READWRITE);
    SQLite::Statement query(database, "SELECT count(*) FROM kept");
    query.executeStep();
    return {false, static_cast<std::size_t>(query.getColumn(0).getInt64())};
  } catch (const SQLite::Exception& fault) {
    return {is_busy(fault), 0};
  }
}

std::vector<std::pair<std::uint32_t, std::string>> KeptRows::found_of(const std::string& world) {
  std::vector<std::pair<std::uint32_t, std::string>> rows;
  if (found_.empty()) return rows;
  try {
    SQLite::Statement query(*database_, "SELECT replication, bytes FROM kept WHERE world = ?");
    query.bindNoCopy(1, world);
    while (query.executeStep()) {
      const std::uint32_t replication = query.getColumn(0).getUInt();
      if (found_.count(number_of(world, replication)) > 0)
        rows.emplace_back(replication, query.getColumn(1).getString());
    }
  } catch (const SQLite::Exception& fault) {
    throw fault_of(fault, path_);
  }
  return rows;
}

std::optional<std::string> KeptRows::found_one(const std::string& world, std::uint32_t replication) {
  if (found_.count(number_of(world, replication)) == 0) return std::nullopt;
  try {
    SQLite::Statement query(*database_, "SELECT bytes FROM kept WHERE world = ? AND replication = ?");
    query.bindNoCopy(1, world);
    query.bind(2, replication);
    if (!query.executeStep()) return std::nullopt;
    return query.getColumn(0).getString();
  } catch (const SQLite::Exception& fault) {
    throw fault_of(fault, path_);
  }
}

void KeptRows::keep(const std::string& world, std::uint32_t replication, std::string bytes) {
  waiting_bytes_ += bytes.size();
  waiting_.push_back({world, replication, std::move(bytes)});
  if (Clock::now() - written_ < kBetweenWrites && waiting_bytes_ < kMostWaitingBytes) return;
  flush();
}

void KeptRows::flush() {
  if (!database_ || waiting_.empty()) return;
  try {
    write_waiting();
  } catch (const SQLite::Exception& fault) {
    waiting_.clear();
    throw fault_of(fault, path_);
  }
  waiting_.clear();
  waiting_bytes_ = 0;
  written_ = Clock::now();
}

void KeptRows::write_waiting() {
  SQLite::Transaction transaction(*database_);
  SQLite::Statement insert(*database_, "INSERT OR REPLACE INTO kept VALUES (?, ?, ?)");
  for (const Waiting& row : waiting_) {
    insert.bindNoCopy(1, row.world);
    insert.bind(2, row.replication);
    insert.bindNoCopy(3, row.bytes.data(), static_cast<int>(row.bytes.size()));
    insert.exec();
    insert.reset();
  }
  transaction.commit();
}

void KeptRows::discard() {
  waiting_.clear();
  remove_files(path_);  // while it is still ours alone
  database_.reset();
}

}  // namespace sendcap::store
