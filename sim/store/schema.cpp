#include "schema.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <system_error>

#include "private_file.hpp"
#include "sqlite_fault.hpp"

namespace sendcap::store {
namespace {

namespace fs = std::filesystem;

constexpr int kApplication = 0x53454E44;  // `SEND`: what `file` and SQLite know the store by
constexpr int kSchema = 1;                // rises when a later program writes what this one can not read
constexpr int kPatienceMilliseconds = 10'000;

constexpr const char* kTables = R"(
CREATE TABLE runs (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  fingerprint TEXT NOT NULL,
  state INTEGER NOT NULL,
  command TEXT NOT NULL,
  arguments TEXT NOT NULL,
  overrides TEXT NOT NULL,
  folder TEXT NOT NULL,
  title TEXT NOT NULL,
  seed TEXT NOT NULL,
  version TEXT NOT NULL,
  build TEXT NOT NULL,
  machine TEXT NOT NULL,
  threads INTEGER NOT NULL,
  began TEXT NOT NULL,
  gone_on TEXT NOT NULL DEFAULT '',
  ended TEXT NOT NULL DEFAULT '',
  seconds REAL NOT NULL DEFAULT 0,
  replications INTEGER NOT NULL DEFAULT 0);
CREATE INDEX runs_by_fingerprint ON runs (fingerprint);
CREATE TABLE texts (sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, bytes BLOB NOT NULL);
CREATE TABLE files (
  run TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES texts (sha256),
  PRIMARY KEY (run, position));
CREATE INDEX files_by_text ON files (sha256);
CREATE TABLE answers (
  run TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  size INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (run, position));
CREATE TABLE clock (
  run TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  seconds REAL NOT NULL,
  PRIMARY KEY (run, position));
)";

int pragma(SQLite::Database& database, const char* name) {
  return database.execAndGet(fmt::format("PRAGMA {}", name)).getInt();
}

bool is_empty(SQLite::Database& database) {
  return database.execAndGet("SELECT count(*) FROM sqlite_master").getInt() == 0;
}

void make_tables(SQLite::Database& database) {
  SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
  if (!is_empty(database)) return;  // another process was quicker
  database.exec(kTables);
  database.exec(fmt::format("PRAGMA application_id = {}", kApplication));
  database.exec(fmt::format("PRAGMA user_version = {}", kSchema));
  transaction.commit();
}

void refuse_what_is_no_store(SQLite::Database& database, const fs::path& path) {
  if (pragma(database, "application_id") != kApplication)
    throw StoreFault(Why::not_a_store, fmt::format("'{}' is not a store of runs", path.string()),
                     "it is left as it is; name another file with --store");
  const int schema = pragma(database, "user_version");
  if (schema > kSchema)
    throw StoreFault(
        Why::too_new,
        fmt::format("the store '{}' was made by a later version of sendcap (its form is {}, this "
                    "version knows up to {})",
                    path.string(), schema, kSchema),
        "use that version, or name another file with --store");
}

// Readers and writers then do not wait for each other. It stays so; a store in use is changed another time.
void let_readers_read(SQLite::Database& database) {
  try {
    database.exec("PRAGMA journal_mode = WAL");
  } catch (const SQLite::Exception&) {
  }
}

void make_folder_of(const fs::path& path) {
  const fs::path folder = path.parent_path();
  std::error_code error;
  if (folder.empty() || fs::is_directory(folder, error)) return;
  fs::create_directories(folder, error);
  if (error)
    throw StoreFault(Why::refused,
                     fmt::format("can not make the folder '{}': {}", folder.string(), error.message()),
                     "choose another place with --store, or leave no record with --no-record");
}

}  // namespace

std::unique_ptr<SQLite::Database> open_store(const fs::path& path, bool make) {
  if (make) {
    make_folder_of(path);
    make_private_file(path);
  }
  try {
    const int how = SQLite::OPEN_READWRITE | (make ? SQLite::OPEN_CREATE : 0);
    auto database = std::make_unique<SQLite::Database>(path.string(), how, kPatienceMilliseconds);
    if (make && pragma(*database, "application_id") == 0 && is_empty(*database)) make_tables(*database);
    refuse_what_is_no_store(*database, path);
    if (make) let_readers_read(*database);
    database->exec("PRAGMA foreign_keys = ON");
    database->exec("PRAGMA synchronous = NORMAL");
    return database;
  } catch (const SQLite::Exception& fault) {
    throw fault_of(fault, path);
  }
}

}  // namespace sendcap::store
