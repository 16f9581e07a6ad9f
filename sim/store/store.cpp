#include "store.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <utility>

#include "read_record.hpp"
#include "schema.hpp"
#include "sendcap/report/sha256.hpp"
#include "sqlite_fault.hpp"
#include "write_record.hpp"

namespace sendcap::store {
namespace {

namespace fs = std::filesystem;
using SQLite::Statement;
using SQLite::Transaction;
using SQLite::TransactionBehavior;

constexpr std::size_t kIdLength = 6;

bool is_there(SQLite::Database& database, const std::string& id) {
  Statement query(database, "SELECT 1 FROM runs WHERE id = ?");
  query.bind(1, id);
  return query.executeStep();
}

// Short, and of nothing that anybody has to know.
std::string new_id(SQLite::Database& database, const std::string& print, const std::string& when) {
  for (unsigned attempt = 0;; ++attempt) {
    const std::string id =
        report::sha256(fmt::format("{} {} {} {}", print, when, getpid(), attempt)).substr(0, kIdLength);
    if (!is_there(database, id)) return id;
  }
}

}  // namespace

Store::Store(fs::path path, bool make) : path_(std::move(path)), database_(open_store(path_, make)) {}

fs::path Store::rows_path(const std::string& id) const {
  return path_.string() + "-unfinished-" + id;
}

OpenRun Store::begin(const Asked& asked, const std::string& when) {
  const std::string print = fingerprint(asked);
  try {
    Transaction transaction(*database_, TransactionBehavior::IMMEDIATE);
    std::optional<OpenRun> run = go_on(print, asked, when);
    if (!run) run = start(print, asked, when);
    put_files(*database_, run->id, asked.files);
    transaction.commit();
    return std::move(*run);
  } catch (const SQLite::Exception& fault) {
    throw fault_of(fault, path_);
  }
}

// The newest that nobody is at. What was asked may differ in what does not decide about the numbers.
std::optional<OpenRun> Store::go_on(const std::string& print, const Asked& asked, const std::string& when) {
  Statement query(*database_,
                  "SELECT id FROM runs WHERE fingerprint = ? AND state <> ? ORDER BY number DESC");
  query.bind(1, print);
  query.bind(2, static_cast<int>(State::done));
  while (query.executeStep()) {
    OpenRun run{query.getColumn(0).getString(), nullptr};
    run.rows = KeptRows::claim(rows_path(run.id));
    if (!run.rows) continue;
    update_gone_on(*database_, run.id, asked, when);
    return run;
  }
  return std::nullopt;
}

OpenRun Store::start(const std::string& print, const Asked& asked, const std::string& when) {
  OpenRun run{new_id(*database_, print, when), nullptr};
  run.rows = KeptRows::claim(rows_path(run.id));
  if (!run.rows)
    throw StoreFault(Why::refused, fmt::format("'{}' is in use", rows_path(run.id).string()), "try again");
  insert_run(*database_, run.id, print, asked, when);
  return run;
}

void Store::end(OpenRun& run, const Ending& ending) {
  try {
    if (ending.state != State::done) run.rows->flush();
    Transaction transaction(*database_, TransactionBehavior::IMMEDIATE);
    put_files(*database_, run.id, ending.files);
    put_ending(*database_, run.id, ending);
    transaction.commit();
  } catch (const SQLite::Exception& fault) {
    throw fault_of(fault, path_);
  }
  if (ending.state == State::done) run.rows->discard();
}

void Store::remove(const std::string& id) {
  std::unique_ptr<KeptRows> rows = KeptRows::claim(rows_path(id));
  if (!rows)
    throw StoreFault(Why::refused, fmt::format("run {} is under way", id),
                     "wait for its end, or stop it first");
  try {
    Transaction transaction(*database_, TransactionBehavior::IMMEDIATE);
    Statement remove(*database_, "DELETE FROM runs WHERE id = ?");
    remove.bind(1, id);
    remove.exec();
    database_->exec("DELETE FROM texts WHERE sha256 NOT IN (SELECT sha256 FROM files)");
    transaction.commit();
    database_->exec("VACUUM");  // so that it is gone from the file too
  } catch (const SQLite::Exception& fault) {
    throw fault_of(fault, path_);
  }
  rows->discard();
}

std::vector<RunRecord> Store::runs() const {
  std::vector<RunRecord> records;
  try {
    records = read_runs(*database_, "ORDER BY number DESC", "");
  } catch (const SQLite::Exception& fault) {
    throw fault_of(fault, path_);
  }
  for (RunRecord& record : records) record = complete(std::move(record));
  return records;
}

RunRecord Store::find(const std::string& reference) const {
  std::vector<RunRecord> found;
  try {
    found = reference == "last" ? read_runs(*database_, "ORDER BY number DESC LIMIT 1", "")
                                : read_runs(*database_, "WHERE substr(id, 1, length(?1)) = ?1", reference);
  } catch (const SQLite::Exception& fault) {
    throw fault_of(fault, path_);
  }
  if (found.empty() || reference.empty())
    throw StoreFault(Why::no_such_run, fmt::format("there is no run '{}' in '{}'", reference, path_.string()),
                     "sendcap runs lists them");
  if (found.size() > 1)
    throw StoreFault(Why::no_such_run, fmt::format("several runs begin with '{}'", reference),
                     fmt::format("write more of it: {} or {}", found[0].id, found[1].id));
  return complete(std::move(found.front()));
}

// Whether a process is at it is seen from its rows.
RunRecord Store::complete(RunRecord record) const {
  if (record.state == State::done) return record;
  const KeptRows::Glance glance = KeptRows::look(rows_path(record.id));
  record.running = glance.in_use;
  record.kept_rows = glance.rows;
  return record;
}

std::vector<InputText> Store::files(const std::string& id) const {
  try {
    return read_files(*database_, id);
  } catch (const SQLite::Exception& fault) {
    throw fault_of(fault, path_);
  }
}

std::vector<AnswerText> Store::answers(const std::string& id) const {
  try {
    return read_answers(*database_, id);
  } catch (const SQLite::Exception& fault) {
    throw fault_of(fault, path_);
  }
}

std::vector<double> Store::clock(const std::string& id) const {
  try {
    return read_clock(*database_, id);
  } catch (const SQLite::Exception& fault) {
    throw fault_of(fault, path_);
  }
}

}  // namespace sendcap::store
