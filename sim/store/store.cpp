#include "store.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <nlohmann/json.hpp>
#include <utility>

#include "compressed.hpp"
#include "read_record.hpp"
#include "schema.hpp"
#include "sendcap/report/sha256.hpp"
#include "sqlite_fault.hpp"

namespace sendcap::store {
namespace {

namespace fs = std::filesystem;
using SQLite::Statement;
using SQLite::Transaction;
using SQLite::TransactionBehavior;

constexpr std::size_t kIdLength = 6;

std::string listed(const std::vector<std::string>& words) {
  return nlohmann::json(words).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

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

void put_text(SQLite::Database& database, const InputText& file) {
  Statement known(database, "SELECT 1 FROM texts WHERE sha256 = ?");
  known.bind(1, file.sha256);
  if (known.executeStep()) return;
  const std::string bytes = compressed(file.text);
  Statement insert(database, "INSERT INTO texts VALUES (?, ?, ?)");
  insert.bind(1, file.sha256);
  insert.bind(2, static_cast<std::int64_t>(file.text.size()));
  insert.bindNoCopy(3, bytes.data(), static_cast<int>(bytes.size()));
  insert.exec();
}

void delete_of(SQLite::Database& database, const char* table, const std::string& id) {
  Statement remove(database, fmt::format("DELETE FROM {} WHERE run = ?", table));
  remove.bind(1, id);
  remove.exec();
}

void put_answers(SQLite::Database& database, const std::string& id, const std::vector<AnswerText>& answers) {
  delete_of(database, "answers", id);
  Statement insert(database, "INSERT INTO answers VALUES (?, ?, ?, ?, ?, ?)");
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const std::string bytes = compressed(answers[i].text);
    insert.bind(1, id);
    insert.bind(2, static_cast<std::int64_t>(i));
    insert.bind(3, answers[i].name);
    insert.bind(4, report::sha256(answers[i].text));
    insert.bind(5, static_cast<std::int64_t>(answers[i].text.size()));
    insert.bindNoCopy(6, bytes.data(), static_cast<int>(bytes.size()));
    insert.exec();
    insert.reset();
  }
}

void put_clock(SQLite::Database& database, const std::string& id, const std::vector<double>& clock) {
  delete_of(database, "clock", id);
  Statement insert(database, "INSERT INTO clock VALUES (?, ?, ?)");
  for (std::size_t i = 0; i < clock.size(); ++i) {
    insert.bind(1, id);
    insert.bind(2, static_cast<std::int64_t>(i));
    insert.bind(3, clock[i]);
    insert.exec();
    insert.reset();
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
    put_files(run->id, asked.files);
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
    Statement update(
        *database_,
        "UPDATE runs SET state = ?, arguments = ?, folder = ?, machine = ?, threads = ?, gone_on = ? "
        "WHERE id = ?");
    update.bind(1, static_cast<int>(State::begun));
    update.bind(2, listed(asked.arguments));
    update.bind(3, asked.folder);
    update.bind(4, asked.machine);
    update.bind(5, asked.threads);
    update.bind(6, when);
    update.bind(7, run.id);
    update.exec();
    return run;
  }
  return std::nullopt;
}

OpenRun Store::start(const std::string& print, const Asked& asked, const std::string& when) {
  OpenRun run{new_id(*database_, print, when), nullptr};
  run.rows = KeptRows::claim(rows_path(run.id));
  if (!run.rows)
    throw StoreFault(Why::refused, fmt::format("'{}' is in use", rows_path(run.id).string()), "try again");
  Statement insert(
      *database_,
      "INSERT INTO runs (id, fingerprint, state, command, arguments, overrides, folder, title, seed, "
      "version, build, machine, threads, began) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  insert.bind(1, run.id);
  insert.bind(2, print);
  insert.bind(3, static_cast<int>(State::begun));
  insert.bind(4, asked.command);
  insert.bind(5, listed(asked.arguments));
  insert.bind(6, listed(asked.overrides));
  insert.bind(7, asked.folder);
  insert.bind(8, asked.title);
  insert.bind(9, std::to_string(asked.seed));  // SQLite's whole numbers have a sign
  insert.bind(10, asked.version);
  insert.bind(11, asked.build);
  insert.bind(12, asked.machine);
  insert.bind(13, asked.threads);
  insert.bind(14, when);
  insert.exec();
  return run;
}

void Store::put_files(const std::string& id, const std::vector<InputText>& files) {
  Statement insert(*database_, "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)");
  for (std::size_t i = 0; i < files.size(); ++i) {
    put_text(*database_, files[i]);
    insert.bind(1, id);
    insert.bind(2, static_cast<std::int64_t>(i));
    insert.bind(3, files[i].name);
    insert.bind(4, files[i].sha256);
    insert.exec();
    insert.reset();
  }
}

void Store::end(OpenRun& run, const Ending& ending) {
  try {
    if (ending.state != State::done) run.rows->flush();
    Transaction transaction(*database_, TransactionBehavior::IMMEDIATE);
    put_files(run.id, ending.files);
    put_answers(*database_, run.id, ending.answers);
    put_clock(*database_, run.id, ending.clock);
    Statement update(*database_,
                     "UPDATE runs SET state = ?, ended = ?, seconds = ?, replications = ? WHERE id = ?");
    update.bind(1, static_cast<int>(ending.state));
    update.bind(2, ending.when);
    update.bind(3, ending.seconds);
    update.bind(4, static_cast<std::int64_t>(ending.replications));
    update.bind(5, run.id);
    update.exec();
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
